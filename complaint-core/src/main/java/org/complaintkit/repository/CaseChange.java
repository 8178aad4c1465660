package org.complaintkit.repository;

import java.util.List;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.duty.Notice;
import org.complaintkit.lifecycle.Case;

/**
 * What one write carries: all of it is stored, or nothing.
 *
 * @param value the case as it stands now, its events among it
 * @param expectedVersion the version that was loaded; 0 for a case that is new
 * @param notices what arose and has to leave; each key is held once, a key that the store knows is left as it is
 * @param audit the link of the trail that this write adds
 */
public record CaseChange(Case value, long expectedVersion, List<Notice> notices, AuditEntry audit) {
    public CaseChange {
        notices = List.copyOf(notices);
    }
}
