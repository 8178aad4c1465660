package org.complaintkit.repository;

import org.complaintkit.audit.AuditEntry;
import org.complaintkit.lifecycle.Case;

/**
 * A case as it lies in the store.
 *
 * @param value the case
 * @param version 1 after the first write, one more with each
 * @param lastAudit the last link of its trail
 */
public record StoredCase(Case value, long version, AuditEntry lastAudit) {}
