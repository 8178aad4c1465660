package org.complaintkit.calendar;

/** What a convention set distinguishes. */
public enum TermKind {
    /** Working days. */
    WORKING_DAYS,
    /** Calendar days and weeks. */
    CALENDAR_DAYS,
    /** Months and years. */
    LONG_CALENDAR,
    /** Hours and minutes by the clock. */
    HOURS,
    /** Hours and minutes of service. */
    WORKING_HOURS,
    /** A date that is itself still in time. */
    DATE_BY,
    /** A date before which something is due. */
    DATE_BEFORE,
    /** A day on which to act. */
    MOMENT,
    /** A word without a number. */
    SOFT,
    /** The later or the earlier of several. */
    COMBINED;

    /** The kind of a term. */
    public static TermKind of(Term term) {
        if (term instanceof Term.Amount amount) {
            return of(amount.unit());
        }
        if (term instanceof Term.Range range) {
            return of(range.unit());
        }
        if (term instanceof Term.FixedDate date) {
            return date.before() ? DATE_BEFORE : DATE_BY;
        }
        if (term instanceof Term.Moment) {
            return MOMENT;
        }
        return term instanceof Term.Soft ? SOFT : COMBINED;
    }

    private static TermKind of(TermUnit unit) {
        return switch (unit) {
            case WORKING_DAYS -> WORKING_DAYS;
            case DAYS, WEEKS -> CALENDAR_DAYS;
            case MONTHS, YEARS -> LONG_CALENDAR;
            case HOURS, MINUTES -> HOURS;
            case WORKING_HOURS, WORKING_MINUTES -> WORKING_HOURS;
        };
    }
}
