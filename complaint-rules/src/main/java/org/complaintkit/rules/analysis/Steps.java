package org.complaintkit.rules.analysis;

/** Is told how far a long search has got, in the thread that searches. */
@FunctionalInterface
public interface Steps {
    /** For whom nobody waits. */
    Steps UNTOLD = (done, all) -> {};

    /**
     * Some steps are done; they need not take equally long.
     *
     * @param done how many, from 0 to all
     * @param all how many there are
     */
    void done(int done, int all);
}
