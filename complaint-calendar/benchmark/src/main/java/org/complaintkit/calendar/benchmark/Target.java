package org.complaintkit.calendar.benchmark;

import java.util.Map;
import java.util.TreeMap;

/**
 * What the calendar may cost at most, as a ratio of the peer's cost in the same run.
 *
 * @param ratio the most
 */
record Target(double ratio) {
    /** Two runs of one build differ by less, on a machine that does nothing else. */
    private static final double NOISE = 1.1;

    private static final Map<String, Target> ALL = new TreeMap<>(Map.ofEntries(
            entry("isWorkingDay", 1.2),
            entry("add0003", 0.5),
            entry("add0015", 0.22),
            entry("add0060", 0.08),
            entry("add1000", 0.005),
            entry("add7000", 0.005),
            entry("between30Days", 1.2),
            entry("between1Year", 0.5),
            entry("between10Years", 0.2),
            entry("add40Hours", 0.2),
            // The same code over other years: what is allowed is what two runs of one method differ by.
            entry("add60Beyond", 1.1),
            entry("isWorkingDayBeyond", 1.1)));

    private static Map.Entry<String, Target> entry(String question, double ratio) {
        return Map.entry(question, new Target(ratio));
    }

    /**
     * The target of a question.
     *
     * @throws IllegalArgumentException if a question has none: each has to be held to something
     */
    static Target of(String question) {
        Target target = ALL.get(question);
        if (target == null) {
            throw new IllegalArgumentException("no target for " + question);
        }
        return target;
    }

    /** Whether it is met but for noise; what could not be measured is not. */
    boolean isMetBy(double measured) {
        return measured <= ratio * NOISE;
    }
}
