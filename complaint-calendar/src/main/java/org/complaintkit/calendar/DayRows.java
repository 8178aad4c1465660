package org.complaintkit.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Hands on the lines of a day table, which ascend, one by one; a fault stops the reading there. */
final class DayRows implements Consumer<CsvTable.Row> {
    static final List<String> COLUMNS = List.of("date", "type", "name", "source");

    private final Consumer<ListedDay> into;
    private LocalDate last = LocalDate.MIN;

    DayRows(Consumer<ListedDay> into) {
        this.into = into;
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
            into.accept(new ListedDay(date, kind, row.text("name"), row.text("source")));
        } catch (InvalidInputException e) {
            throw e.at(row.place("date"));
        }
    }
}
