package org.complaintkit.rules.benchmark;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.complaintkit.calendar.benchmark.Ratios;
import org.complaintkit.calendar.benchmark.Target;
import org.openjdk.jmh.runner.RunnerException;

/** Holds the rules to their targets, warm and from the start of a process, and tells what other engines cost. */
public final class RuleRatios {
    private static final int MOST_BYTES = 12_000;

    /**
     * A load with scan and signature may take twice what it takes without both. Nothing loads without the scan, so the two
     * are held apart: 1.4 times a load without signature, of which the scan is at most three tenths, is 1.4 / 0.7.
     */
    private static final Map<String, Target> TARGETS = new TreeMap<>(Map.of(
            "decisionAgainstStagedDrools", Target.making(2.0, MOST_BYTES),
            "decisionAgainstUsualDrools", Target.making(1.0, MOST_BYTES),
            "decisionAgainstEvrete", Target.told(),
            "decisionAgainstDmn", Target.told(),
            "decisionAgainstIfElse", Target.told(),
            "rules2000Against60", Target.making(4.0),
            "loadSignedAgainstUnsigned", Target.making(1.4),
            "scanAgainstLoad", Target.making(0.3)));

    private RuleRatios() {}

    /** Takes the arguments of {@link Ratios#run}; without any it starts processes as well. */
    public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
        boolean cold = args.length > 0 || FreshProcess.met();
        boolean warm = Ratios.run(RuleBenchmark.class, TARGETS, args);
        if (!cold || !warm) {
            System.exit(1);
        }
    }
}
