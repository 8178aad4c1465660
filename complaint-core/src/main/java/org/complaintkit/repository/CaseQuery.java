package org.complaintkit.repository;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks for cases, for lists and reports.
 *
 * @param from received at or after this moment; from 1900 on no report of the institution is found among the cases
 * @param before received before this moment
 * @param states in one of these states; empty for any
 * @param after only cases after this place: {@link Place#FIRST}, or the last one of the page before
 * @param limit at most so many; 1 or more
 */
public record CaseQuery(Instant from, Instant before, Set<String> states, Place after, int limit) {
    private static final int PAGE = 100;

    public CaseQuery {
        states = Collections.unmodifiableSet(new TreeSet<>(states));
    }

    /** The first hundred cases received in [from, before), in whatever state. */
    public static CaseQuery received(Instant from, Instant before) {
        return new CaseQuery(from, before, Set.of(), Place.FIRST, PAGE);
    }

    /** The same, only cases in one of these states. */
    public CaseQuery in(Set<String> onlyStates) {
        return new CaseQuery(from, before, onlyStates, after, limit);
    }

    /** The next page. */
    public CaseQuery after(Place last) {
        return new CaseQuery(from, before, states, last, limit);
    }

    /** The same with pages of another length. */
    public CaseQuery limit(int most) {
        return new CaseQuery(from, before, states, after, most);
    }
}
