package org.complaintkit.duty;

import java.time.Instant;
import org.complaintkit.model.Assignee;
import org.complaintkit.policy.Basis;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be done for a case. A fulfilled duty stays on the case.
 *
 * @param key made of case, pack, code and round; equal for equal duties
 * @param pack id of the pack that demands it
 * @param code code of kind DUTY
 * @param rule the rule that asked for it
 * @param clause the clause that demands it
 * @param basis where it comes from
 * @param role who owes it
 * @param assignee the person in this role, as far as the organisation knows one
 * @param round the round of handling in which it arose
 * @param arisenAt when it arose
 * @param fulfilledAt when it was fulfilled; null while it is owed
 */
public record Duty(
        String key,
        String pack,
        String code,
        String rule,
        String clause,
        Basis basis,
        String role,
        Assignee assignee,
        int round,
        Instant arisenAt,
        @Nullable Instant fulfilledAt) {

    public boolean fulfilled() {
        return fulfilledAt != null;
    }

    /** The same duty, fulfilled. */
    public Duty fulfilled(Instant at) {
        return new Duty(key, pack, code, rule, clause, basis, role, assignee, round, arisenAt, at);
    }
}
