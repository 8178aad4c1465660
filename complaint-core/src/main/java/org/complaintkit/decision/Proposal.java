package org.complaintkit.decision;

import org.complaintkit.policy.Basis;

/**
 * What one rule proposed at one stage.
 *
 * @param answer the verb
 * @param code its first argument
 * @param detail its second argument; empty for verbs of one
 * @param rule name of the rule
 * @param clause clause ids that the rule cites
 * @param basis basis that the rule states; {@link Basis#PARAMETER} where a parameter that the institution set decided
 */
public record Proposal(Answer answer, String code, String detail, String rule, String clause, Basis basis) {
    /** The reason that this proposal gives for its code. */
    public Reason reason(String pack) {
        return new Reason(answer.verb(), code, rule, clause, basis, pack);
    }
}
