package org.complaintkit.policy;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code authority.csv}: up to which amount somebody may do something. All rows of an act together are its ladder;
 * of several that fit whoever acts the farthest one counts, and a role that none of them names has no authority. An act that
 * names no role is held against the rows of {@link #ANYBODY} alone: nobody can say whose authority it went beyond, so a host
 * that wants its ladders kept names the role that whoever is signed in acts in.
 *
 * @param act the approval, payment or promise, with what it must say
 * @param role whose authority it is, a code of kind ROLE; {@link #ANYBODY} for everybody
 * @param upTo the greatest amount, in parameters and numbers; null where it has no limit
 * @param sum what is held against it
 * @param when a label that the case must carry; empty where any case will do
 * @param takesEffect whether the act counts all the same when it goes beyond
 * @param finding code of kind FINDING for an act beyond the authority
 * @param clause the clause that sets the limit
 * @param basis where it comes from
 */
public record AuthorityRule(
        EventPattern act,
        String role,
        @Nullable Formula upTo,
        Sum sum,
        String when,
        boolean takesEffect,
        String finding,
        String clause,
        Basis basis) {
    /** As a role: whoever acts. */
    public static final String ANYBODY = "*";

    /** The amount that an authority covers. */
    public enum Sum {
        /** The amount that the act names, else the one that is at stake in the case. */
        EACH,
        /** What all acts of the type in this round come to, this one included. */
        TOTAL
    }

    /** Whether the row is about somebody in this role, in a case with these labels. */
    public boolean covers(String by, Set<String> labels) {
        return (role.equals(ANYBODY) || role.equals(by)) && (when.isEmpty() || labels.contains(when));
    }

    /** The greatest amount; empty where there is no limit. */
    public Optional<BigDecimal> most(Parameters parameters) {
        return upTo == null ? Optional.empty() : upTo.value(name -> Optional.of(parameters.number(name.text())));
    }
}
