package org.complaintkit.calendar.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Asks each question of us and of the peer in turn, fork after fork, so that a change of the machine's speed meets both;
 * prints cost, ratio, error, bytes and verdict, and fails if a target is missed or a plain question makes objects.
 */
public final class Ratios {
    private static final int FORKS = 5;

    private Ratios() {}

    /**
     * Runs five forks a side.
     *
     * @param benchmark has for each question a method with the ending {@code _ours} and one with {@code _peer}, and says
     *     how long each of them warms up and is measured
     * @param targets by question
     * @param args none, or a pattern that narrows the questions, and after it the number of forks
     * @return whether no target is missed
     */
    public static boolean run(Class<?> benchmark, Map<String, Target> targets, String[] args) throws RunnerException {
        Pattern wanted = Pattern.compile(args.length > 0 ? args[0] : "");
        int forks = args.length > 1 ? Integer.parseInt(args[1]) : FORKS;
        List<String> missed = new ArrayList<>();
        List<String> undecided = new ArrayList<>();
        int asked = 0;
        System.out.printf(
                Locale.ROOT,
                "%-20s %18s %20s %18s %8s %8s %s%n",
                "question",
                "ours ns",
                "peer ns",
                "ratio",
                "target",
                "B/call",
                "verdict");
        for (Map.Entry<String, Target> entry : targets.entrySet()) {
            String question = entry.getKey();
            if (!wanted.matcher(question).find()) {
                continue;
            }
            asked++;
            Measured ours = new Measured();
            Measured peer = new Measured();
            for (int fork = 0; fork < forks; fork++) {
                // Who comes first changes from fork to fork.
                measure(benchmark, fork % 2 == 0 ? ours : peer, question + (fork % 2 == 0 ? "_ours" : "_peer"));
                measure(benchmark, fork % 2 == 0 ? peer : ours, question + (fork % 2 == 0 ? "_peer" : "_ours"));
            }
            Target target = entry.getValue();
            Target.Verdict verdict = target.verdict(ours.ratio(peer), ours.ratioError(peer));
            boolean frugal = target.allows(ours.bytes());
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %10.1f +- %4.1f %12.1f +- %4.1f %9.4f +- %5.3f %8.3f %8.2f %s%s%n",
                    question,
                    ours.median(),
                    ours.error(),
                    peer.median(),
                    peer.error(),
                    ours.ratio(peer),
                    ours.ratioError(peer),
                    target.ratio(),
                    ours.bytes(),
                    verdict.name().toLowerCase(Locale.ROOT),
                    frugal ? "" : ", makes too many objects");
            if (verdict == Target.Verdict.MISSED || !frugal) {
                missed.add(question);
            } else if (verdict == Target.Verdict.UNDECIDED) {
                undecided.add(question);
            }
        }
        if (!undecided.isEmpty()) {
            System.out.println("Undecided within the error: " + undecided + "; run these again with more forks.");
        }
        if (!missed.isEmpty() || asked == 0) {
            System.out.println("Targets missed: " + missed + "; believe it of a machine that does nothing else.");
            return false;
        }
        return true;
    }

    private static void measure(Class<?> benchmark, Measured side, String method) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include("\\." + benchmark.getSimpleName() + "\\." + method + "$")
                        .forks(1)
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run()
                .forEach(side::add);
    }
}
