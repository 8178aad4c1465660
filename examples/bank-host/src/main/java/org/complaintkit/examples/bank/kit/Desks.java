package org.complaintkit.examples.bank.kit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.desk.Sweep;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.policy.Vocabulary;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.StoredCase;

/** The desk under the settings in force, and with former settings the one under those that decided a case. Thread-safe. */
public final class Desks {
    private final ComplaintDesk current;
    private final Vocabulary spoken;
    private final FormerDesks former;
    private final CaseRepository repository;

    Desks(ComplaintDesk current, GoverningPacks packs, FormerDesks former, CaseRepository repository) {
        this.current = current;
        this.spoken = former.vocabulary().plus(packs.vocabulary());
        this.former = former;
        this.repository = repository;
    }

    /** For new complaints, for reports, and for what is asked of all cases. */
    public ComplaintDesk current() {
        return current;
    }

    /** For what happens to a case. One that no desk decided gets the current one, which refuses it with the way out. */
    public ComplaintDesk of(String caseId) {
        return former.all().isEmpty()
                ? current
                : repository
                        .load(caseId)
                        .map(StoredCase::value)
                        .flatMap(former::of)
                        .orElse(current);
    }

    /** Whether time can pass over a case: whether a desk is under the packs and parameters that decided it. */
    public boolean know(Case value) {
        return FormerDesks.decided(current, value) || former.of(value).isPresent();
    }

    /** All codes that any of the desks speaks in: what only a former one knows still happens to its cases. */
    public Vocabulary vocabulary() {
        return spoken;
    }

    /** Lets time pass over the cases of all desks; one that cannot be read fails with each of them, and is told once. */
    public Sweep sweep() {
        Sweep sum = current.sweep();
        for (ComplaintDesk desk : former.all()) {
            Sweep next = desk.sweep();
            Set<String> failures = new LinkedHashSet<>(sum.failures());
            failures.addAll(next.failures());
            sum = new Sweep(
                    sum.until(),
                    sum.cases() + next.cases(),
                    sum.delivered() + next.delivered(),
                    next.undelivered(),
                    List.copyOf(failures));
        }
        return sum;
    }
}
