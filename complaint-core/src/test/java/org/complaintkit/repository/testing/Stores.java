package org.complaintkit.repository.testing;

import java.time.Instant;
import java.util.List;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.audit.AuditTrail;
import org.complaintkit.duty.Notice;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.repository.CaseChange;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.Claim;
import org.complaintkit.repository.Place;
import org.complaintkit.repository.StoredCase;
import org.jspecify.annotations.Nullable;

/** What the laws work on, and the calls that they share. */
public interface Stores {
    /** A store that is empty at the first call of a test; the same storage each time within one test. */
    CaseRepository repository();

    /**
     * The same storage as another process sees it: through objects of its own, past every cache of {@link #repository()}.
     * A store that lives in one process only has no other view.
     */
    default CaseRepository another() {
        return repository();
    }

    /** The first write of a case. */
    default CaseChange first(Outcome received) {
        return CaseChange.first(received.now(), received.notices(), link(null, received.now()));
    }

    /** The write that follows what is stored now. */
    default CaseChange next(String caseId, Outcome outcome) {
        StoredCase stored = stored(caseId);
        return CaseChange.after(stored, outcome.now(), outcome.notices(), link(stored.lastAudit(), outcome.now()));
    }

    /** Receives and stores. */
    default Case save(Outcome received) {
        repository().save(first(received));
        return received.now();
    }

    /** What another process reads. */
    default StoredCase stored(String caseId) {
        return another().load(caseId).orElseThrow(() -> new AssertionError("case " + caseId + " is not stored"));
    }

    /** Places due by a moment; claimed and given back. */
    default List<Place> due(Instant by) {
        try (Claim<Place> claim = another().due(by, Place.FIRST, 100_000)) {
            return claim.items();
        }
    }

    /** Notices that wait; claimed and given back. */
    default List<Notice> waiting() {
        try (Claim<Notice> claim = another().unpublished("", 100_000)) {
            return claim.items();
        }
    }

    /** A link of the trail. */
    default AuditEntry link(@Nullable AuditEntry last, Case value) {
        return AuditTrail.next(last, value.id(), "TIME_PASSED", value.advancedTo(), value.state());
    }
}
