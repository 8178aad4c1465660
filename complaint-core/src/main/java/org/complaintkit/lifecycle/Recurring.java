package org.complaintkit.lifecycle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    Recurring(Policy policy) {
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
    Optional<Duty> fulfilled(Draft draft, Track track, String first) {
        Duty last = draft.duties.get(first);
        if (last == null || !waits.getOrDefault(last.code(), Set.of()).contains(track.state)) {
            return Optional.empty();
        }
        for (int nth = 2; draft.duties.containsKey(key(first, nth)); nth++) {
            last = draft.duties.get(key(first, nth));
        }
        return Optional.ofNullable(last)
                .filter(duty -> duty.fulfilledAt() != null
                        && !track.steps.get(track.steps.size() - 1).at().isBefore(duty.fulfilledAt()));
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
