package org.complaintkit.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A calendar with its history: which notice said what of which day, and when. Between two publications the known
 * calendar is the same, so there are only as many calendars as publication days; they are made when first asked for.
 */
final class PublishedSchedule {
    /** A year's last days are settled only by the next year's notice: five of twenty reach back, at most to the 29th. */
    private static final MonthDay SETTLED_THROUGH = MonthDay.of(12, 28);

    private final String id;
    private final List<Notice> notices;
    private final List<Statement> statements;
    private final Function<LocalDate, HolidayForecast> forecast;
    private final Map<LocalDate, WorkingCalendar> known = new ConcurrentHashMap<>();

    PublishedSchedule(
            String id,
            List<Notice> notices,
            List<Statement> statements,
            Function<LocalDate, HolidayForecast> forecast) {
        this.id = id;
        List<Notice> byDay = new ArrayList<>(notices);
        byDay.sort(Comparator.comparing(Notice::published));
        this.notices = List.copyOf(byDay);
        List<Statement> inOrder = new ArrayList<>(statements);
        inOrder.sort(Comparator.comparing(Statement::published));
        this.statements = List.copyOf(inOrder);
        this.forecast = forecast;
    }

    WorkingCalendar latest() {
        return asOf(LocalDate.MAX);
    }

    private WorkingCalendar asOf(LocalDate day) {
        LocalDate state = LocalDate.MIN;
        for (Notice notice : notices) {
            if (!notice.published().isAfter(day)) {
                state = notice.published();
            }
        }
        LocalDate until = state;
        // Nothing was published between the state and the day, so the state's own history is the day's.
        return known.computeIfAbsent(
                state, each -> TableCalendar.of(sheet(each), later -> asOf(later.isBefore(until) ? later : until)));
    }

    private CalendarSheet sheet(LocalDate state) {
        LocalDate from = notices.get(0).firstDaySet();
        int lastYear = notices.stream()
                .filter(n -> !n.published().isAfter(state))
                .mapToInt(n -> n.lastDaySet().getYear())
                .max()
                .orElse(from.getYear() - 1);
        CalendarSheet.Builder sheet = CalendarSheet.named(id)
                .knownFrom(from)
                .knownThrough(SETTLED_THROUGH.atYear(lastYear))
                .forecast(forecast.apply(state));
        Map<LocalDate, ListedDay> latest = new TreeMap<>();
        for (Statement statement : statements) {
            if (!statement.published().isAfter(state)) {
                latest.put(statement.day().date(), statement.day());
            }
        }
        latest.values().forEach(sheet::listed);
        return sheet.build();
    }

    /** Notices by address. */
    static Map<String, Notice> bySource(List<Notice> notices) {
        Map<String, Notice> map = new HashMap<>();
        for (Notice notice : notices) {
            map.put(notice.source(), notice);
        }
        return map;
    }
}
