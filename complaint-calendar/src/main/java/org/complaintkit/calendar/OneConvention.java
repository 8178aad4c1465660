package org.complaintkit.calendar;

/** A set that counts every term alike. */
record OneConvention(String name, Convention convention, String origin) implements ConventionSet {

    @Override
    public Convention forTerm(Term term) {
        return convention;
    }

    @Override
    public String source(Term term) {
        return origin;
    }
}
