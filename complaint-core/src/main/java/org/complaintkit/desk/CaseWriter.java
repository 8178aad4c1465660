package org.complaintkit.desk;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.audit.AuditTrail;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.repository.CaseChange;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.StaleCaseException;
import org.complaintkit.repository.StoredCase;
import org.jspecify.annotations.Nullable;

/** Puts case, events, notices, audit and numbers into the one write that the repository has. */
final class CaseWriter {
    /** A write lost to another is repeated: of two desks at one case each loses every second time. */
    static final int ATTEMPTS = 100;

    private final CaseRepository repository;
    private final Clock clock;

    CaseWriter(CaseRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Loads the case, works on it and stores what came of it; a write lost to another is repeated. */
    Outcome write(String caseId, String kind, Function<Case, Numbering.Numbered> work) {
        return write(caseId, kind, UnaryOperator.identity(), work);
    }

    /** Stores the case as it is erased; what a newer version stored beside goes with it. */
    void erase(String caseId, UnaryOperator<Case> work) {
        write(
                caseId,
                "ERASED",
                StoredCase::withoutNewer,
                value -> Numbering.none(new Outcome(work.apply(value), true, List.of(), List.of())));
    }

    private Outcome write(
            String caseId, String kind, UnaryOperator<StoredCase> kept, Function<Case, Numbering.Numbered> work) {
        for (int attempt = 1; ; attempt++) {
            StoredCase stored = repository.load(caseId).orElseThrow(() -> Admission.unknownCase(caseId));
            StoredCase before = kept.apply(stored);
            Numbering.Numbered numbered = work.apply(stored.value());
            Outcome outcome = numbered.outcome();
            if (outcome.now().equals(stored.value()) && before.equals(stored)) {
                return outcome;
            }
            try {
                store(numbered, before, kind);
                return outcome;
            } catch (StaleCaseException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Stores an outcome with its link of the trail. */
    void store(Numbering.Numbered numbered, @Nullable StoredCase before, String kind) {
        Outcome outcome = numbered.outcome();
        Case now = outcome.now();
        AuditEntry link = AuditTrail.next(
                before == null ? null : before.lastAudit(), now.id(), kind, clock.instant(), Canonical.text(outcome));
        CaseChange change = before == null
                ? CaseChange.first(now, outcome.notices(), link)
                : CaseChange.after(before, now, outcome.notices(), link);
        for (Map.Entry<String, Long> number : numbered.taken().entrySet()) {
            change = change.taking(number.getKey(), number.getValue());
        }
        repository.save(change);
    }
}
