package org.complaintkit.rules.pack;

import java.util.Optional;
import org.complaintkit.calendar.Term;
import org.complaintkit.calendar.TermUnit;

/**
 * How long a term lasts at least and at most, in calendar days, whatever the calendar: good enough to say of two terms
 * that one is longer for certain. Terms of one unit are compared by their amounts.
 *
 * @param amount in its unit
 * @param unit of the term
 * @param least days that pass at least
 * @param most days that pass at most, with the longest holidays that calendars have
 */
record DaySpan(int amount, TermUnit unit, double least, double most) {
    static final int TEN_YEARS = 3_660;

    private static final int LONGEST_HOLIDAYS = 12;
    private static final double SHORTEST_DAY_HOURS = 4;

    /** Empty for terms that are no plain amount of time. */
    static Optional<DaySpan> of(Term term) {
        if (term instanceof Term.Amount amount) {
            return Optional.of(of(amount.amount(), amount.unit()));
        }
        return term instanceof Term.Range range ? Optional.of(of(range.most(), range.unit())) : Optional.empty();
    }

    private static DaySpan of(int n, TermUnit unit) {
        return switch (unit) {
            case DAYS -> new DaySpan(n, unit, n, n);
            case WORKING_DAYS -> new DaySpan(n, unit, n, n * 2.0 + LONGEST_HOLIDAYS);
            case WEEKS -> new DaySpan(n, unit, n * 7.0, n * 7.0);
            case MONTHS -> new DaySpan(n, unit, n * 28.0, n * 31.0);
            case YEARS -> new DaySpan(n, unit, n * 365.0, n * 366.0);
            case HOURS -> new DaySpan(n, unit, n / 24.0, n / 24.0);
            case MINUTES -> new DaySpan(n, unit, n / 1440.0, n / 1440.0);
            case WORKING_HOURS -> new DaySpan(n, unit, n / 24.0, working(n));
            case WORKING_MINUTES -> new DaySpan(n, unit, n / 1440.0, working(n / 60.0));
        };
    }

    private static double working(double hours) {
        return hours / SHORTEST_DAY_HOURS * 2 + LONGEST_HOLIDAYS;
    }

    /** Whether it is longer than another for certain. */
    boolean above(DaySpan other) {
        return unit == other.unit ? amount > other.amount : least > other.most;
    }

    /** Whether it is as long as another or longer, for certain. */
    boolean atLeast(DaySpan other) {
        return unit == other.unit ? amount >= other.amount : least > other.most;
    }
}
