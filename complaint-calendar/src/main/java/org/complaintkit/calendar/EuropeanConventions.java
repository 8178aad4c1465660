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
        return LegalConventions.isClock(term) ? Convention.PLAIN : DAYS;
    }

    @Override
    public String source(Term term) {
        if (LegalConventions.isClock(term)) {
            return "Reg. 1182/71 art. 3(1), 3(2)(a)";
        }
        return leastWorkingDays(term) > 0
                ? "Reg. 1182/71 art. 3(1), 3(4), 3(5)"
                : "Reg. 1182/71 art. 3(1), 3(2)(b), 3(4)";
    }

    @Override
    public int leastWorkingDays(Term term) {
        int days = term instanceof Term.Amount amount && amount.unit() == TermUnit.DAYS ? amount.amount() : 0;
        return days >= 2 ? 2 : 0;
    }
}
