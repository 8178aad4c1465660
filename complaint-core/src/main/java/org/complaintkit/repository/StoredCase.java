package org.complaintkit.repository;

import org.complaintkit.audit.AuditEntry;
import org.complaintkit.lifecycle.Case;

/**
 * A case as it lies in the store.
 *
 * @param value the case
 * @param version 1 after the first write, one more with each
 * @param lastAudit the last link of its trail
 * @param newer what a newer version of this library stored with the case and this one does not know, as JSON; empty where
 *     there is nothing. It is no part of the case, and goes back with the next write.
 */
public record StoredCase(Case value, long version, AuditEntry lastAudit, String newer) {
    /**
     * The same without what a newer version stored beside, for an erasure: nobody here can tell whether it is personal, so
     * it goes as well.
     */
    public StoredCase withoutNewer() {
        return new StoredCase(value, version, lastAudit, "");
    }

    /** Without {@code newer}, whose content is unknown and may be personal. */
    @Override
    public String toString() {
        return "StoredCase[" + value + ", version " + version + "]";
    }
}
