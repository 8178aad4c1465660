package org.complaintkit.desk;

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

/** A repository that fails at one case, with a message that quotes what it should not. */
record Stumbling(CaseRepository sound, String caseId) implements CaseRepository {
    static final String QUOTED = "Zhang Canary 13800138000";

    @Override
    public Optional<StoredCase> load(String id) {
        return sound.load(id);
    }

    @Override
    public void save(CaseChange change) {
        if (change.value().id().equals(caseId)) {
            throw new IllegalStateException("cannot store row of " + QUOTED);
        }
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
    public List<AuditEntry> audit(String id) {
        return sound.audit(id);
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
