package org.complaintkit.examples.quickstart.screen;

import java.io.PrintStream;

/** A bar on standard error that shows how far long work has come; written only where a person
 * looks at a terminal. Thread-safe.
 */
public final class Progress implements AutoCloseable {
    private static final int CELLS = 40;

    private final PrintStream err;
    private final boolean shown;
    private final int total;
    private int done;
    private int drawn = -1;

    /**
     * Work of so many steps.
     *
     * @param shown whether anybody sees it
     */
    public Progress(PrintStream err, boolean shown, int total) {
        this.err = err;
        this.shown = shown;
        this.total = total;
    }

    /** One step more is done. */
    public synchronized void step() {
        done++;
        int percent = total == 0 ? 100 : (int) (100L * done / total);
        if (shown && percent != drawn) {
            drawn = percent;
            int filled = CELLS * percent / 100;
            err.print("\r[" + "#".repeat(filled) + ".".repeat(CELLS - filled) + "] " + done + "/" + total);
            err.flush();
        }
    }

    /** Wipes the bar off. */
    @Override
    public void close() {
        if (shown && drawn >= 0) {
            err.print("\r" + " ".repeat(CELLS + 30) + "\r");
            err.flush();
        }
    }
}
