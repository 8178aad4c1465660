package org.complaintkit.calendar;

/**
 * What to expect of a provisional limit.
 *
 * @param likely the single best guess, equal to the limit
 * @param earliest no schedule can bring the limit before this, under the stated assumption
 * @param latest no schedule can bring the limit after this, under the stated assumption
 * @param assumption what is assumed, in one English sentence
 */
public record Forecast(DueMoment likely, DueMoment earliest, DueMoment latest, String assumption) {}
