package org.complaintkit.repository;

/**
 * Somebody else wrote the case, or took the number, between our load and our save. Nothing was stored; load again and
 * repeat. The desk does so by itself.
 */
public final class StaleCaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StaleCaseException(String caseId, long expected, long found) {
        super("case " + caseId + ": expected version " + expected + ", found " + found + "; load it again and repeat");
    }

    private StaleCaseException(String message) {
        super(message);
    }

    /** A number that is not the next one of its sequence. */
    public static StaleCaseException number(String sequence, long taken, long last) {
        return new StaleCaseException("sequence " + sequence + ": " + taken + " does not follow " + last
                + "; ask for the last one and repeat");
    }
}
