package org.complaintkit.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The packaged calendars beside China: bank and public holidays of Hong Kong, the three parts of the United Kingdom, the
 * United States (federal) and TARGET, from 2015. {@code calendars.csv} says through which day each is taken as settled;
 * listed days after that are expected ones, and answers that depend on them are provisional.
 */
final class PackagedCalendars {
    private static final List<String> INDEX = List.of("id", "file", "known_from", "known_through", "derived_from");
    private static final List<String> COLUMNS = List.of("date", "type", "name", "source");

    private PackagedCalendars() {}

    static List<WorkingCalendar> load() {
        List<WorkingCalendar> calendars = new ArrayList<>();
        for (CsvTable.Row row : CsvTable.packaged("calendars.csv", INDEX)) {
            CalendarSheet.Builder sheet = CalendarSheet.named(row.text("id"))
                    .knownFrom(row.date("known_from"))
                    .knownThrough(row.date("known_through"));
            days(sheet, CsvTable.packaged(row.text("file"), COLUMNS));
            calendars.add(TableCalendar.of(sheet.build()));
        }
        return calendars;
    }

    /** Adds the days of a table of the standard shape, which must ascend. */
    static void days(CalendarSheet.Builder sheet, List<CsvTable.Row> rows) {
        LocalDate last = LocalDate.MIN;
        for (CsvTable.Row row : rows) {
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
}
