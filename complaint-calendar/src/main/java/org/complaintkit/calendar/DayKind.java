package org.complaintkit.calendar;

/** Why a day is a working day or not. */
public enum DayKind {
    /** A weekday without a holiday: worked. */
    ORDINARY,
    /** A day of the weekly rest: off. */
    WEEKEND,
    /** Named by a schedule as a day off. */
    HOLIDAY,
    /** Named by a schedule as worked, nearly always a Saturday or Sunday (调休上班). */
    MAKE_UP;

    /** Whether days of this kind are worked. */
    public boolean isWorking() {
        return this == ORDINARY || this == MAKE_UP;
    }
}
