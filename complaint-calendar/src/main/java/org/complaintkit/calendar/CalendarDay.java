package org.complaintkit.calendar;

import java.time.LocalDate;

/**
 * What a calendar knows of one day.
 *
 * @param date the day
 * @param working whether it is a working day
 * @param kind why
 * @param name name of the festival, in the language of its source; empty for ordinary and weekend days
 * @param source the notice that sets the day, or empty if no notice names it
 * @param certainty PROVISIONAL if the day is not settled by a published schedule
 */
public record CalendarDay(
        LocalDate date, boolean working, DayKind kind, String name, String source, Certainty certainty) {}
