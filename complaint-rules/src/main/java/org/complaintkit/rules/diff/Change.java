package org.complaintkit.rules.diff;

import java.util.List;

/**
 * One row or rule that two packs do not have in common. Immutable.
 *
 * @param kind what became of it
 * @param part where it belongs
 * @param file file of the pack
 * @param id what names it in its part: a deadline's id, a rule's name, question and answer of a precedence
 * @param clause clauses that it cites, in the newer pack where it is there; empty where it cites none
 * @param details the values that differ; of what was added or removed all that are not empty. Where the order of a table
 *     counts, {@link #PLACE} tells, counted from 1, which row it was and is of what has moved, and which it is of what was
 *     added to a table that had rows; of what was removed nothing tells it
 */
public record Change(Kind kind, Part part, String file, String id, String clause, List<Detail> details) {
    /** As the field of a detail: the place of a row in its table. */
    public static final String PLACE = "place";

    public Change {
        details = List.copyOf(details);
    }

    /** What became of a row or rule. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** Same content, but other rows of its table come before it now; one that was changed too is told as that. */
        MOVED
    }
}
