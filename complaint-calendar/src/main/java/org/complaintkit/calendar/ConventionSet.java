package org.complaintkit.calendar;

/**
 * A way of counting for every kind of term, with the legal source of each. Implementations are immutable and
 * thread-safe, and answer equal terms equally.
 */
public interface ConventionSet {

    /** Name, such as {@code LEDGER}. */
    String name();

    /** How the term is counted. */
    Convention forTerm(Term term);

    /** Where that comes from, such as {@code CONV-4} or {@code Civil Code art. 203}; empty for a host's own. */
    String source(Term term);

    /** How many working days a period must hold at least; it is prolonged to the last of them. 0 where no law says so. */
    default int leastWorkingDays(Term term) {
        return 0;
    }

    /** A set that counts every term alike, named {@code CUSTOM}, without a source. */
    static ConventionSet only(Convention convention) {
        return new OneConvention(Conventions.CUSTOM, convention, "");
    }
}
