package org.complaintkit.examples.bank;

/** Somebody else has changed the case since the caller read it; nothing was written. */
public final class ChangedCaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChangedCaseException(String caseId) {
        super("case " + caseId + " was changed since it was read");
    }
}
