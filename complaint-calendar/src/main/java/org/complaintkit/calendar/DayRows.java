package org.complaintkit.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Puts the lines of a day table, which ascend, into a sheet one by one; a fault stops the reading there. */
final class DayRows implements Consumer<CsvTable.Row> {
    static final List<String> COLUMNS = List.of("date", "type", "name", "source");

    private final CalendarSheet.Builder sheet;
    private LocalDate last = LocalDate.MIN;

    DayRows(CalendarSheet.Builder sheet) {
        this.sheet = sheet;
    }

    @Override
    public void accept(CsvTable.Row row) {
        LocalDate date = row.date("date");
        row.require(!date.isBefore(last), "date", "dates ascend");
        last = date;
        DayKind kind = switch (row.text("type")) {
            case "HOLIDAY" -> DayKind.HOLIDAY;
            case "WORKDAY" -> DayKind.MAKE_UP;
            default -> throw row.fault("type", "is HOLIDAY or WORKDAY");
        };
        try {
            sheet.listed(new ListedDay(date, kind, row.text("name"), row.text("source")));
        } catch (InvalidInputException e) {
            throw e.at(row.place("date"));
        }
    }
}
