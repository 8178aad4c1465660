package org.complaintkit.examples.bank.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.duty.Notice;
import org.complaintkit.examples.postgres.Transactions;
import org.complaintkit.report.ReportKey;
import org.complaintkit.repository.CaseChange;
import org.complaintkit.repository.CaseQuery;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.Claim;
import org.complaintkit.repository.Place;
import org.complaintkit.repository.StoredCase;

/**
 * A repository that keeps the {@link Worklist} with it: whoever writes a case, a request or the sweep, writes its line of
 * the list in the same transaction; what a sweep claims is felt in the {@link Pulse}. Reports of the institution, which lie beside the cases, have no line.
 */
final class ListedCaseRepository implements CaseRepository {
    private final CaseRepository cases;
    private final Transactions transactions;
    private final Pulse pulse;

    ListedCaseRepository(CaseRepository cases, Transactions transactions, Pulse pulse) {
        this.cases = cases;
        this.transactions = transactions;
        this.pulse = pulse;
    }

    @Override
    public void save(CaseChange change) {
        transactions.run(connection -> {
            cases.save(change);
            if (!ReportKey.names(change.value().id())) {
                Worklist.put(connection, change.value());
            }
            return true;
        });
    }

    @Override
    public Optional<StoredCase> load(String caseId) {
        return cases.load(caseId);
    }

    @Override
    public Claim<Place> due(Instant by, Place after, int limit) {
        Claim<Place> claim = cases.due(by, after, limit);
        pulse.beat();
        return claim;
    }

    @Override
    public Claim<Notice> unpublished(String afterKey, int limit) {
        Claim<Notice> claim = cases.unpublished(afterKey, limit);
        pulse.beat();
        return claim;
    }

    @Override
    public void published(Collection<String> keys) {
        cases.published(keys);
    }

    @Override
    public List<AuditEntry> audit(String caseId) {
        return cases.audit(caseId);
    }

    @Override
    public List<Place> find(CaseQuery query) {
        return cases.find(query);
    }

    @Override
    public long lastNumber(String sequence) {
        return cases.lastNumber(sequence);
    }
}
