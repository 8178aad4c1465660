package org.complaintkit.packs;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.duty.Notice;
import org.complaintkit.repository.CaseChange;
import org.complaintkit.repository.CaseQuery;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.Claim;
import org.complaintkit.repository.Place;
import org.complaintkit.repository.StoredCase;

/**
 * Hands everything to a sound store; what a subclass overrides is its fault.
 *
 * <p>As the core has one for its own tests, on which nothing here depends: a build of the main code alone makes no
 * tests.
 */
public class Passing implements CaseRepository {
    protected final CaseRepository sound;

    protected Passing(CaseRepository sound) {
        this.sound = sound;
    }

    @Override
    public Optional<StoredCase> load(String caseId) {
        return sound.load(caseId);
    }

    @Override
    public void save(CaseChange change) {
        sound.save(change);
    }

    @Override
    public Claim<Place> due(Instant by, Place after, int limit) {
        return sound.due(by, after, limit);
    }

    @Override
    public Claim<Notice> unpublished(String afterKey, int limit) {
        return sound.unpublished(afterKey, limit);
    }

    @Override
    public void published(Collection<String> keys) {
        sound.published(keys);
    }

    @Override
    public List<AuditEntry> audit(String caseId) {
        return sound.audit(caseId);
    }

    @Override
    public List<Place> find(CaseQuery query) {
        return sound.find(query);
    }

    @Override
    public long lastNumber(String sequence) {
        return sound.lastNumber(sequence);
    }
}
