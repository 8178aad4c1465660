package org.complaintkit.rules.shelf;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.duty.Notice;
import org.complaintkit.repository.CaseChange;
import org.complaintkit.repository.CaseQuery;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.Claim;
import org.complaintkit.repository.Place;
import org.complaintkit.repository.StoredCase;

/**
 * The host's cases for the desk of some versions: of what is due it claims the cases that these versions decided, and leaves
 * the others to their desks.
 */
public record OwnCases(CaseRepository all, Predicate<StoredCase> own) implements CaseRepository {
    @Override
    public Claim<Place> due(Instant by, Place after, int limit) {
        Place last = after;
        while (true) {
            Claim<Place> claim = all.due(by, last, limit);
            try {
                List<Place> items = claim.items().stream().filter(this::isOwn).toList();
                if (!items.isEmpty() || claim.items().isEmpty()) {
                    return new Part(items, claim);
                }
                last = claim.items().get(claim.items().size() - 1);
                claim.close();
            } catch (RuntimeException e) {
                claim.close();
                throw e;
            }
        }
    }

    /** Of a case that cannot be loaded nobody knows whose it is: it stays, so that the desk tells of it and goes on. */
    private boolean isOwn(Place place) {
        try {
            return all.load(place.caseId()).filter(own).isPresent();
        } catch (RuntimeException e) {
            return true;
        }
    }

    /** Some of what is claimed; it gives all of it back. */
    private record Part(List<Place> items, Claim<Place> whole) implements Claim<Place> {
        @Override
        public void close() {
            whole.close();
        }
    }

    @Override
    public Optional<StoredCase> load(String caseId) {
        return all.load(caseId);
    }

    @Override
    public void save(CaseChange change) {
        all.save(change);
    }

    @Override
    public Claim<Notice> unpublished(String afterKey, int limit) {
        return all.unpublished(afterKey, limit);
    }

    @Override
    public void published(Collection<String> keys) {
        all.published(keys);
    }

    @Override
    public List<AuditEntry> audit(String caseId) {
        return all.audit(caseId);
    }

    @Override
    public List<Place> find(CaseQuery query) {
        return all.find(query);
    }

    @Override
    public long lastNumber(String sequence) {
        return all.lastNumber(sequence);
    }
}
