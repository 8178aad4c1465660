package org.complaintkit.calendar;

import java.time.Duration;
import java.time.LocalDate;

/**
 * A day between start and limit that was counted.
 *
 * @param date the day
 * @param time the service time counted on it, for a term in working hours or minutes; zero for a term in days
 * @param why {@link #ORDINARY}, {@link #MAKE_UP} or {@link #DAY}; of a day of rest on which service is open, {@link
 *     #WEEKEND} or {@link #HOLIDAY}; {@link #UNRECORDED} in proofs that were stored before reasons were kept
 * @param name the festival for which it is made up or off, or empty
 * @param source the notice that names it, or that was in force and left it to the week; empty if none is published, or if
 *     the calendar records none
 * @param certainty PROVISIONAL if it counts by a forecast; a calendar day counts in any case
 */
public record CountedDay(LocalDate date, Duration time, String why, String name, String source, Certainty certainty) {
    /** A working day of the week. */
    public static final String ORDINARY = "ORDINARY";
    /** Worked because a schedule, or the owner of an overlay, says so. */
    public static final String MAKE_UP = "MAKE_UP";
    /** A day of the weekly rest on which the service hours are open. */
    public static final String WEEKEND = "WEEKEND";
    /** A day off by a schedule on which the service hours are open. */
    public static final String HOLIDAY = "HOLIDAY";
    /** A calendar day: it counts whatever day it is, and no calendar is asked. */
    public static final String DAY = "DAY";
    /** No reason is on record. */
    public static final String UNRECORDED = "";
}
