package org.complaintkit.repository;

/**
 * Somebody else wrote the case between our load and our save. Nothing was stored; load again and repeat. The desk does so
 * by itself.
 */
public final class StaleCaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StaleCaseException(String caseId, long expected, long found) {
        super("case " + caseId + ": expected version " + expected + ", found " + found + "; load it again and repeat");
    }
}
