package org.complaintkit.calendar;

/** How far an answer rests on what an authority has published. */
public enum Certainty {
    /** Every day that the answer depends on is settled by a published schedule. */
    OFFICIAL,
    /** At least one day is not settled yet; the answer carries its assumption and firms up when the schedule is loaded. */
    PROVISIONAL
}
