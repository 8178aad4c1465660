package org.complaintkit.duty;

import java.time.Instant;
import java.util.List;
import org.complaintkit.model.Assignee;
import org.jspecify.annotations.Nullable;

/**
 * Something on its way out of the case, or of the institution's book of reports, to those who must act. It carries codes and identifiers only, nothing that
 * identifies the complainant (RCC-06).
 *
 * @param key the same for the same thing, however often it is sent
 * @param kind what it is
 * @param caseId the case, or the key of the report
 * @param pack id of the pack
 * @param code duty code, escalation id or deadline id
 * @param to who is told, in the binding order: roles, with the persons in them as far as the organisation knows them
 * @param clause the clause that demands it
 * @param at when it arose
 * @param by the end of the time in which it must be acted on; null where none is set
 */
public record Notice(
        String key,
        Kind kind,
        String caseId,
        String pack,
        String code,
        List<Assignee> to,
        String clause,
        Instant at,
        @Nullable Instant by) {
    public Notice {
        to = List.copyOf(to);
    }

    /** Kinds of notices. */
    public enum Kind {
        DUTY,
        ESCALATION,
        /** A limit is near. */
        WARNING,
        /** The limit of a report of the institution has passed; of a case that is told by an escalation. */
        BREACH
    }

    /** The key of the thing {@code code} of one round of a case. */
    public static String key(String caseId, String pack, Kind kind, String code, int round) {
        return caseId + "/" + pack + "/" + kind + "/" + code + "/" + round;
    }
}
