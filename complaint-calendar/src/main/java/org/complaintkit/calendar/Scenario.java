package org.complaintkit.calendar;

/**
 * How to read the days that no schedule settles yet. Settled days are the same in all three. The bounds hold for adding
 * working days from any day; single days of a bound are not a prediction.
 */
public enum Scenario {
    /** The holiday law without the authority's discretion: the best single guess. */
    LIKELY,
    /** Every day that might be worked is worked: limits come as early as they can. */
    EARLIEST,
    /** Every day that might be off is off: limits come as late as they can. */
    LATEST
}
