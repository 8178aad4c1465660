package org.complaintkit.calendar;

import org.complaintkit.calendar.Convention.LastDay;
import org.complaintkit.calendar.Convention.TargetRule;

/** How the twenty ledger systems count. */
final class LedgerConventions implements ConventionSet {
    private static final Convention DAYS = Convention.PLAIN.withTarget(TargetRule.LAST_WORKING_DAY_INSIDE);
    private static final Convention BEFORE = Convention.PLAIN.withTarget(TargetRule.LAST_WORKING_DAY_BEFORE);
    private static final Convention MOMENT = Convention.PLAIN.withLastDay(LastDay.FORWARD);

    @Override
    public String name() {
        return "LEDGER";
    }

    @Override
    public Convention forTerm(Term term) {
        return switch (TermKind.of(term)) {
            case CALENDAR_DAYS, LONG_CALENDAR -> DAYS;
            case DATE_BY -> DAYS;
            case DATE_BEFORE -> BEFORE;
            case MOMENT -> MOMENT;
            default -> Convention.PLAIN;
        };
    }

    @Override
    public String source(Term term) {
        String base = switch (TermKind.of(term)) {
            case WORKING_DAYS -> "CONV-3, CONV-4";
            case CALENDAR_DAYS, LONG_CALENDAR -> "CONV-3, CONV-5";
            case HOURS, WORKING_HOURS -> "CONV-3, CONV-10";
            case DATE_BY -> "CONV-7";
            case DATE_BEFORE -> "CONV-8";
            case MOMENT -> "CONV-6";
            case SOFT -> "CONV-12";
            case COMBINED -> "CONV-15";
        };
        return term instanceof Term.Range ? base + ", CONV-9" : base;
    }
}
