package org.complaintkit.examples.workbench;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A bar that shows how far a run has got: only once it has lasted a second, and five times a second at most. */
final class Progress {
    private static final int WIDTH = 40;
    private static final long PATIENCE = 1_000_000_000L;
    private static final long PACE = 200_000_000L;

    private final PrintStream err;
    private final long total;
    private final LongSupplier nanos;
    private final boolean wanted;
    private long next;
    private boolean drawn;

    /**
     * A bar.
     *
     * @param total bytes to read; 0 where unknown, then only lines are told
     * @param nanos elapsed time, from any origin
     */
    Progress(PrintStream err, boolean wanted, long total, LongSupplier nanos) {
        this.err = err;
        this.wanted = wanted;
        this.total = total;
        this.nanos = nanos;
        this.next = wanted ? nanos.getAsLong() + PATIENCE : 0;
    }

    void at(long bytes, long lines) {
        if (!wanted || nanos.getAsLong() - next < 0) {
            return;
        }
        next = nanos.getAsLong() + PACE;
        drawn = true;
        if (total > 0) {
            int done = (int) Math.min(WIDTH, bytes * WIDTH / total);
            err.print(String.format(
                    Locale.ROOT,
                    "\r[%s%s] %3d %%  %,d lines",
                    "#".repeat(done),
                    ".".repeat(WIDTH - done),
                    Math.min(100, bytes * 100 / total),
                    lines));
        } else {
            err.print(String.format(Locale.ROOT, "\r%,d lines", lines));
        }
    }

    /** Wipes the bar. */
    void end() {
        if (drawn) {
            err.print("\r" + " ".repeat(WIDTH + 30) + "\r");
        }
    }
}
