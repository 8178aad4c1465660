package org.complaintkit.calendar;

import java.time.LocalDate;

/**
 * A day between start and limit that was not counted.
 *
 * @param date the day
 * @param why {@code WEEKEND}, {@code HOLIDAY} or {@code PAUSED}
 * @param name the festival, or empty
 * @param source the notice, or empty
 */
public record SkippedDay(LocalDate date, String why, String name, String source) {}
