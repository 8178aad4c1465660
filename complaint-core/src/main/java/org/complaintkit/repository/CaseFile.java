package org.complaintkit.repository;

import java.util.List;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.lifecycle.Case;

/**
 * All that is held of one case.
 *
 * @param value the case
 * @param trail its audit trail, in order
 */
public record CaseFile(Case value, List<AuditEntry> trail) {
    public CaseFile {
        trail = List.copyOf(trail);
    }
}
