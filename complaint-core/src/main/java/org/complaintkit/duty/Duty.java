package org.complaintkit.duty;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.complaintkit.model.Assignee;
import org.complaintkit.policy.Basis;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be done for a case. A fulfilled duty stays on the case.
 *
 * @param key made of case, pack, code and round, and from the second time on that it is owed in a round of how many there
 *     were; equal for equal duties
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
 * @param also other packs of the case that demand the same of the same role
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
        @Nullable Instant fulfilledAt,
        List<Source> also) {

    /** A further pack that demands the duty, and by which rule and clause. */
    public record Source(String pack, String rule, String clause, Basis basis) {}

    public Duty {
        also = List.copyOf(also);
    }

    public boolean fulfilled() {
        return fulfilledAt != null;
    }

    /** The same duty, fulfilled. */
    public Duty fulfilled(Instant at) {
        return new Duty(key, pack, code, rule, clause, basis, role, assignee, round, arisenAt, at, also);
    }

    /** The same duty, which arose at another moment. */
    public Duty arisen(Instant at) {
        return new Duty(key, pack, code, rule, clause, basis, role, assignee, round, at, fulfilledAt, also);
    }

    /** The same duty as it stood at a moment: one that was fulfilled later was owed then. */
    public Duty asOf(Instant moment) {
        return fulfilledAt == null || !fulfilledAt.isAfter(moment)
                ? this
                : new Duty(key, pack, code, rule, clause, basis, role, assignee, round, arisenAt, null, also);
    }

    /** The same once more, owed under a key of its own. */
    public Duty again(String next, Assignee by, Instant at) {
        return new Duty(next, pack, code, rule, clause, basis, role, by, round, at, null, also);
    }

    /** The same duty, demanded by a further pack as well. */
    public Duty alsoFor(Source source) {
        List<Source> sources = Stream.concat(also.stream(), Stream.of(source)).toList();
        return new Duty(key, pack, code, rule, clause, basis, role, assignee, round, arisenAt, fulfilledAt, sources);
    }

    /** Whether a pack demands it. */
    public boolean demandedBy(String packId) {
        return pack.equals(packId)
                || also.stream().anyMatch(source -> source.pack().equals(packId));
    }
}
