package org.complaintkit.calendar;

/**
 * What to expect of a provisional answer. The bounds may coincide, where no schedule that the assumption allows can move
 * the answer; it stays provisional until the days that it depends on are published.
 *
 * @param likely the single best guess, equal to the limit
 * @param earliest no schedule can bring the limit before this, under the stated assumption
 * @param latest no schedule can bring the limit after this, under the stated assumption
 * @param earliestTarget the same for the wanted moment
 * @param latestTarget the same for the wanted moment
 * @param assumption what is assumed, in one English sentence
 */
public record Forecast(
        DueMoment likely,
        DueMoment earliest,
        DueMoment latest,
        DueMoment earliestTarget,
        DueMoment latestTarget,
        String assumption) {}
