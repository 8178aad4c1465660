package org.complaintkit.policy;

/**
 * How sure we are that a clause says what its pack says it does: of a policy of which we have the text there is nothing to
 * say, of a law that we know from others there is. Shown beside the basis; it changes no answer.
 */
public enum Confidence {
    /** Sure: the text was seen, or there is no doubt about it. */
    HIGH,
    /** Fairly sure: one source, a commentary, or memory. */
    MEDIUM,
    /** Not sure: to be looked up before anybody relies on it. */
    LOW;

    /** The lesser of two. */
    public Confidence least(Confidence other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
