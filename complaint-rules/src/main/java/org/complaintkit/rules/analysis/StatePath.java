package org.complaintkit.rules.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Roles;
import org.complaintkit.policy.Transition;
import org.complaintkit.rules.analysis.Happenings.Happening;

/**
 * Ways through the table of states.
 *
 * @param allowed which types of events may be used
 * @param actor who brings an event of a type about; empty for nobody in particular
 */
record StatePath(Policy policy, Predicate<String> allowed, UnaryOperator<String> actor) {
    /** The fewest events that lead from receipt into a state; none where the table knows no way. */
    List<Happening> to(String state) {
        Map<String, List<Happening>> ways = new HashMap<>();
        Deque<String> open = new ArrayDeque<>();
        for (String begin : List.of("", "RECEIVED", "REGISTERED")) {
            ways.put(begin, List.of());
            open.add(begin);
        }
        while (!open.isEmpty() && !ways.containsKey(state)) {
            String from = open.remove();
            for (Transition row : policy.transitions()) {
                boolean fits = row.from().contains(from)
                        && !ways.containsKey(row.to())
                        && allowed.test(row.event().type());
                if (fits) {
                    List<Happening> way = new ArrayList<>(ways.get(from));
                    Map<String, List<String>> data = new TreeMap<>();
                    row.event().conditions().stream()
                            .filter(each -> each.equal() && !each.key().equals("by"))
                            .forEach(each -> data.put(each.key(), List.of(each.value())));
                    if (policy.vocabulary().knows("EVENT", row.event().type())
                            && !row.event().type().equals(CaseEvent.RECEIVED)) {
                        way.add(new Happening(
                                row.event().type(), actor.apply(row.event().type()), data));
                    }
                    ways.put(row.to(), way);
                    open.add(row.to());
                }
            }
        }
        return ways.getOrDefault(state, List.of());
    }

    /** Whoever owes what an event fulfils; empty if nobody does, or whoever it is in each case. */
    static String obliged(Policy policy, String type) {
        return policy.duties().values().stream()
                .filter(duty -> duty.dischargedBy()
                        .patterns()
                        .anyMatch(each -> each.type().equals(type)))
                .map(duty -> duty.role())
                .filter(role -> !Roles.decided(role))
                .findFirst()
                .orElse("");
    }
}
