package org.complaintkit.calendar;

/** How far an answer rests on what an authority has published. */
public enum Certainty {
    /** Every day that the answer depends on is settled by a published schedule. */
    OFFICIAL,
    /**
     * At least one day that the answer depends on is not settled yet, even where the bounds leave it no room: bounds rest on
     * an assumption, a published schedule does not. The answer firms up when the schedule is loaded.
     */
    PROVISIONAL
}
