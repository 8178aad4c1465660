package org.complaintkit.policy;

import java.util.List;

/**
 * What a policy refuses, what it keeps, and which times it leaves out. Immutable.
 *
 * @param authorities up to which amount somebody may do something, in the order of the table
 * @param retentions how long records are kept, in the order of the table
 * @param standstills times in which clocks do not run, in the order of the table
 */
public record Safeguards(
        List<AuthorityRule> authorities, List<RetentionRule> retentions, List<StandstillRule> standstills) {
    /** None of any. */
    public static final Safeguards NONE = new Safeguards(List.of(), List.of());

    public Safeguards {
        authorities = List.copyOf(authorities);
        retentions = List.copyOf(retentions);
        standstills = List.copyOf(standstills);
    }

    /** With no time that is left out. */
    public Safeguards(List<AuthorityRule> authorities, List<RetentionRule> retentions) {
        this(authorities, retentions, List.of());
    }
}
