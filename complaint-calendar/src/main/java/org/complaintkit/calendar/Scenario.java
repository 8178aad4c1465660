package org.complaintkit.calendar;

/**
 * How to read the days that no schedule settles yet. Settled days are the same in all three. The bounds are no schedules:
 * each answer of a bounding reading is a bound by itself, for whatever may be published under the calendar's assumption.
 */
public enum Scenario {
    /** The holiday law without the authority's discretion: the best single guess. */
    LIKELY,
    /** As early as an answer can be: a day is worked if it may be, a stretch has the most working days it can have. */
    EARLIEST,
    /** As late as an answer can be: a day is worked if it is sure to be, a stretch has the fewest working days. */
    LATEST
}
