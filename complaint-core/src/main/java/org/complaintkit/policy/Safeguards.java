package org.complaintkit.policy;

import java.util.List;

/**
 * What a policy refuses, and what it keeps. Immutable.
 *
 * @param authorities up to which amount somebody may do something, in the order of the table
 * @param retentions how long records are kept, in the order of the table
 */
public record Safeguards(List<AuthorityRule> authorities, List<RetentionRule> retentions) {
    /** None of either. */
    public static final Safeguards NONE = new Safeguards(List.of(), List.of());

    public Safeguards {
        authorities = List.copyOf(authorities);
        retentions = List.copyOf(retentions);
    }
}
