package org.complaintkit.policy;

/** What can be reckoned from cases. Rates lie in 0..1; one of nothing is unknown, never 0 or 1. */
public enum Figure {
    /** How many there are. */
    COUNT,
    /**
     * Share on time. Of a case, whether all that ends its handling was met, among those where that is certain (RCC-08); of
     * an event, the share of the clocks that it ends (MCH-E2b).
     */
    ON_TIME_RATE,
    /** Share of the cases with a limit of handling that are, or were, past it (CBR-19). */
    OVERDUE_RATE,
    /** Share of the cases in whose handling a rule found a breach (CBR-19). */
    IMPROPER_HANDLING_RATE,
    /** Satisfied, basically satisfied included, among all answers that were obtained. */
    SATISFACTION_RATE,
    /** Satisfied after the handling among all that were handled (HOS-06). */
    SECOND_SATISFACTION_RATE,
    /** Cases per million of a base that a parameter gives (TEL-01). */
    RATE_PER_MILLION,
    /** Sum of the claimed loss, of an amount of the books, or of a given number. */
    LOSS_AMOUNT
}
