package org.complaintkit.calendar;

import java.util.ArrayList;
import java.util.List;

/**
 * The packaged calendars beside China: bank and public holidays of Hong Kong, the three parts of the United Kingdom, the
 * United States (federal) and TARGET, from 2015. {@code calendars.csv} says through which day each is taken as settled;
 * listed days after that are expected ones, and answers that depend on them are provisional.
 */
final class PackagedCalendars {
    private static final List<String> INDEX = List.of("id", "file", "known_from", "known_through", "derived_from");

    private PackagedCalendars() {}

    static List<WorkingCalendar> load() {
        List<WorkingCalendar> calendars = new ArrayList<>();
        for (CsvTable.Row row : CsvTable.packaged("calendars.csv", INDEX)) {
            CalendarSheet.Builder sheet = CalendarSheet.named(row.text("id"))
                    .knownFrom(row.date("known_from"))
                    .knownThrough(row.date("known_through"));
            CsvTable.packaged(row.text("file"), DayRows.COLUMNS).forEach(new DayRows(sheet));
            calendars.add(TableCalendar.of(sheet.build()));
        }
        return calendars;
    }
}
