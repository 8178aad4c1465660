package org.complaintkit.calendar.benchmark;

import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.runner.RunnerException;

/** Holds the calendar to its targets. */
public final class CalendarRatios {
    private static final Map<String, Target> TARGETS = new TreeMap<>(Map.ofEntries(
            Map.entry("isWorkingDay", Target.plain(1.2)),
            Map.entry("add0003", Target.plain(0.5)),
            Map.entry("add0015", Target.plain(0.22)),
            Map.entry("add0060", Target.plain(0.08)),
            Map.entry("add1000", Target.plain(0.005)),
            Map.entry("add7000", Target.plain(0.005)),
            Map.entry("between30Days", Target.plain(1.2)),
            Map.entry("between1Year", Target.plain(0.5)),
            Map.entry("between10Years", Target.plain(0.2)),
            Map.entry("add40Hours", Target.making(0.2)),
            // The same code over other years: no more than inside them, and what two runs of one method differ by.
            Map.entry("add60Beyond", Target.plain(1.1)),
            Map.entry("isWorkingDayBeyond", Target.plain(1.1)),
            // The answer against the same answer with its proof: that costs, so it is made only when asked for.
            Map.entry("outlook15Days", Target.making(0.5)),
            Map.entry("outlook60Days", Target.making(0.25))));

    private CalendarRatios() {}

    /** Takes the arguments of {@link Ratios#run}. */
    public static void main(String[] args) throws RunnerException {
        if (!Ratios.run(CalendarBenchmark.class, TARGETS, args)) {
            System.exit(1);
        }
    }
}
