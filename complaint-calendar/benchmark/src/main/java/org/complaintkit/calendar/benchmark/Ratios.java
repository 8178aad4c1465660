package org.complaintkit.calendar.benchmark;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs all benchmarks and prints ours, the peer's, their ratio and the spread. */
public final class Ratios {
    private Ratios() {}

    /** Runs with one fork, eight short iterations each; an argument narrows the benchmarks by name. */
    public static void main(String[] args) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(CalendarBenchmark.class.getSimpleName() + (args.length > 0 ? "." + args[0] : ""))
                        .forks(1)
                        .warmupIterations(4)
                        .warmupTime(TimeValue.milliseconds(300))
                        .measurementIterations(8)
                        .measurementTime(TimeValue.milliseconds(300))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        Map<String, double[]> scores = new TreeMap<>();
        for (RunResult result : results) {
            String name = result.getPrimaryResult().getLabel();
            double[] row = scores.computeIfAbsent(name.substring(0, name.indexOf('_')), key -> new double[4]);
            int place = name.endsWith("_ours") ? 0 : 2;
            row[place] = result.getPrimaryResult().getScore();
            row[place + 1] = result.getPrimaryResult().getScoreError();
        }
        System.out.printf(Locale.ROOT, "%-16s %18s %20s %8s%n", "question", "ours ns", "peer ns", "ratio");
        scores.forEach((name, row) -> System.out.printf(
                Locale.ROOT,
                "%-16s %10.1f +- %5.1f %12.1f +- %5.1f %8.3f%n",
                name,
                row[0],
                row[1],
                row[2],
                row[3],
                row[2] == 0 ? Double.NaN : row[0] / row[2]));
    }
}
