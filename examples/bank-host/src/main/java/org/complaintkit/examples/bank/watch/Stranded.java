package org.complaintkit.examples.bank.watch;

import java.util.Optional;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.examples.bank.kit.Desks;
import org.complaintkit.examples.bank.storage.Worklist;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.StoredCase;
import org.springframework.stereotype.Component;

/**
 * Open cases that lie under packs or parameters of which this service knows nothing, as after a start with other settings
 * and without the former ones: every event is refused, and no time passes over them.
 */
@Component
class Stranded {
    private static final int PAGE = 500;

    private final Worklist worklist;
    private final CaseRepository repository;
    private final Desks desks;

    Stranded(Worklist worklist, CaseRepository repository, Desks desks) {
        this.worklist = worklist;
        this.repository = repository;
        this.desks = desks;
    }

    /**
     * How many there are.
     *
     * @param stranded those over which no time passes
     * @param open all that wait for their answer
     */
    record Count(long stranded, long open) {}

    /** Counts them, one question for all cases under the same rules. */
    Count count() {
        noteRules();
        long stranded = 0;
        long open = 0;
        for (Worklist.Share share : worklist.shares()) {
            open += share.cases();
            stranded += isKnown(share.example()) ? 0 : share.cases();
        }
        return new Count(stranded, open);
    }

    private boolean isKnown(String caseId) {
        return readable(caseId).filter(desks::know).isPresent();
    }

    /** Empty for what a newer node has stored and this one cannot read: the sweep tells of it. */
    private Optional<Case> readable(String caseId) {
        try {
            return repository.load(caseId).map(StoredCase::value);
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /** Once, after the list has learned to keep them. */
    private void noteRules() {
        worklist.withoutRules(PAGE).forEach(caseId -> readable(caseId).ifPresent(worklist::note));
    }
}
