package org.complaintkit.rules.wall;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.complaintkit.rules.wall.ConstantPool.Member;

/**
 * Bounds what methods can run altogether: without loops only calls could make a short class run for ever. Calls in a
 * circle are refused, and calls that fan out to far more than what is written. Not thread-safe.
 */
final class CallBound {
    /** The compiler calls each method from at most two others. */
    private static final long MOST = 16;

    private final Map<String, Integer> sizes = new TreeMap<>();
    private final Map<String, List<String>> calls = new HashMap<>();
    private final Map<String, Long> work = new HashMap<>();

    void add(String method, int size, List<Member> called) {
        sizes.put(method, size);
        calls.put(
                method,
                called.stream()
                        .map(member -> member.owner() + "." + member.name() + ":" + member.descriptor())
                        .toList());
    }

    void check() {
        long written = 0;
        long run = 0;
        String most = "";
        for (Map.Entry<String, Integer> method : sizes.entrySet()) {
            written += method.getValue();
            run += work(method.getKey());
            most = work(method.getKey()) > work.getOrDefault(most, 0L) ? method.getKey() : most;
        }
        if (run > MOST * (written + 1_000)) {
            String place = most.substring(0, Math.max(0, most.indexOf(':')));
            throw new ClassRefusal(ClassRefusal.CODE, "calls that fan out to " + run + " instructions", place);
        }
    }

    /** Depth first, on a stack of our own: what it looks at may be deep on purpose. */
    private long work(String start) {
        Deque<String> open = new ArrayDeque<>();
        open.push(start);
        while (!open.isEmpty()) {
            String method = open.peek();
            if (work.getOrDefault(method, 0L) > 0) {
                open.pop();
                continue;
            }
            List<String> next = Stream.ofNullable(calls.get(method))
                    .flatMap(List::stream)
                    .filter(called -> work.getOrDefault(called, 0L) <= 0)
                    .toList();
            if (next.isEmpty()) {
                work.put(method, sum(method));
                open.pop();
            } else if (work.putIfAbsent(method, 0L) != null) {
                throw circle(method);
            } else {
                next.forEach(called -> visit(open, called, method));
            }
        }
        return work.getOrDefault(start, 1L);
    }

    private static ClassRefusal circle(String method) {
        return new ClassRefusal(ClassRefusal.CODE, "calls in a circle", method.substring(0, method.indexOf(':')));
    }

    private void visit(Deque<String> open, String called, String caller) {
        if (work.containsKey(called)) {
            throw circle(caller);
        }
        open.push(called);
    }

    private long sum(String method) {
        long sum = 1L + sizes.getOrDefault(method, 0);
        for (String called : calls.getOrDefault(method, List.of())) {
            sum = Math.min(Integer.MAX_VALUE, sum + work.getOrDefault(called, 0L));
        }
        return sum;
    }
}
