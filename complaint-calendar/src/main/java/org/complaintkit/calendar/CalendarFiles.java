package org.complaintkit.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
            CsvTable.each(name, reader, DayRows.COLUMNS, new DayRows(into::listed));
        } catch (IOException e) {
            throw new UncheckedIOException("calendar file " + name, e);
        }
        return TableCalendar.of(into.build());
    }

    /**
     * The days of one notice, in the shape of {@link #csv}, to be added to a {@link PublishedSchedule}.
     *
     * @param name the file's name for errors
     * @throws InvalidInputException as {@link #csv} does
     */
    public static List<ListedDay> days(String name, Reader reader) {
        Map<LocalDate, ListedDay> days = new TreeMap<>();
        CalendarSheet.Builder check = CalendarSheet.named(name);
        try {
            CsvTable.each(name, reader, DayRows.COLUMNS, new DayRows(day -> {
                check.listed(day);
                days.put(day.date(), day);
            }));
        } catch (IOException e) {
            throw new UncheckedIOException("calendar file " + name, e);
        }
        return List.copyOf(days.values());
    }

    /**
     * All-day events of an iCalendar file (RFC 5545) as holidays or make-up days, as {@link EventClassifier#standard()}
     * tells them apart: DATE values, several days, and yearly repetition with COUNT, UNTIL or INTERVAL. Of a repetition
     * that began before the supported years or has no end, the supported years are taken. Cancelled events are left out.
     * Anything else that repeats, tentative events, events that may be either and a file that is cut short are refused,
     * since days would be guessed.
     *
     * @param into a sheet that already has its id, weekend and known days
     * @param name the file's name for errors
     * @throws InvalidInputException ICAL_MALFORMED, ICAL_UNSUPPORTED, ICAL_UNCLEAR, ICAL_TOO_LARGE, DUPLICATE_DAY,
     *     CONTRADICTORY_DAY, DAY_OUTSIDE_CALENDAR or FILE_TOO_LARGE, with its line
     */
    public static WorkingCalendar iCalendar(CalendarSheet.Builder into, String name, Reader reader) {
        return iCalendar(into, name, reader, EventClassifier.standard());
    }

    /**
     * The same where the file has words of its own.
     *
     * @param classifier what each event means; asked once for each that is not cancelled
     */
    public static WorkingCalendar iCalendar(
            CalendarSheet.Builder into, String name, Reader reader, EventClassifier classifier) {
        try {
            ICalendarReader.read(into, name, new BufferedReader(new BoundedReader(reader, name)), classifier);
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
