package org.complaintkit.calendar.benchmark;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.ListStatistics;

/** What one side of a question cost, over all its forks. Not thread-safe. */
final class Measured {
    private static final double CONFIDENCE = 0.95;
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

    /** Nanoseconds a call. */
    double mean() {
        return nanos.getMean();
    }

    /** Half the width of the interval that holds the mean with 95 % confidence. */
    double error() {
        return nanos.getMeanErrorAt(CONFIDENCE);
    }

    /** Bytes a call, of the fork that made most; not a number if nothing was measured. */
    double bytes() {
        return bytes;
    }

    double ratio(Measured peer) {
        return mean() / peer.mean();
    }

    /** The error of the ratio, from the errors of both sides. */
    double ratioError(Measured peer) {
        return ratio(peer) * Math.hypot(error() / mean(), peer.error() / peer.mean());
    }
}
