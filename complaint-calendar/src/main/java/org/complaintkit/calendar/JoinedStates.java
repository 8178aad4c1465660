package org.complaintkit.calendar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Earlier states of knowledge of a joined calendar that were asked for lately: tables of a join take a tenth of a second.
 * A state is known by the states of its parts. Thread-safe; the least recently used one is forgotten.
 */
final class JoinedStates {
    /** More than the publications of ten years. */
    static final int MOST = 32;

    private final Map<List<WorkingCalendar>, JoinedCalendar> states = new LinkedHashMap<>(16, 0.75f, true);

    /** Made under the lock, so that threads that ask together wait for one table instead of making one each. */
    synchronized JoinedCalendar of(List<WorkingCalendar> parts, Supplier<JoinedCalendar> make) {
        JoinedCalendar state = states.get(parts);
        if (state == null) {
            if (states.size() >= MOST) {
                states.remove(states.keySet().iterator().next());
            }
            state = make.get();
            states.put(parts, state);
        }
        return state;
    }

    synchronized int size() {
        return states.size();
    }
}
