package org.complaintkit.calendar.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs all benchmarks, prints ours, the peer's, their ratio and the spread, and fails if a target is missed. */
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
                        .shouldFailOnError(true)
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
        List<String> missed = new ArrayList<>();
        System.out.printf(
                Locale.ROOT, "%-20s %18s %20s %8s %8s%n", "question", "ours ns", "peer ns", "ratio", "target");
        scores.forEach((name, row) -> {
            double ratio = row[2] == 0 ? Double.NaN : row[0] / row[2];
            Target target = Target.of(name);
            boolean met = target.isMetBy(ratio);
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %10.1f +- %5.1f %12.1f +- %5.1f %8.4f %8.3f%s%n",
                    name,
                    row[0],
                    row[1],
                    row[2],
                    row[3],
                    ratio,
                    target.ratio(),
                    met ? "" : "  missed");
            if (!met) {
                missed.add(name);
            }
        });
        if (!missed.isEmpty() || scores.isEmpty()) {
            System.out.println("Targets missed: " + missed + "; believe it of a machine that does nothing else.");
            System.exit(1);
        }
    }
}
