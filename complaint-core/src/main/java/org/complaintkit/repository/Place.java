package org.complaintkit.repository;

import java.time.Instant;

/**
 * Where a case stands in an order by time: by a moment, equal ones by id in the order of code points (which is the order of
 * their UTF-8 bytes).
 *
 * @param at the moment: of receipt, or at which the case is due
 * @param caseId the case
 */
public record Place(Instant at, String caseId) implements Comparable<Place> {
    /** Before every case. */
    public static final Place FIRST = new Place(Instant.MIN, "");

    @Override
    public int compareTo(Place other) {
        int byTime = at.compareTo(other.at);
        return byTime != 0 ? byTime : byCodePoints(caseId, other.caseId);
    }

    /** {@code String.compareTo} puts characters beyond U+FFFF before some of those below. */
    private static int byCodePoints(String a, String b) {
        int shared = Math.min(a.length(), b.length());
        for (int i = 0; i < shared; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean sameKind = Character.isSurrogate(x) == Character.isSurrogate(y);
                if (sameKind) {
                    return Character.compare(x, y);
                }
                return Character.isSurrogate(x) ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
