package org.complaintkit.calendar;

import java.util.List;
import org.complaintkit.calendar.Convention.LastDay;
import org.complaintkit.calendar.Convention.TimeOfDay;

/**
 * Ways of counting that laws and regulators lay down. Each counts from the day after the start; they differ in what
 * happens to a last day of rest and to a start on one.
 */
final class LegalConventions {
    private static final Convention PLAIN = Convention.PLAIN;
    private static final Convention FORWARD = PLAIN.withLastDay(LastDay.FORWARD);

    private LegalConventions() {}

    static List<ConventionSet> all() {
        return List.of(
                // The day after the holiday ends the period. Whether a weekly rest day is a legal holiday is
                // disputed; the set takes it as one, as courts and most agencies do.
                new Law(
                        "CN-CIVIL-CODE",
                        FORWARD,
                        "Civil Code art. 200, 201(1), 203, 204",
                        "Civil Code art. 200, 201(1), 202, 203, 204",
                        PLAIN,
                        "Civil Code art. 200, 201(2), 204"),
                new Law(
                        "CN-CIVIL-CODE-BUSINESS-HOURS",
                        FORWARD.withTimeOfDay(TimeOfDay.CLOSE_OF_BUSINESS),
                        "Civil Code art. 200, 201(1), 203(1), 203(2), 204",
                        "Civil Code art. 200, 201(1), 202, 203(1), 203(2), 204",
                        PLAIN,
                        "Civil Code art. 200, 201(2), 204"),
                new EuropeanConventions(),
                new Law("UK-DISP", PLAIN, "FCA Handbook DISP 1.6.2R, 1.6.2AR", PLAIN, "FCA Handbook DISP 1.6"),
                new Law(
                        "UK-DISP-CLOSE-OF-BUSINESS",
                        PLAIN.withTimeOfDay(TimeOfDay.CLOSE_OF_BUSINESS),
                        "FCA Handbook DISP 1.5.1R",
                        PLAIN,
                        "FCA Handbook DISP 1.6"),
                new Law(
                        "PSD2",
                        PLAIN,
                        "Directive (EU) 2015/2366 art. 101(2), 4(37)",
                        PLAIN,
                        "Directive (EU) 2015/2366 art. 101(2)"),
                new Law("US-REG-E", PLAIN, "12 CFR 1005.11, 1005.2(d)", PLAIN, "12 CFR 1005.11"),
                new Law("ASIC-RG271", PLAIN, "ASIC RG 271 (2021)", PLAIN, "ASIC RG 271 (2021)"));
    }

    /** One convention for terms in days and dates, another for terms by the clock. */
    private record Law(
            String name, Convention days, String daySource, String monthSource, Convention clock, String clockSource)
            implements ConventionSet {

        /** A law that says nothing of its own about months and years. */
        Law(String name, Convention days, String daySource, Convention clock, String clockSource) {
            this(name, days, daySource, daySource, clock, clockSource);
        }

        @Override
        public Convention forTerm(Term term) {
            return switch (TermKind.of(term)) {
                case HOURS, WORKING_HOURS -> clock;
                case DATE_BY, DATE_BEFORE -> named(days);
                default -> days;
            };
        }

        @Override
        public String source(Term term) {
            return switch (TermKind.of(term)) {
                case HOURS, WORKING_HOURS -> clockSource;
                case DATE_BY, DATE_BEFORE -> "";
                case LONG_CALENDAR -> monthSource;
                default -> daySource;
            };
        }
    }

    /** The laws move the end of a period; a date that is named stays where it is. */
    static Convention named(Convention days) {
        return days.withLastDay(LastDay.STAY);
    }

    static boolean isClock(Term term) {
        return switch (TermKind.of(term)) {
            case HOURS, WORKING_HOURS -> true;
            default -> false;
        };
    }
}
