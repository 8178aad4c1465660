package org.complaintkit.calendar;

import java.time.LocalDate;

/**
 * A day between start and limit that was not counted.
 *
 * @param date the day
 * @param why {@link #WEEKEND}, {@link #HOLIDAY}, {@link #PAUSED} or {@link #CLOSED}
 * @param name the festival, or empty
 * @param source the notice that names it, or that was in force and left it to the week; empty for {@link #PAUSED} and {@link
 *     #CLOSED}, if none is published, or if the calendar records none
 * @param certainty PROVISIONAL if it is left out by a forecast
 */
public record SkippedDay(LocalDate date, String why, String name, String source, Certainty certainty) {
    /** A day of the weekly rest. */
    public static final String WEEKEND = "WEEKEND";
    /** A day off by a schedule. */
    public static final String HOLIDAY = "HOLIDAY";
    /** The clock stands still. */
    public static final String PAUSED = "PAUSED";
    /** A working day on which no service time lies between start and limit. */
    public static final String CLOSED = "CLOSED";
}
