package org.complaintkit.repository;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.duty.Notice;

/**
 * Port: where cases lie. {@link InMemoryCaseRepository} is the reference.
 *
 * <p>The institution's reports lie here too, each in the form of a case with an id of its own kind and a receipt long
 * before every complaint's; to an implementation they are cases as any.
 *
 * <p>The law for implementers, all methods:
 *
 * <ul>
 *   <li>Safe for use by several threads, and by several processes at one storage, at once.
 *   <li>What a call returns is what was stored, never a later change of an object handed in or out. Nothing is cut,
 *       shifted, rounded or normalised: instants keep their nanoseconds, texts every character that Java allows, NUL and
 *       unpaired surrogates among them, and any length.
 *   <li>A load that begins after a save returned sees that save, in every process.
 *   <li>A save that returned survives the end of the process, of the storage's own process and of the machine, as far as
 *       the storage lasts at all; a failure throws and stores nothing.
 *   <li>Ids, keys and names of sequences are told apart by every character, case included. They hold no control
 *       characters and no unpaired surrogates.
 * </ul>
 *
 * <p>The contract {@code org.complaintkit.repository.testing.CaseRepositoryContract} (artefact {@code complaint-core},
 * classifier {@code tests}) puts this law to an implementation.
 *
 * <p><b>Promise:</b> this is version {@value #VERSION} of the port. A method is added, or a law made stricter, only with a
 * new version and a new first number of the library; no method ever comes with a default that feigns success.
 */
public interface CaseRepository {
    /** Version of this port. */
    int VERSION = 1;

    /** The case as last stored; empty if there is none. */
    Optional<StoredCase> load(String caseId);

    /**
     * Stores case, notices, audit link and numbers in one write, or nothing. The version becomes {@code expectedVersion
     * + 1}. A notice whose key was ever stored, confirmed or not, is left as it is. What the new case replaces is gone: no
     * older state of it can be read any more, so that an erased case is erased.
     *
     * @throws StaleCaseException if the stored version is not the expected one (0 for a case that is not there), or if a
     *     number is not the one that follows the last of its sequence
     */
    void save(CaseChange change);

    /**
     * Claims cases at which something happens by itself at or before a moment ({@code Case.nextMoment()}): those after a
     * place, in the order of their places, none that somebody else holds.
     *
     * <p>No claim contains what another open one contains, in whatever process. A claim ends when it is closed, and at the
     * latest with the process that holds it: nobody waits for a dead one, nothing has to be cleaned up and no clock
     * decides. A claim is no lock: {@link #save} never waits for it, and the version alone decides who may write.
     *
     * @param after {@link Place#FIRST}, or the last place of the claim before
     * @param limit at most so many; 1 or more
     */
    Claim<Place> due(Instant by, Place after, int limit);

    /**
     * Claims notices that were stored and not confirmed, by the same law of claims. Those of one case come in the order in
     * which they were stored, and those of a write that returned before another began come before the other's. One that
     * a newer version of the library wrote and this one cannot read may be left out, with a line in the log: it stays
     * unconfirmed, for a node that can read it, and holds up no other.
     *
     * @param afterKey empty, or the key of the last notice of the claim before, confirmed in between or not
     * @param limit at most so many; 1 or more
     */
    Claim<Notice> unpublished(String afterKey, int limit);

    /** Confirms notices by their keys; unknown and already confirmed keys are passed over. */
    void published(Collection<String> keys);

    /** The trail of a case, in its order; empty if there is none. */
    List<AuditEntry> audit(String caseId);

    /** Places of the cases that a query asks for, in order: by receipt, equal ones by id. */
    List<Place> find(CaseQuery query);

    /**
     * The number that was taken last from a sequence; 0 if none was. Whoever needs the next one stores it with
     * {@link CaseChange#taking}; the number belongs to that write, so that no crash leaves a gap or a double. Numbers that
     * a host says in its complaints and events are not taken from here and do not count.
     */
    long lastNumber(String sequence);
}
