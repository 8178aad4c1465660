package org.complaintkit.policy;

import java.util.List;

/**
 * A row of {@code escalations.csv}. What triggers it is a rule, or the breach of a deadline that names it. An escalation
 * raises attention; it never moves a limit, and fires once for a case.
 *
 * @param id such as {@code RCC-E01}; with a variant after a slash, {@code MCH-E02/VIP}, where the same escalation has
 *     another time for some
 * @param clause the clause that demands it
 * @param basis where it comes from
 * @param from who reports, a code of kind ROLE
 * @param to who is told, in the binding order, codes of kind ROLE
 * @param within how soon: a soft word, a term, or empty where a deadline of its own says so
 */
public record EscalationRule(String id, String clause, Basis basis, String from, List<String> to, String within) {
    public EscalationRule {
        to = List.copyOf(to);
    }

    /** The id without its variant: what the outside sees. */
    public String code() {
        return DeadlineRule.code(id);
    }
}
