package org.complaintkit.lifecycle;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.complaintkit.duty.Duty;
import org.complaintkit.policy.DutyRule;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Transition;

/**
 * Duties of one policy that may be owed several times in a round: those for which a case waits in a state that it leaves by
 * what fulfils the duty and, mergers apart, by nothing else. A second withdrawal is verified as the first one was.
 */
final class Recurring {
    private static final Set<String> MERGING = Set.of(Joined.MERGED, Joined.UNMERGED);

    /** The states in which a case waits, by the duty's code. */
    private final Map<String, Set<String>> waits = new HashMap<>();

    private final Policy policy;
    private final Map<String, EventPattern> done;

    /** @param done what a host says when a duty is done, by the duty's code */
    Recurring(Policy policy, Map<String, EventPattern> done) {
        this.policy = policy;
        this.done = done;
        Map<String, Set<EventPattern>> ways = new HashMap<>();
        for (Transition way : policy.transitions()) {
            if (!MERGING.contains(way.event().type())) {
                way.from().stream()
                        .filter(state -> !state.equals(way.to()))
                        .forEach(state -> ways.computeIfAbsent(state, each -> new HashSet<>())
                                .add(way.event()));
            }
        }
        for (DutyRule row : policy.duties().values()) {
            Set<EventPattern> fulfilling = row.dischargedBy().patterns().collect(Collectors.toSet());
            waits.put(
                    row.code(),
                    ways.keySet().stream()
                            .filter(state -> fulfilling.equals(ways.get(state)))
                            .collect(Collectors.toSet()));
        }
    }

    /**
     * The last of the duties that are owed under a key, if it was fulfilled and the case has come again since to where it
     * waits for the next; what the key of that next one is, {@link #next} says.
     *
     * @param first the key of the first in the round, which there is
     */
    Optional<Duty> fulfilled(Draft draft, String first) {
        Track track = draft.track(policy);
        Duty last = draft.duties.get(first);
        if (last == null || !waits.getOrDefault(last.code(), Set.of()).contains(track.state)) {
            return Optional.empty();
        }
        for (int nth = 2; draft.duties.containsKey(key(first, nth)); nth++) {
            last = draft.duties.get(key(first, nth));
        }
        return Optional.ofNullable(last)
                .filter(duty -> duty.fulfilledAt() != null
                        && again(draft, track.steps.get(track.steps.size() - 1), duty.code(), duty.fulfilledAt()));
    }

    /** Whether a step came after what fulfilled a duty; of what bears the same time, by what happened later. */
    private boolean again(Draft draft, Step step, String code, Instant fulfilled) {
        if (!step.at().equals(fulfilled)) {
            return step.at().isAfter(fulfilled);
        }
        Predicate<CaseEvent> fulfils = event -> done.get(code).matches(event)
                || policy.duties().get(code).dischargedBy().patterns().anyMatch(each -> each.matches(event));
        return last(draft, step.at(), event -> event.type().equals(step.event())) > last(draft, fulfilled, fulfils);
    }

    /** What has happened since the case came to where it waits for a duty of this policy. */
    History since(Draft draft, History history, Duty duty) {
        int position = draft.track(policy).steps.stream()
                .filter(step -> step.at().equals(duty.arisenAt())
                        && waits.getOrDefault(duty.code(), Set.of()).contains(step.state()))
                .reduce((earlier, later) -> later)
                .map(step -> last(draft, step.at(), event -> event.type().equals(step.event())))
                .orElse(Integer.MAX_VALUE);
        return history.behind(duty.arisenAt(), position);
    }

    /** The position of the last event of a kind that bears a time, among those of the round; -1 where there is none. */
    private int last(Draft draft, Instant at, Predicate<CaseEvent> kind) {
        List<CaseEvent> events = draft.effectiveEvents(policy);
        int last = events.size() - 1;
        while (last >= 0 && !(events.get(last).occurredAt().equals(at) && kind.test(events.get(last)))) {
            last--;
        }
        return last;
    }

    /** The key of the duty after all that are owed under a key. */
    static String next(Draft draft, String first) {
        int nth = 2;
        while (draft.duties.containsKey(key(first, nth))) {
            nth++;
        }
        return key(first, nth);
    }

    private static String key(String first, int nth) {
        return first + "/" + nth;
    }
}
