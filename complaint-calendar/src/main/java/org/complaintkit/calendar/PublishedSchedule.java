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
 * A calendar with its history: which notice said what of which day, and when. A host that cannot wait for a new version
 * of this library adds the notice itself:
 *
 * <pre>{@code
 * PublishedSchedule china = PublishedSchedule.china()
 *         .with(LocalDate.of(2026, 11, 20), CalendarFiles.days("cn-2027.csv", reader));
 * CalendarRegistry calendars = CalendarRegistry.standard().with(china.calendar());
 * }</pre>
 *
 * <p>What was asked as of an earlier day is answered as before. What changes is told by {@link CalendarDifference}.
 * Immutable and thread-safe. Between two publications the known calendar is the same, so there are only as many calendars
 * as publication days; they are made when first asked for.
 */
public final class PublishedSchedule {
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

    /** Mainland China: the notices since 2007 that are packaged, the law behind them, and the forecast of later years. */
    public static PublishedSchedule china() {
        return ChinaCalendar.SCHEDULE;
    }

    /** The calendar as it is known after the last notice; its {@link WorkingCalendar#asOf} knows the earlier ones. */
    public WorkingCalendar calendar() {
        return asOf(LocalDate.MAX);
    }

    /** Day of publication of the last notice. */
    public LocalDate published() {
        return notices.get(notices.size() - 1).published();
    }

    /** The last year whose schedule is published. */
    public int lastYear() {
        return lastYear(LocalDate.MAX);
    }

    /**
     * This schedule and one notice more: the yearly one, which settles its year to 28 December (the rest waits for the
     * next one), or a change in mid-year, whose days replace what earlier notices said of them. A notice that makes an
     * ordinary day of a listed one lists it as what it is now: a worked weekday as make-up day, a free one as holiday.
     *
     * @param day on which it became known, not before the last notice
     * @param days the days that it names, each once; the year of the last one is the year that it is for, which is a year
     *     published already or the next
     * @throws InvalidInputException NOTICE_EMPTY, NOTICE_ORDER, NOTICE_GAP, DUPLICATE_DAY, CONTRADICTORY_DAY or
     *     DAY_OUTSIDE_CALENDAR
     */
    public PublishedSchedule with(LocalDate day, List<ListedDay> days) {
        TreeMap<LocalDate, ListedDay> listed = new TreeMap<>();
        // A sheet of its own refuses what no sheet can list.
        CalendarSheet.Builder check = CalendarSheet.named(id);
        days.forEach(each -> {
            check.listed(each);
            listed.put(each.date(), each);
        });
        if (listed.isEmpty()) {
            throw refused("NOTICE_EMPTY", day, "a notice names at least one day", "leave it out");
        }
        if (day.isBefore(published())) {
            throw refused(
                    "NOTICE_ORDER",
                    day,
                    "notices are added in the order of publication, the last is of " + published(),
                    "correct the day of publication");
        }
        LocalDate last = listed.lastKey();
        if (last.getYear() > lastYear() + 1
                || listed.firstKey().isBefore(notices.get(0).firstDaySet())) {
            throw refused(
                    "NOTICE_GAP",
                    listed.firstKey() + ".." + last,
                    "its days lie between " + notices.get(0).firstDaySet() + " and the end of " + (lastYear() + 1),
                    "add the notices of the years between first");
        }
        List<Notice> more = new ArrayList<>(notices);
        more.add(new Notice(
                day, listed.firstKey(), last, listed.firstEntry().getValue().source()));
        List<Statement> said = new ArrayList<>(statements);
        listed.values().forEach(each -> said.add(new Statement(day, each)));
        return new PublishedSchedule(id, more, said, forecast);
    }

    private InvalidInputException refused(String code, Object value, String rule, String wayOut) {
        return InvalidInputException.of(code, "notice for calendar " + id)
                .value(value)
                .rule(rule)
                .wayOut(wayOut)
                .build();
    }

    private int lastYear(LocalDate state) {
        return notices.stream()
                .filter(n -> !n.published().isAfter(state))
                .mapToInt(n -> n.lastDaySet().getYear())
                .max()
                .orElse(notices.get(0).firstDaySet().getYear() - 1);
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
        CalendarSheet.Builder sheet = CalendarSheet.named(id)
                .knownFrom(from)
                .knownThrough(SETTLED_THROUGH.atYear(lastYear(state)))
                .forecast(forecast.apply(state));
        Map<LocalDate, ListedDay> latest = new TreeMap<>();
        for (Statement statement : statements) {
            if (!statement.published().isAfter(state)) {
                latest.put(statement.day().date(), statement.day());
            }
        }
        latest.values().forEach(sheet::listed);
        inForce(state, sheet);
        return sheet.build();
    }

    /** The yearly notices: a change in mid-year speaks of the days that it names and of no others. */
    private void inForce(LocalDate state, CalendarSheet.Builder sheet) {
        int last = notices.get(0).firstDaySet().getYear() - 1;
        for (Notice notice : notices) {
            int year = notice.lastDaySet().getYear();
            if (year > last && !notice.published().isAfter(state)) {
                LocalDate from = SETTLED_THROUGH.atYear(year - 1).plusDays(1);
                sheet.schedule(from, notice.source());
                last = year;
            }
        }
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
