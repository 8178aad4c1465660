package org.complaintkit.lifecycle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
    private final List<Transition> table;

    StateMachine(List<Transition> table) {
        this.table = table;
    }

    /** The rows to go through, the event's own row last; empty where the event leads nowhere. */
    List<Transition> path(String state, EventPattern.Subject event, Predicate<Transition.Guard> guards) {
        Deque<Way> open = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        open.add(new Way(state, List.of()));
        seen.add(state);
        while (!open.isEmpty()) {
            Way way = open.remove();
            Optional<Transition> row = rows(way.state)
                    .filter(each -> each.event().matches(event) && guards.test(each.guard()))
                    .findFirst();
            if (row.isPresent()) {
                return way.then(row.get()).rows;
            }
            rows(way.state)
                    .filter(each -> each.implied() && guards.test(each.guard()) && seen.add(each.to()))
                    .forEach(each -> open.add(way.then(each)));
        }
        return List.of();
    }

    /** The row that lists the event for the state behind a guard. */
    Optional<Transition> guarded(String state, EventPattern.Subject event, Transition.Guard guard) {
        return rows(state)
                .filter(row -> row.guard() == guard && row.event().matches(event))
                .findFirst();
    }

    private Stream<Transition> rows(String state) {
        return table.stream().filter(row -> row.from().contains(state));
    }

    private record Way(String state, List<Transition> rows) {
        Way then(Transition row) {
            List<Transition> longer = new ArrayList<>(rows);
            longer.add(row);
            return new Way(row.to(), longer);
        }
    }
}
