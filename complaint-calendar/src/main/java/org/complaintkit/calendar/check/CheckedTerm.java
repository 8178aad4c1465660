package org.complaintkit.calendar.check;

import org.complaintkit.calendar.DateRule;
import org.complaintkit.calendar.Term;
import org.complaintkit.calendar.TermUnit;
import org.complaintkit.calendar.check.CheckedTerm.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A plain term as a {@link ProofChecker} reads it.
 *
 * @param shape what is counted
 * @param least lower end of a range, else the amount, in working days, days, months or minutes
 * @param most upper end or amount
 * @param date the date that is named, or null
 */
record CheckedTerm(
        Shape shape, long least, long most, @Nullable DateRule date) {

    /** What is counted. */
    enum Shape {
        WORKING_DAYS,
        DAYS,
        MONTHS,
        CLOCK,
        SERVICE,
        DATE
    }

    static CheckedTerm of(Term term) {
        if (term instanceof Term.FixedDate fixed) {
            return new CheckedTerm(Shape.DATE, 0, 0, fixed.date());
        }
        long least;
        long most;
        TermUnit unit;
        if (term instanceof Term.Range range) {
            least = range.least();
            most = range.most();
            unit = range.unit();
        } else if (term instanceof Term.Moment moment) {
            least = moment.amount();
            most = least;
            unit = moment.unit();
        } else if (term instanceof Term.Amount amount) {
            least = amount.amount();
            most = least;
            unit = amount.unit();
        } else {
            throw new IllegalArgumentException("not a plain term");
        }
        long times = switch (unit) {
            case WEEKS -> 7;
            case YEARS -> 12;
            case HOURS, WORKING_HOURS -> 60;
            default -> 1;
        };
        Shape shape = switch (unit) {
            case WORKING_DAYS -> Shape.WORKING_DAYS;
            case DAYS, WEEKS -> Shape.DAYS;
            case MONTHS, YEARS -> Shape.MONTHS;
            case HOURS, MINUTES -> Shape.CLOCK;
            case WORKING_HOURS, WORKING_MINUTES -> Shape.SERVICE;
        };
        return new CheckedTerm(shape, least * times, most * times, null);
    }

    boolean byTheClock() {
        return shape == Shape.CLOCK || shape == Shape.SERVICE;
    }
}
