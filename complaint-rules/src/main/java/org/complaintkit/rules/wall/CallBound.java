package org.complaintkit.rules.wall;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.complaintkit.rules.wall.ConstantPool.Member;

/**
 * Bounds what methods can run altogether: without loops only calls could make a short class run for ever. Calls in a
 * circle are refused, and calls that fan out to far more than what is written. Not thread-safe.
 */
final class CallBound {
    /** The compiler calls each method from at most two others. */
    private static final long MOST = 16;

    private static final Method UNKNOWN = new Method("", 0, List.of());

    private final Map<String, Method> methods = new HashMap<>();

    /** Its work is zero until it is known. */
    private static final class Method {
        private final String name;
        private final int size;
        private final List<Member> calls;
        private long work;
        private boolean open;

        Method(String name, int size, List<Member> calls) {
            this.name = name;
            this.size = size;
            this.calls = calls;
            this.work = calls.isEmpty() ? 1L + size : 0L;
        }
    }

    void add(String method, int size, List<Member> called) {
        methods.put(method, new Method(method, size, called));
    }

    void check() {
        List<String> names = new ArrayList<>(methods.keySet());
        Collections.sort(names);
        long written = 0;
        long run = 0;
        Method most = UNKNOWN;
        for (String name : names) {
            Method method = called(name);
            reckon(method);
            written += method.size;
            run += method.work;
            most = most == UNKNOWN || method.work > most.work ? method : most;
        }
        if (run > MOST * (written + 1_000)) {
            String place = most.name.substring(0, Math.max(0, most.name.indexOf(':')));
            throw new ClassRefusal(ClassRefusal.CODE, "calls that fan out to " + run + " instructions", place);
        }
    }

    private Method called(String name) {
        return methods.getOrDefault(name, UNKNOWN);
    }

    /** Depth first, on a stack of our own: what it looks at may be deep on purpose. */
    private void reckon(Method start) {
        if (start.work > 0) {
            return;
        }
        Deque<Method> open = new ArrayDeque<>();
        open.push(start);
        while (!open.isEmpty()) {
            Method method = open.peek();
            if (method.work > 0) {
                open.pop();
                continue;
            }
            List<Method> next = new ArrayList<>();
            long sum = 1L + method.size;
            for (Member call : method.calls) {
                Method called = called(call.shown());
                sum = Math.min(Integer.MAX_VALUE, sum + called.work);
                if (called.work == 0) {
                    next.add(called);
                }
            }
            if (next.isEmpty()) {
                method.work = sum;
                open.pop();
            } else if (method.open) {
                throw circle(method);
            } else {
                method.open = true;
                for (Method called : next) {
                    if (called.open) {
                        throw circle(method);
                    }
                    open.push(called);
                }
            }
        }
    }

    private static ClassRefusal circle(Method method) {
        String place = method.name.substring(0, method.name.indexOf(':'));
        return new ClassRefusal(ClassRefusal.CODE, "calls in a circle", place);
    }
}
