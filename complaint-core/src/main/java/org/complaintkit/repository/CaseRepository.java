package org.complaintkit.repository;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.duty.Notice;

/**
 * Port: where cases lie.
 *
 * <p>The law for implementers, all methods: safe for use by several threads and several processes at once; what a call
 * returned is what was stored, never a later change of an object handed in; nothing is cut, shifted or rounded; a failure
 * throws and stores nothing. New methods will never come with a default that feigns success.
 */
public interface CaseRepository {
    /** The case as last stored; empty if there is none. */
    Optional<StoredCase> load(String caseId);

    /**
     * Stores case, notices and audit link in one write, or nothing. The version becomes {@code expectedVersion + 1}.
     *
     * @throws StaleCaseException if the stored version is not the expected one (0 for a case that is not there)
     */
    void save(CaseChange change);

    /**
     * Ids of cases at which something happens by itself at or before a moment ({@code Case.nextMoment()}), the earliest
     * first, equal ones by id.
     *
     * @param limit at most so many; 1 or more
     */
    List<String> due(Instant by, int limit);

    /** Notices stored and not confirmed, in the order in which they were stored; at most {@code limit}. */
    List<Notice> unpublished(int limit);

    /** Confirms notices by their keys; unknown and already confirmed keys are passed over. */
    void published(Collection<String> keys);

    /** The trail of a case, in its order; empty if there is none. */
    List<AuditEntry> audit(String caseId);
}
