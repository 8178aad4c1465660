package org.complaintkit.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.duty.Notice;
import org.complaintkit.repository.CaseChange;
import org.complaintkit.repository.CaseRepository;
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
    public List<String> due(Instant by, int limit) {
        return sound.due(by, limit);
    }

    @Override
    public List<Notice> unpublished(int limit) {
        return sound.unpublished(limit);
    }

    @Override
    public void published(Collection<String> keys) {
        sound.published(keys);
    }

    @Override
    public List<AuditEntry> audit(String id) {
        return sound.audit(id);
    }
}
