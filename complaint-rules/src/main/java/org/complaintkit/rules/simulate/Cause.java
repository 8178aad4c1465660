package org.complaintkit.rules.simulate;

import org.complaintkit.rules.diff.Change;
import org.jspecify.annotations.Nullable;

/**
 * The row or rule to which a difference goes back.
 *
 * @param kind what it is
 * @param pack id of the pack; that of the calendar where the calendar changed; empty where nobody can say
 * @param change what changed in the pack; null for the other kinds
 */
public record Cause(Kind kind, String pack, @Nullable Change change) {
    /** Kinds of causes. */
    public enum Kind {
        /** A changed row or rule of a pack. */
        CHANGE,
        /** The working days of a calendar. */
        CALENDAR,
        /** Several changes together, of which none shows in the reasons of the answers. */
        TOGETHER
    }

    static Cause change(String pack, Change change) {
        return new Cause(Kind.CHANGE, pack, change);
    }
}
