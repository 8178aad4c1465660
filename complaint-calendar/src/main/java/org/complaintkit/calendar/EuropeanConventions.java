package org.complaintkit.calendar;

import org.complaintkit.calendar.Convention.LastDay;

/**
 * Regulation (EEC, Euratom) 1182/71: the day of the event is not counted (art. 3(1)), periods include rest days unless
 * they are in working days (art. 3(3)), a last day of rest moves to the end of the next working day (art. 3(4)), and a
 * period of two days or more holds at least two working days (art. 3(5)).
 */
final class EuropeanConventions implements ConventionSet {
    private static final Convention DAYS = Convention.PLAIN.withLastDay(LastDay.FORWARD);

    @Override
    public String name() {
        return "EU-1182-71";
    }

    @Override
    public Convention forTerm(Term term) {
        return switch (TermKind.of(term)) {
            case HOURS, WORKING_HOURS -> Convention.PLAIN;
            case DATE_BY, DATE_BEFORE -> LegalConventions.named(DAYS);
            default -> DAYS;
        };
    }

    @Override
    public String source(Term term) {
        if (LegalConventions.isClock(term)) {
            return "Reg. 1182/71 art. 3(1), 3(2)(a)";
        }
        return switch (TermKind.of(term)) {
            case DATE_BY, DATE_BEFORE -> "";
            case LONG_CALENDAR -> "Reg. 1182/71 art. 3(1), 3(2)(c), 3(4)";
            default ->
                leastWorkingDays(term) > 0
                        ? "Reg. 1182/71 art. 3(1), 3(2)(b), 3(4), 3(5)"
                        : "Reg. 1182/71 art. 3(1), 3(2)(b), 3(4)";
        };
    }

    @Override
    public int leastWorkingDays(Term term) {
        int days = 0;
        if (term instanceof Term.Amount amount) {
            days = days(amount.amount(), amount.unit());
        } else if (term instanceof Term.Range range) {
            days = days(range.most(), range.unit());
        }
        return days >= 2 ? 2 : 0;
    }

    /** Weeks are periods of more than two days as well; months and years hold two working days anyway. */
    private static int days(int amount, TermUnit unit) {
        return switch (unit) {
            case DAYS -> amount;
            case WEEKS -> amount == 0 ? 0 : 7;
            default -> 0;
        };
    }
}
