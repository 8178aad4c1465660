package org.complaintkit.report;

import java.time.Instant;
import org.complaintkit.lifecycle.CaseEvent;

/**
 * A report that was filed.
 *
 * @param event the event that tells it; what it says as {@code reference} is the host's own
 * @param kind what it is
 * @param earlierPeriod whether by then a later period of the same report had ended as well
 */
public record Filing(CaseEvent event, Kind kind, boolean earlierPeriod) {
    private static final String CORRECTS = "corrects";
    private static final String NO = "false";

    /** Kinds of filings. */
    public enum Kind {
        /** The first one, at or before the limit. */
        IN_TIME,
        /** The first one, after the limit. */
        LATE,
        /** It corrects what was filed before; when the duty was discharged stays as it is. */
        CORRECTION,
        /** Filed once more: recorded, and nothing follows from it. */
        REPEATED
    }

    public Instant at() {
        return event.occurredAt();
    }

    /** What the host keeps it under; empty where it does not say. */
    public String reference() {
        return event.value("reference");
    }

    /** Whether an event says that it corrects an earlier filing. */
    static boolean corrects(CaseEvent event) {
        return !event.value(CORRECTS).isBlank() && !event.value(CORRECTS).equals(NO);
    }
}
