package org.complaintkit.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/**
 * Reads calendars from files that other people write: CSV of the packaged shape, JSON of the exchange format, iCalendar.
 * Every fault names file and line; size, number of days and repetitions are bounded. Stateless and thread-safe.
 */
public final class CalendarFiles {
    /** Most characters that are read of one file; one more is FILE_TOO_LARGE, whatever the file holds. */
    public static final int LONGEST = 64 * 1024 * 1024;

    private CalendarFiles() {}

    /**
     * A table with the columns {@code date,type,name,source}; type is HOLIDAY or WORKDAY, dates ascend, none comes twice.
     *
     * @param into a sheet that already has its id, weekend and known days
     * @param name the file's name for errors
     * @throws InvalidInputException CSV_HEADER, CSV_FIELDS, CSV_MALFORMED, CALENDAR_DATE, CALENDAR_TYPE, DUPLICATE_DAY,
     *     CONTRADICTORY_DAY or FILE_TOO_LARGE, with its place
     */
    public static WorkingCalendar csv(CalendarSheet.Builder into, String name, Reader reader) {
        try {
            CsvTable.each(name, reader, DayRows.COLUMNS, new DayRows(into));
        } catch (IOException e) {
            throw new UncheckedIOException("calendar file " + name, e);
        }
        return TableCalendar.of(into.build());
    }

    /**
     * All-day events of an iCalendar file (RFC 5545) as holidays: DATE values, several days, and yearly repetition with
     * COUNT, UNTIL or INTERVAL. A repetition without end runs to the last supported year. Cancelled events are left out.
     * Anything else that repeats, tentative events and a file that is cut short are refused, since days would be guessed.
     *
     * @param into a sheet that already has its id, weekend and known days
     * @param name the file's name for errors
     * @throws InvalidInputException ICAL_MALFORMED, ICAL_UNSUPPORTED, ICAL_TOO_LARGE or FILE_TOO_LARGE, with
     *     its line
     */
    public static WorkingCalendar iCalendar(CalendarSheet.Builder into, String name, Reader reader) {
        try {
            ICalendarReader.read(into, name, new BufferedReader(new BoundedReader(reader, name)));
        } catch (IOException e) {
            throw new UncheckedIOException("calendar file " + name, e);
        }
        return TableCalendar.of(into.build());
    }

    /**
     * A calendar in JSON: {@code {"weekend":["SATURDAY"],"holidays":["2026-01-01"],"workdays":[],"knownThrough":"2026-12-31"}}.
     * Weekend is Saturday and Sunday if absent; unknown fields, comments and repeated names are refused.
     *
     * @param id the calendar's id
     * @param name the file's name for errors
     * @throws InvalidInputException JSON_MALFORMED, JSON_UNKNOWN_FIELD or FILE_TOO_LARGE, with its place
     */
    public static WorkingCalendar json(String id, String name, Reader reader) {
        try {
            return TableCalendar.of(new JsonCalendar(id, name)
                    .read(new BufferedReader(new BoundedReader(reader, name)))
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException("calendar file " + name, e);
        }
    }
}
