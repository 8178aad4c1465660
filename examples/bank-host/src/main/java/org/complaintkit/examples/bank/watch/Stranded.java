package org.complaintkit.examples.bank.watch;

import java.util.List;
import java.util.Optional;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.examples.bank.kit.Desks;
import org.complaintkit.examples.bank.storage.Worklist;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.StoredCase;
import org.springframework.stereotype.Component;

/**
 * Cases that wait for their answer under packs or parameters of which this service knows nothing, as after a start with
 * other settings and without the former ones: every event is refused, and no time passes over them. Those whose clock
 * stands still, that have no limit, or that are answered may lie under such rules as well, and are not counted: of them
 * the sweep tells as of failed ones, once something falls due.
 */
@Component
class Stranded {
    private static final int PAGE = 500;
    private static final int EXAMPLES = 10;

    private final Worklist worklist;
    private final CaseRepository repository;
    private final Desks desks;

    /** The last case whose rules were to be noted; empty where the next page is the first. */
    private volatile String noted = "";

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

    /** Counts them, one case telling for all under the same rules. */
    Count count() {
        noteRules();
        long stranded = 0;
        long open = 0;
        for (Worklist.Share share : worklist.shares()) {
            open += share.cases();
            stranded += isKnown(share) ? 0 : share.cases();
        }
        return new Count(stranded, open);
    }

    /**
     * The first case that this node can read tells. Where it can read none of the examples nothing is known of their rules:
     * a case that a newer node wrote is no reason to take this one from the network.
     */
    private boolean isKnown(Worklist.Share share) {
        return worklist.examples(share, EXAMPLES).stream()
                .flatMap(caseId -> readable(caseId).stream())
                .findFirst()
                .map(desks::know)
                .orElse(true);
    }

    /** Empty for what a newer node has stored and this one cannot read: the sweep tells of it. */
    private Optional<Case> readable(String caseId) {
        try {
            return repository.load(caseId).map(StoredCase::value);
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /** After the list has learned to keep them: page by page, so that no unreadable case stands before the others. */
    private void noteRules() {
        List<String> page = worklist.withoutRules(noted, PAGE);
        page.forEach(caseId -> readable(caseId).ifPresent(worklist::note));
        noted = page.size() < PAGE ? "" : page.get(PAGE - 1);
    }
}
