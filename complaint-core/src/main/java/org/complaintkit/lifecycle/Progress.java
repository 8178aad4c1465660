package org.complaintkit.lifecycle;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.complaintkit.duty.Finding;
import org.complaintkit.policy.EventPattern;

/**
 * Where the lifecycle stopped, so that it goes on from there and need not begin again. A host keeps it with the case and
 * has no other use for it.
 *
 * @param facts labels that hold, each with the id of the event that told it; empty text for those known at intake
 * @param recognised when the rules first asked for a deadline in this round, by pack and id
 * @param milestones events that a milestone needs, by pack and milestone
 * @param firstEvent position in the events of the case at which the round of its first pack begins
 * @param firstStep position in the steps of the case at which that round begins
 * @param denied ids of decisions that a clause of one pack denied their effect on the limits of that pack alone, by pack
 * @param runs where the round of a pack began if not there with the last round of the case, by pack
 * @param settled what was found in extensions of earlier rounds
 * @param tracks the states that a pack went through by its own table where they are not those of the case, by pack
 */
public record Progress(
        Map<String, String> facts,
        Map<String, Instant> recognised,
        Map<String, Map<String, List<EventPattern>>> milestones,
        int firstEvent,
        int firstStep,
        Map<String, Set<String>> denied,
        Map<String, Run> runs,
        List<Finding> settled,
        Map<String, List<Step>> tracks) {

    /**
     * Where the round of a pack began.
     *
     * @param round its number
     * @param firstEvent position in the events of the case
     * @param firstStep position in the steps of the pack
     */
    public record Run(int round, int firstEvent, int firstStep) {}

    public Progress {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        recognised = Collections.unmodifiableMap(new LinkedHashMap<>(recognised));
        Map<String, Map<String, List<EventPattern>>> copy = new TreeMap<>();
        milestones.forEach((pack, needs) -> {
            Map<String, List<EventPattern>> named = new TreeMap<>();
            needs.forEach((milestone, patterns) -> named.put(milestone, List.copyOf(patterns)));
            copy.put(pack, Collections.unmodifiableMap(named));
        });
        milestones = Collections.unmodifiableMap(copy);
        Map<String, Set<String>> ids = new TreeMap<>();
        denied.forEach((pack, each) -> ids.put(pack, Collections.unmodifiableSet(new LinkedHashSet<>(each))));
        denied = Collections.unmodifiableMap(ids);
        runs = Collections.unmodifiableMap(new TreeMap<>(runs));
        settled = List.copyOf(settled);
        Map<String, List<Step>> ways = new TreeMap<>();
        // A pack has entered a state at least: a stored text that has none says nothing of it.
        tracks.forEach((pack, steps) -> {
            if (!steps.isEmpty()) {
                ways.put(pack, List.copyOf(steps));
            }
        });
        tracks = Collections.unmodifiableMap(ways);
    }
}
