package org.complaintkit.examples.bank.outbox;

import java.time.Instant;
import java.util.List;
import org.complaintkit.duty.Notice;
import org.complaintkit.model.Assignee;
import org.jspecify.annotations.Nullable;

/** A notice as the receiver gets it: codes and identifiers, nothing that identifies the complainant. */
record DutyMessage(
        String key,
        Notice.Kind kind,
        String caseId,
        String pack,
        String code,
        String clause,
        List<Assignee> to,
        Instant at,
        @Nullable Instant by) {

    static DutyMessage of(Notice notice) {
        return new DutyMessage(
                notice.key(),
                notice.kind(),
                notice.caseId(),
                notice.pack(),
                notice.code(),
                notice.clause(),
                notice.to(),
                notice.at(),
                notice.by());
    }
}
