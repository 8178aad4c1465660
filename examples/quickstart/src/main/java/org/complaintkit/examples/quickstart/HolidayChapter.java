package org.complaintkit.examples.quickstart;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.complaintkit.calendar.CalendarDay;
import org.complaintkit.calendar.DayKind;
import org.complaintkit.examples.quickstart.screen.Style;
import org.complaintkit.lifecycle.Case;

/** Prints weeks day by day: days off as such, warnings and escalations where they happen, idle days folded. */
final class HolidayChapter {
    private final Setting setting;
    private final Words words;
    private final HappeningLines lines;

    HolidayChapter(Setting setting) {
        this.setting = setting;
        this.words = setting.words();
        this.lines = new HappeningLines(setting);
    }

    void print(HolidayRun run, LocalDate from, LocalDate to) {
        setting.screen().title(words.say("holiday.title", words.days(from, to.minusDays(1))));
        setting.screen().text(words.say("holiday.intro"));
        setting.screen().blank();
        Map<LocalDate, List<Happening>> days = new TreeMap<>();
        run.happenings()
                .forEach(each -> days.computeIfAbsent(seen(each), day -> new ArrayList<>())
                        .add(each));
        LocalDate idleFrom = null;
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            List<Happening> today = days.getOrDefault(day, List.of());
            boolean foldable = idleFrom != null && kindOfDay(idleFrom).equals(kindOfDay(day));
            if (idleFrom != null && (!today.isEmpty() || !foldable)) {
                idle(idleFrom, day.minusDays(1));
                idleFrom = null;
            }
            if (!today.isEmpty()) {
                head(words.day(day), kindOfDay(day), setting.calendar().isWorkingDay(day));
                today.forEach(lines::print);
            } else if (idleFrom == null) {
                idleFrom = day;
            }
        }
        if (idleFrom != null && idleFrom.isBefore(to)) {
            idle(idleFrom, to.minusDays(1));
        }
        ending(run);
    }

    private void idle(LocalDate from, LocalDate to) {
        head(
                words.days(from, to),
                kindOfDay(from) + words.say("holiday.idle"),
                setting.calendar().isWorkingDay(from));
    }

    private void head(String days, String kind, boolean working) {
        setting.screen().line(days + "  " + kind, working ? Style.STRONG : Style.FAINT);
    }

    /** What the calendar says of a day, for a reader. */
    private String kindOfDay(LocalDate date) {
        CalendarDay day = setting.calendar().day(date);
        return day.kind() == DayKind.HOLIDAY || day.kind() == DayKind.MAKE_UP
                ? words.say("kind." + day.kind(), words.festival(day.name()))
                : words.say("kind." + day.kind());
    }

    private LocalDate seen(Happening happening) {
        Instant at = happening.at();
        return at.atZone(setting.zone()).toLocalDate();
    }

    private void ending(HolidayRun run) {
        setting.screen().blank();
        CaseTable table = new CaseTable(setting);
        for (String caseId : run.caseIds()) {
            Case last = run.find(caseId);
            table.add(last, last);
        }
        setting.screen().table(table.table());
        setting.screen().text(words.say("holiday.sent", run.sent().size()));
    }
}
