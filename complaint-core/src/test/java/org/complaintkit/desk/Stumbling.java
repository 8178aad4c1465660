package org.complaintkit.desk;

import org.complaintkit.fixture.Passing;
import org.complaintkit.repository.CaseChange;
import org.complaintkit.repository.CaseRepository;

/** A repository that fails at one case, with a message that quotes what it should not. */
final class Stumbling extends Passing {
    static final String QUOTED = "Zhang Canary 13800138000";

    private final String caseId;

    Stumbling(CaseRepository sound, String caseId) {
        super(sound);
        this.caseId = caseId;
    }

    @Override
    public void save(CaseChange change) {
        if (change.value().id().equals(caseId)) {
            throw new IllegalStateException("cannot store row of " + QUOTED);
        }
        super.save(change);
    }
}
