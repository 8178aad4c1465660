package org.complaintkit.duty;

import java.time.Instant;
import org.complaintkit.policy.Basis;

/**
 * A breach, or another fact about the handling, that was recorded.
 *
 * @param pack id of the pack
 * @param code code of kind FINDING
 * @param about the deadline, form or event that it is about
 * @param rule the rule that found it; empty where a deadline did
 * @param clause the clause that is touched
 * @param basis where it comes from
 * @param at when it came true
 */
public record Finding(String pack, String code, String about, String rule, String clause, Basis basis, Instant at) {
    /** Whether it stays whatever becomes known later: what a rule found in an event does, a missed deadline may not. */
    public boolean lasting() {
        return !rule.isEmpty();
    }
}
