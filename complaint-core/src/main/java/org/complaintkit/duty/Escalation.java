package org.complaintkit.duty;

import java.time.Instant;
import java.util.List;
import org.complaintkit.model.Assignee;
import org.complaintkit.policy.Basis;
import org.jspecify.annotations.Nullable;

/**
 * An escalation that has fired: somebody must be told. It fires once in a round of a case, moves no limit, and is not taken
 * back. That the limit which fired it has moved since and fires it a second time, a reason of the case says, and nobody is
 * told.
 *
 * @param key made of case, pack, id and round
 * @param pack id of the pack
 * @param id such as {@code RCC-E01}
 * @param trigger the rule that fired it, or the deadline whose breach did
 * @param clause the clause that demands it
 * @param basis where it comes from
 * @param from role that reports
 * @param to roles that are told, in the binding order
 * @param addressees the persons in these roles, as far as the organisation knows them; never the party
 * @param round the round of handling
 * @param firedAt the moment at which its trigger came true
 * @param tellBy the end of the time within which they must be told; null where a deadline of its own says so
 */
public record Escalation(
        String key,
        String pack,
        String id,
        String trigger,
        String clause,
        Basis basis,
        String from,
        List<String> to,
        List<Assignee> addressees,
        int round,
        Instant firedAt,
        @Nullable Instant tellBy) {
    public Escalation {
        to = List.copyOf(to);
        addressees = List.copyOf(addressees);
    }
}
