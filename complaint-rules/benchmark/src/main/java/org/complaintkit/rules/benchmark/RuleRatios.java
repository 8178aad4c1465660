package org.complaintkit.rules.benchmark;

import java.util.Map;
import java.util.TreeMap;
import org.complaintkit.calendar.benchmark.Ratios;
import org.complaintkit.calendar.benchmark.Target;
import org.openjdk.jmh.runner.RunnerException;

/** Holds the rules to their targets, and tells what other engines cost. */
public final class RuleRatios {
    private static final int MOST_BYTES = 12_000;

    private static final Map<String, Target> TARGETS = new TreeMap<>(Map.of(
            "decisionAgainstStagedDrools", Target.making(2.0, MOST_BYTES),
            "decisionAgainstUsualDrools", Target.making(1.0, MOST_BYTES),
            "decisionAgainstEvrete", Target.told(),
            "decisionAgainstDmn", Target.told(),
            "decisionAgainstIfElse", Target.told(),
            "rules2000Against60", Target.making(4.0),
            "loadSignedAgainstUnsigned", Target.making(2.0)));

    private RuleRatios() {}

    /** Takes the arguments of {@link Ratios#run}. */
    public static void main(String[] args) throws RunnerException {
        if (!Ratios.run(RuleBenchmark.class, TARGETS, args)) {
            System.exit(1);
        }
    }
}
