package org.complaintkit.calendar;

import java.time.Duration;
import java.time.LocalDate;

/**
 * A day between start and limit that was counted.
 *
 * @param date the day
 * @param time the service time counted on it, for a term in working hours or minutes; zero for a term in days
 * @param certainty PROVISIONAL if it counts by a forecast; a calendar day counts in any case
 */
public record CountedDay(LocalDate date, Duration time, Certainty certainty) {}
