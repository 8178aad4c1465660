package org.complaintkit.rules.pack;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.policy.AmountRule;
import org.complaintkit.policy.Formula;

/** The amounts that rest on themselves: one walk over all of them, however long their chains are. Not thread-safe. */
final class AmountCycles {
    private final Map<String, Set<String>> restsOn = new LinkedHashMap<>();
    private final Map<String, Integer> met = new HashMap<>();
    private final Map<String, Integer> back = new HashMap<>();
    private final Deque<String> waiting = new ArrayDeque<>();
    private final Set<String> isWaiting = new HashSet<>();
    private final Set<String> circular = new HashSet<>();

    private AmountCycles() {}

    /** Their names; those that only lead into a ring are not among them. */
    static Set<String> of(Collection<AmountRule> amounts) {
        AmountCycles cycles = new AmountCycles();
        for (AmountRule amount : amounts) {
            Set<String> words = cycles.restsOn.computeIfAbsent(amount.name(), name -> new TreeSet<>());
            amount.formula()
                    .names()
                    .filter(name -> name.kind() == Formula.Kind.WORD)
                    .forEach(name -> words.add(name.text()));
        }
        for (String name : cycles.restsOn.keySet()) {
            if (!cycles.met.containsKey(name)) {
                cycles.walk(name);
            }
        }
        return cycles.circular;
    }

    /** Tarjan's walk: what is met before it is left again belongs together with what led to it. */
    private void walk(String first) {
        Deque<String> path = new ArrayDeque<>();
        Deque<Iterator<String>> ways = new ArrayDeque<>();
        enter(first, path, ways);
        while (!path.isEmpty()) {
            String here = path.element();
            if (ways.element().hasNext()) {
                String next = ways.element().next();
                if (isWaiting.contains(next)) {
                    back.merge(here, met.getOrDefault(next, 0), Math::min);
                } else if (restsOn.containsKey(next) && !met.containsKey(next)) {
                    enter(next, path, ways);
                }
            } else {
                path.remove();
                ways.remove();
                int least = back.getOrDefault(here, 0);
                if (!path.isEmpty()) {
                    back.merge(path.element(), least, Math::min);
                }
                if (least == met.getOrDefault(here, 0)) {
                    leave(here);
                }
            }
        }
    }

    private void enter(String name, Deque<String> path, Deque<Iterator<String>> ways) {
        met.put(name, met.size());
        back.put(name, met.getOrDefault(name, 0));
        waiting.push(name);
        isWaiting.add(name);
        path.push(name);
        ways.push(restsOn.getOrDefault(name, Set.of()).iterator());
    }

    private void leave(String first) {
        Set<String> ring = new HashSet<>();
        String name;
        do {
            name = waiting.remove();
            isWaiting.remove(name);
            ring.add(name);
        } while (!name.equals(first));
        if (ring.size() > 1 || restsOn.getOrDefault(first, Set.of()).contains(first)) {
            circular.addAll(ring);
        }
    }
}
