package org.complaintkit.calendar.benchmark;

/**
 * What a question may cost at most.
 *
 * @param ratio the most, as a ratio of the peer's cost in the same run
 * @param bytes the most that a call may allocate
 */
public record Target(double ratio, double bytes) {
    /** Bytes per call that the profiler books on calls that make nothing: what the harness itself makes, shared out. */
    private static final double NOTHING = 0.01;

    /** What the measured ratio says of a target. */
    enum Verdict {
        MET,
        MISSED,
        /** The target lies within the error of the ratio: more forks or a quieter machine decide. */
        UNDECIDED,
        /** There is no target: the figure is told. */
        TOLD
    }

    /** A question that may make no object. */
    public static Target plain(double ratio) {
        return new Target(ratio, NOTHING);
    }

    /** A question that may make objects. */
    public static Target making(double ratio) {
        return making(ratio, Double.POSITIVE_INFINITY);
    }

    /** A question that may make so many bytes of objects. */
    public static Target making(double ratio, double bytes) {
        return new Target(ratio, bytes);
    }

    /** A question whose ratio is told and held to nothing. */
    public static Target told() {
        return making(Double.POSITIVE_INFINITY);
    }

    /** What could not be measured is not met. */
    Verdict verdict(double measured, double error) {
        if (Double.isNaN(measured)) {
            return Verdict.MISSED;
        }
        if (Double.isInfinite(ratio)) {
            return Verdict.TOLD;
        }
        if (measured + error <= ratio) {
            return Verdict.MET;
        }
        return measured - error <= ratio ? Verdict.UNDECIDED : Verdict.MISSED;
    }

    /** Whether no more is allocated than may be; what could not be measured is too much. */
    boolean allows(double measured) {
        return measured <= bytes;
    }
}
