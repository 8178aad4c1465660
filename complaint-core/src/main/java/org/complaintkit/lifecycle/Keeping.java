package org.complaintkit.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.complaintkit.calendar.Pause;
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
    List<Retention> retentions(Draft draft) {
        List<Retention> retentions = new ArrayList<>();
        for (RetentionRule row : policy.safeguards().retentions()) {
            if (row.when().isEmpty()
                    || draft.decisions.get(policy.id()).labels().contains(row.when())) {
                row.start()
                        .time(draft.history(policy))
                        .ifPresent(start -> retentions.add(retention(draft, row, start)));
            }
        }
        return retentions;
    }

    private Retention retention(Draft draft, RetentionRule row, Instant start) {
        List<Pause> periods = Standstill.periods(draft, policy, row.id()).toList();
        return new Retention(
                policy.id(),
                row.id(),
                row.clause(),
                row.basis(),
                row.duty(),
                start,
                dating.utmost(row.keep(), start, periods).at());
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
