package org.complaintkit.rules.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.cases.PackCase;
import org.complaintkit.rules.cases.TableState;

/**
 * The worked cases of a pack, as lines that others are made from: somebody who knows the cases recognises what is new in
 * one. Not thread-safe.
 */
final class Neighbours {
    private static final String COMPLAINT = "complaint";
    private static final String EVENTS = "events";
    private static final String AS_OF = "asOf";
    private static final Duration DAY = Duration.ofDays(1);

    /** Facts of a complaint that stand side by side: one more leaves the others as they are. */
    private static final Set<String> LISTS = Set.of("facts", "causes", "demands");

    /** When it came in decides no rule by itself, and every case has a day of its own. */
    private static final Set<String> KEPT = Set.of("receivedAt", "text");

    private static final int MOST_ALONE = 12;
    private static final int MOST_TOGETHER = 4;
    private static final int MOST_CLOCKS = 3;

    private final Policy policy;
    private final List<Known> known = new ArrayList<>();

    Neighbours(Policy policy) {
        this.policy = policy;
    }

    private record Known(LineDraft draft, Set<TableState> shown) {}

    /** Takes in a case of this pack alone that was decided. */
    void add(PackCase line, Set<TableState> shown) {
        LineDraft.worked(line, policy).ifPresent(draft -> known.add(new Known(draft, Set.copyOf(shown))));
    }

    /**
     * Worked cases with something of a line that shows what is wanted, the fewest changes first.
     *
     * @param line made from nothing
     */
    Stream<LineDraft> near(LineDraft line) {
        Map<String, JsonNode> wanted = facts(line);
        List<Known> nearest = known.stream()
                .sorted(Comparator.comparingInt(each -> -alike(facts(each.draft()), wanted)))
                .toList();
        Stream<LineDraft> alone = nearest.stream()
                .limit(MOST_ALONE)
                .flatMap(each ->
                        unlike(each, line).stream().flatMap(key -> changed(each.draft(), line, List.of(key)).stream()));
        Stream<LineDraft> together = nearest.stream()
                .limit(MOST_TOGETHER)
                .flatMap(each -> pairs(unlike(each, line)).flatMap(pair -> changed(each.draft(), line, pair).stream()));
        return Stream.concat(alone, together);
    }

    /** What is otherwise in a line than in a case. */
    private static List<String> unlike(Known each, LineDraft line) {
        Map<String, JsonNode> now = facts(each.draft());
        Map<String, JsonNode> wanted = facts(line);
        Set<String> keys = new LinkedHashSet<>(wanted.keySet());
        keys.removeIf(key -> wanted.get(key).equals(now.get(key)));
        now.keySet().stream()
                .filter(key -> !wanted.containsKey(key) && !key.equals(EVENTS))
                .forEach(keys::add);
        if (line.waits().compareTo(DAY) >= 0) {
            keys.add(AS_OF);
        }
        return List.copyOf(keys);
    }

    /** Worked cases in which the clock of a row runs, those first in which nothing has become of it yet. */
    List<LineDraft> running(String row) {
        return known.stream()
                .filter(each -> shows(each, row, TableState.State.STARTED))
                .sorted(Comparator.comparing(
                        each -> Stream.of(TableState.State.MET, TableState.State.MISSED, TableState.State.CANCELLED)
                                .anyMatch(state -> shows(each, row, state))))
                .limit(MOST_CLOCKS)
                .map(Known::draft)
                .toList();
    }

    private static boolean shows(Known each, String row, TableState.State state) {
        return each.shown().contains(new TableState("deadlines.csv", row, state));
    }

    /** What is told of the complaint, and whether events are. */
    private static Map<String, JsonNode> facts(LineDraft draft) {
        Map<String, JsonNode> facts = new LinkedHashMap<>();
        draft.line().path(COMPLAINT).properties().stream()
                .filter(each -> !KEPT.contains(each.getKey()))
                .forEach(each -> facts.put(each.getKey(), each.getValue()));
        if (!draft.line().path(EVENTS).isEmpty()) {
            facts.put(EVENTS, draft.line().path(EVENTS));
        }
        return facts;
    }

    private static int alike(Map<String, JsonNode> one, Map<String, JsonNode> other) {
        return (int) other.entrySet().stream()
                .filter(each -> each.getValue().equals(one.get(each.getKey())))
                .count();
    }

    private static Stream<List<String>> pairs(List<String> keys) {
        return keys.stream()
                .flatMap(one -> keys.stream()
                        .filter(other -> keys.indexOf(one) < keys.indexOf(other))
                        .map(other -> List.of(one, other)));
    }

    /** Empty where a case has it already. */
    private static Optional<LineDraft> changed(LineDraft base, LineDraft line, List<String> keys) {
        LineDraft changed = base;
        for (String key : keys) {
            if (key.equals(EVENTS)) {
                changed = changed.happening(line);
                continue;
            }
            if (key.equals(AS_OF)) {
                changed = changed.until(changed.asOf().plus(line.waits()));
                continue;
            }
            if (!line.line().path(COMPLAINT).has(key)) {
                changed = changed.without(key);
                continue;
            }
            JsonNode wanted = line.line().path(COMPLAINT).path(key);
            JsonNode now = changed.line().path(COMPLAINT).path(key);
            JsonNode then = LISTS.contains(key) ? union(now, wanted) : wanted;
            if (then.equals(now)) {
                return Optional.empty();
            }
            changed = changed.with(key, then);
        }
        return Optional.of(changed);
    }

    private static JsonNode union(JsonNode now, JsonNode wanted) {
        Set<JsonNode> all = new LinkedHashSet<>();
        now.forEach(all::add);
        wanted.forEach(all::add);
        ArrayNode union = ((ArrayNode) wanted).arrayNode();
        all.forEach(union::add);
        return union;
    }
}
