package org.complaintkit.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** China as the yearly notices had it: what revisions in mid-year changed after a day is undone, since no law foretells it. */
final class Unrevised {
    private static final Map<LocalDate, WorkingCalendar> MADE = new ConcurrentHashMap<>();
    private static final List<CsvTable.Row> REVISIONS =
            CsvTable.packaged("cn-revisions.csv", List.of("notice_date", "date", "before", "after", "paper_url"));

    private Unrevised() {}

    static WorkingCalendar since(LocalDate known) {
        LocalDate next = REVISIONS.stream()
                .map(row -> row.date("notice_date"))
                .filter(known::isBefore)
                .min(LocalDate::compareTo)
                .orElse(LocalDate.MAX);
        return next.equals(LocalDate.MAX) ? Laws.CN : MADE.computeIfAbsent(next, Unrevised::without);
    }

    /** The days that a revision has changed. */
    static boolean isRevised(LocalDate day) {
        return REVISIONS.stream().anyMatch(row -> row.date("date").equals(day));
    }

    private static WorkingCalendar without(LocalDate first) {
        CalendarSheet whole = ((TableCalendar) Laws.CN).sheet();
        Map<LocalDate, ListedDay> days = new TreeMap<>(whole.listed());
        for (CsvTable.Row row : REVISIONS) {
            if (!row.date("notice_date").isBefore(first)) {
                LocalDate date = row.date("date");
                days.remove(date);
                switch (row.text("before")) {
                    case "WORKDAY" -> days.put(date, new ListedDay(date, DayKind.MAKE_UP, "", ""));
                    case "HOLIDAY" -> days.put(date, new ListedDay(date, DayKind.HOLIDAY, "", ""));
                    default -> {}
                }
            }
        }
        CalendarSheet.Builder sheet =
                CalendarSheet.named("CN").knownFrom(whole.knownFrom()).knownThrough(whole.knownThrough());
        days.values().forEach(sheet::listed);
        return TableCalendar.of(sheet.build());
    }
}
