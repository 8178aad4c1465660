package org.complaintkit.calendar;

import java.util.ArrayList;
import java.util.List;

/**
 * The packaged calendars beside China: bank and public holidays of Hong Kong, the three parts of the United Kingdom, the
 * United States (federal) and TARGET, from 2015. {@code calendars.csv} says of each through which day it is taken as
 * settled, since when its days are known as they are, which library they were derived from, and how many days of a year
 * the law leaves to surprise; listed days after the settled ones are expected ones, and say so.
 *
 * <p>Known since when: the day of the newest statement that the whole file rests on. For Scotland and Hong Kong that is the
 * release of the library in which the days of 2026 are complete (the World Cup holiday; the days appointed in Hong Kong).
 * Both were gazetted earlier, on days that are not on file here, so an earlier state of knowledge is refused and not made
 * up.
 */
final class PackagedCalendars {
    private static final List<String> INDEX = List.of(
            "id",
            "file",
            "known_from",
            "known_through",
            "more_off",
            "fewer_off",
            "stated_on",
            "derived_from",
            "law",
            "basis");

    private PackagedCalendars() {}

    static List<WorkingCalendar> load() {
        List<WorkingCalendar> calendars = new ArrayList<>();
        for (CsvTable.Row row : CsvTable.packaged("calendars.csv", INDEX)) {
            CalendarSheet.Builder sheet = CalendarSheet.named(row.text("id"))
                    .knownFrom(row.date("known_from"))
                    .knownThrough(row.date("known_through"))
                    .statedOn(row.date("stated_on"))
                    .schedule(row.date("known_from"), row.text("law"))
                    .surprises(row.number("more_off"), row.number("fewer_off"), row.text("basis"));
            CsvTable.packaged(row.text("file"), DayRows.COLUMNS).forEach(new DayRows(sheet::listed));
            calendars.add(TableCalendar.of(sheet.build()));
        }
        return calendars;
    }
}
