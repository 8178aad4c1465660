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
        if (due()) {
            draw(bytes, total, String.format(Locale.ROOT, "%,d lines", lines));
        }
    }

    /** Of a run whose steps are known, however much each takes. */
    void of(int done, int all) {
        if (due()) {
            draw(done, all, String.format(Locale.ROOT, "%,d of %,d", done, all));
        }
    }

    private boolean due() {
        if (!wanted || nanos.getAsLong() - next < 0) {
            return false;
        }
        next = nanos.getAsLong() + PACE;
        return true;
    }

    private void draw(long part, long whole, String told) {
        drawn = true;
        if (whole > 0) {
            int done = (int) Math.min(WIDTH, part * WIDTH / whole);
            err.print(String.format(
                    Locale.ROOT,
                    "\r[%s%s] %3d %%  %s",
                    "#".repeat(done),
                    ".".repeat(WIDTH - done),
                    Math.min(100, part * 100 / whole),
                    told));
        } else {
            err.print("\r" + told);
        }
    }

    /** Wipes the bar. */
    void end() {
        if (drawn) {
            err.print("\r" + " ".repeat(WIDTH + 30) + "\r");
        }
    }
}
