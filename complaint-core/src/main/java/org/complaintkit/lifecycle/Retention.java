package org.complaintkit.lifecycle;

import java.time.Instant;
import org.complaintkit.policy.Basis;

/**
 * How long the records of a case are kept.
 *
 * @param pack id of the pack
 * @param id id of the row of its table
 * @param clause the clause that demands it
 * @param basis where the time comes from
 * @param duty the duty owed from the end on
 * @param startedAt when the time began
 * @param until the first moment at which the records need not be kept
 */
public record Retention(
        String pack, String id, String clause, Basis basis, String duty, Instant startedAt, Instant until) {}
