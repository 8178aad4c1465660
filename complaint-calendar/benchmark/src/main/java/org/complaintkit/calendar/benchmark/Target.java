package org.complaintkit.calendar.benchmark;

import java.util.Map;
import java.util.TreeMap;

/**
 * What the calendar may cost at most, as a ratio of the peer's cost in the same run.
 *
 * @param ratio the most
 * @param allocates whether an answer may make objects: the plain questions may not
 */
record Target(double ratio, boolean allocates) {
    /** Bytes per call that the profiler books on calls that make nothing: what the harness itself makes, shared out. */
    private static final double NOTHING = 0.01;

    private static final Map<String, Target> ALL = new TreeMap<>(Map.ofEntries(
            plain("isWorkingDay", 1.2),
            plain("add0003", 0.5),
            plain("add0015", 0.22),
            plain("add0060", 0.08),
            plain("add1000", 0.005),
            plain("add7000", 0.005),
            plain("between30Days", 1.2),
            plain("between1Year", 0.5),
            plain("between10Years", 0.2),
            making("add40Hours", 0.2),
            // The same code over other years: no more than inside them, and what two runs of one method differ by.
            plain("add60Beyond", 1.1),
            plain("isWorkingDayBeyond", 1.1),
            // The answer against the same answer with its proof: that costs, so it is made only when asked for.
            making("outlook15Days", 0.5),
            making("outlook60Days", 0.25)));

    /** What the measured ratio says of a target. */
    enum Verdict {
        MET,
        MISSED,
        /** The target lies within the error of the ratio: more forks or a quieter machine decide. */
        UNDECIDED
    }

    private static Map.Entry<String, Target> plain(String question, double ratio) {
        return Map.entry(question, new Target(ratio, false));
    }

    private static Map.Entry<String, Target> making(String question, double ratio) {
        return Map.entry(question, new Target(ratio, true));
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

    static Iterable<String> questions() {
        return ALL.keySet();
    }

    /** What could not be measured is not met. */
    Verdict verdict(double measured, double error) {
        if (measured + error <= ratio) {
            return Verdict.MET;
        }
        return measured - error <= ratio ? Verdict.UNDECIDED : Verdict.MISSED;
    }

    /** Whether no more objects are made than may be; what could not be measured is too much. */
    boolean allows(double bytes) {
        return allocates || bytes <= NOTHING;
    }
}
