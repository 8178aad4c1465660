package org.complaintkit.lifecycle;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.complaintkit.deadline.Dating;
import org.complaintkit.policy.Mark;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.RetentionRule;

/** Reckons, by one policy, how long the records of a draft are kept, and when they need not be any more. */
final class Keeping {
    private final Policy policy;
    private final Dating dating;

    Keeping(Policy policy, Dating dating) {
        this.policy = policy;
        this.dating = dating;
    }

    /** What keeps the records, as the history has it: of several rows for one duty the longest. */
    Stream<Retention> retentions(Draft draft) {
        Set<String> labels = draft.decisions.get(policy.id()).labels();
        return policy.safeguards().retentions().stream()
                .filter(row -> row.when().isEmpty() || labels.contains(row.when()))
                .flatMap(row -> retention(draft, row).stream());
    }

    private Optional<Retention> retention(Draft draft, RetentionRule row) {
        return row.start()
                .time(draft.history(policy))
                .map(start -> new Retention(
                        policy.id(),
                        row.id(),
                        row.clause(),
                        row.basis(),
                        row.duty(),
                        start,
                        dating.utmost(
                                        row.keep(),
                                        start,
                                        Standstill.periods(draft, policy, row.id())
                                                .toList())
                                .at()));
    }

    /**
     * The rows whose duty is owed now, the longest first: the case is filed, all times are over and nobody holds the records
     * back.
     */
    List<RetentionRule> over(Draft draft) {
        boolean filed = policy.vocabulary().marks(Mark.FILED, draft.track(policy).state);
        boolean over = draft.retentions.stream().noneMatch(each -> each.until().isAfter(draft.now));
        if (!filed || !over || held(draft.events, policy).isPresent()) {
            return List.of();
        }
        return draft.retentions.stream()
                .filter(each -> each.pack().equals(policy.id()))
                .sorted(Comparator.comparing(Retention::until).reversed().thenComparing(Retention::id))
                .flatMap(each -> policy.safeguards().retentions().stream()
                        .filter(row -> row.id().equals(each.id())))
                .toList();
    }

    /** When records came to be held back, if they still are. */
    static Optional<Instant> held(List<CaseEvent> events, Policy policy) {
        Optional<Instant> since = Optional.empty();
        for (CaseEvent event : events) {
            if (policy.vocabulary().marks(Mark.HOLDS, event.type())) {
                since = since.or(() -> Optional.of(event.occurredAt()));
            } else if (policy.vocabulary().marks(Mark.RELEASES, event.type())) {
                since = Optional.empty();
            }
        }
        return since;
    }
}
