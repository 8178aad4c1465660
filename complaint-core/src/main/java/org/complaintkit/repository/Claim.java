package org.complaintkit.repository;

import java.util.List;

/**
 * Things that nobody else works on for the time being. See {@link CaseRepository#due} for its law. Used by one thread.
 *
 * @param <T> what is claimed
 */
public interface Claim<T> extends AutoCloseable {
    /** What is claimed, in order; empty if there is nothing that nobody else holds. Does not change. */
    List<T> items();

    /** Gives everything back; a second call does nothing. Does not throw: a claim that cannot be given back is lost anyway. */
    @Override
    void close();
}
