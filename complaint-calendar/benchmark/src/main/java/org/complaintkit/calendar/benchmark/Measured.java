package org.complaintkit.calendar.benchmark;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.ListStatistics;

/**
 * What one side of a question cost, over all its forks. Not thread-safe.
 *
 * <p>The middle reading stands for all: what else happens on a machine makes a reading slower and never faster, and one
 * such burst would pull a mean along.
 */
final class Measured {
    /** Of a normal distribution: 95 % lie within so many standard deviations. */
    private static final double WITHIN_95_PERCENT = 1.96;

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final ListStatistics nanos = new ListStatistics();
    private double bytes = Double.NaN;

    void add(RunResult run) {
        run.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .forEach(
                        iteration -> nanos.addValue(iteration.getPrimaryResult().getScore()));
        run.getSecondaryResults().forEach((name, profiled) -> {
            if (name.endsWith(ALLOCATED)) {
                bytes = Double.isNaN(bytes) ? profiled.getScore() : Math.max(bytes, profiled.getScore());
            }
        });
    }

    /** Nanoseconds a call, half of the readings below and half above. */
    double median() {
        return nanos.getPercentile(50);
    }

    /**
     * Half the width of the interval that holds the true median with 95 % confidence, whatever the readings are like:
     * of n readings, the number below the median is binomial with a spread of half the root of n.
     */
    double error() {
        double reach = 100 * WITHIN_95_PERCENT * Math.sqrt(nanos.getN()) / 2 / nanos.getN();
        return (nanos.getPercentile(Math.min(100, 50 + reach)) - nanos.getPercentile(Math.max(1, 50 - reach))) / 2;
    }

    /** Bytes a call, of the fork that made most; not a number if nothing was measured. */
    double bytes() {
        return bytes;
    }

    double ratio(Measured peer) {
        return median() / peer.median();
    }

    /** The error of the ratio, from the errors of both sides. */
    double ratioError(Measured peer) {
        return ratio(peer) * Math.hypot(error() / median(), peer.error() / peer.median());
    }
}
