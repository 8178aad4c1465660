package org.complaintkit.repository;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
 * @param numbers numbers that this write takes, by sequence; each must be the one after the last of its sequence
 * @param newer what was loaded as {@link StoredCase#newer()}
 */
public record CaseChange(
        Case value,
        long expectedVersion,
        List<Notice> notices,
        AuditEntry audit,
        Map<String, Long> numbers,
        String newer) {
    public CaseChange {
        notices = List.copyOf(notices);
        numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
    }

    /** The first write of a case. */
    public static CaseChange first(Case value, List<Notice> notices, AuditEntry audit) {
        return new CaseChange(value, 0, notices, audit, Map.of(), "");
    }

    /** The write that follows a load. */
    public static CaseChange after(StoredCase loaded, Case value, List<Notice> notices, AuditEntry audit) {
        return new CaseChange(value, loaded.version(), notices, audit, Map.of(), loaded.newer());
    }

    /** The same, taking a number from a sequence besides. */
    public CaseChange taking(String sequence, long number) {
        Map<String, Long> taken = new TreeMap<>(numbers);
        taken.put(sequence, number);
        return new CaseChange(value, expectedVersion, notices, audit, taken, newer);
    }
}
