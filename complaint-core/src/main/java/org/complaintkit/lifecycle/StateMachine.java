package org.complaintkit.lifecycle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.Transition;

/**
 * Where an event leads, by a transition table. A pure function of the table.
 *
 * <p>An event that the table does not list for the state, but lists for a state that implied steps lead to, shows that
 * these steps must have been taken: an investigation that starts shows that the complaint was registered, accepted,
 * classified and assigned. The shortest such way is taken; rows higher in the table go first.
 */
final class StateMachine {
    private final Map<String, List<Transition>> byState = new HashMap<>();

    StateMachine(List<Transition> table) {
        table.forEach(row -> row.from()
                .forEach(state -> byState.computeIfAbsent(state, each -> new ArrayList<>())
                        .add(row)));
    }

    /** The rows to go through, the event's own row last; empty where the event leads nowhere. */
    List<Transition> path(String state, EventPattern.Subject event, Predicate<Transition.Guard> guards) {
        Deque<Way> open = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        open.add(new Way(state, List.of()));
        seen.add(state);
        while (!open.isEmpty()) {
            Way way = open.remove();
            for (Transition row : rows(way.state)) {
                if (row.event().matches(event) && guards.test(row.guard())) {
                    return way.then(row).rows;
                }
            }
            for (Transition row : rows(way.state)) {
                if (row.implied() && guards.test(row.guard()) && seen.add(row.to())) {
                    open.add(way.then(row));
                }
            }
        }
        return List.of();
    }

    /** The row that lists the event for the state behind a guard. */
    Optional<Transition> guarded(String state, EventPattern.Subject event, Transition.Guard guard) {
        return rows(state).stream()
                .filter(row -> row.guard() == guard && row.event().matches(event))
                .findFirst();
    }

    /** In the order of the table. */
    private List<Transition> rows(String state) {
        return byState.getOrDefault(state, List.of());
    }

    private record Way(String state, List<Transition> rows) {
        Way then(Transition row) {
            List<Transition> longer = new ArrayList<>(rows);
            longer.add(row);
            return new Way(row.to(), longer);
        }
    }
}
