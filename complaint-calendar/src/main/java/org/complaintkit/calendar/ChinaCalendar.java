package org.complaintkit.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Mainland China: every day off and every make-up working day that a State Council notice has set since 2007, with the
 * notice and the day on which it became known. Three schedules were changed in their own year (2015, 2019, 2020); what
 * the first notice had said of the changed days is kept, so that a question about an earlier state of knowledge gets
 * that state's answer.
 */
final class ChinaCalendar {
    static final String ID = "CN";
    static final PublishedSchedule SCHEDULE = load();

    private ChinaCalendar() {}

    static PublishedSchedule load() {
        List<Notice> notices = new ArrayList<>();
        for (CsvTable.Row row : CsvTable.packaged(
                "cn-notices.csv", List.of("published", "basis", "first_day_set", "last_day_set", "paper_url"))) {
            notices.add(new Notice(
                    row.date("published"), row.date("first_day_set"), row.date("last_day_set"), row.text("paper_url")));
        }
        return new PublishedSchedule(ID, notices, statements(notices), ChinaForecast::knownOn);
    }

    private static List<Statement> statements(List<Notice> notices) {
        Map<String, Notice> bySource = PublishedSchedule.bySource(notices);
        Set<LocalDate> changed = changed();
        List<Statement> statements = new ArrayList<>();
        LocalDate last = LocalDate.MIN;
        for (CsvTable.Row row : CsvTable.packaged("cn-2007-2026.csv", List.of("date", "type", "name", "paper_url"))) {
            LocalDate date = row.date("date");
            row.require(date.isAfter(last), "date", "dates ascend and none comes twice");
            last = date;
            Notice notice = bySource.get(row.text("paper_url"));
            if (notice == null) {
                throw row.fault("paper_url", "names a notice of cn-notices.csv");
            }
            ListedDay day = new ListedDay(date, kind(row, "type"), row.text("name"), notice.source());
            statements.add(new Statement(notice.published(), day));
            Notice yearly = yearly(notices, date).orElse(notice);
            if (!yearly.equals(notice) && !changed.contains(date)) {
                // A later notice of the year repeats days that it leaves as they were: Labour Day itself in 2019.
                statements.add(new Statement(
                        yearly.published(), new ListedDay(date, day.kind(), day.name(), yearly.source())));
            }
        }
        statements.addAll(overruled(notices));
        return statements;
    }

    /** What the yearly notice had said of days that a later notice of the same year changed. */
    private static List<Statement> overruled(List<Notice> notices) {
        List<Statement> statements = new ArrayList<>();
        for (CsvTable.Row row : revisions()) {
            if (!"REGULAR".equals(row.text("before"))) {
                LocalDate date = row.date("date");
                Notice yearly =
                        yearly(notices, date).orElseThrow(() -> row.fault("date", "lies in the year of a notice"));
                statements.add(new Statement(
                        yearly.published(), new ListedDay(date, kind(row, "before"), "", yearly.source())));
            }
        }
        return statements;
    }

    private static Set<LocalDate> changed() {
        Set<LocalDate> changed = new HashSet<>();
        for (CsvTable.Row row : revisions()) {
            changed.add(row.date("date"));
        }
        return changed;
    }

    private static List<CsvTable.Row> revisions() {
        return CsvTable.packaged("cn-revisions.csv", List.of("notice_date", "date", "before", "after", "paper_url"));
    }

    /** The first notice that set days around this one. */
    private static Optional<Notice> yearly(List<Notice> notices, LocalDate date) {
        return notices.stream()
                .filter(n -> !date.isBefore(n.firstDaySet()) && !date.isAfter(n.lastDaySet()))
                .findFirst();
    }

    private static DayKind kind(CsvTable.Row row, String column) {
        return switch (row.text(column)) {
            case "HOLIDAY" -> DayKind.HOLIDAY;
            case "WORKDAY" -> DayKind.MAKE_UP;
            default -> throw row.fault(column, "is HOLIDAY or WORKDAY");
        };
    }
}
