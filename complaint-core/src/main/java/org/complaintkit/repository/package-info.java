/**
 * Storage, as a port.
 *
 * <p>{@link org.complaintkit.repository.CaseRepository} is the law for implementers;
 * {@link org.complaintkit.repository.InMemoryCaseRepository} keeps it in memory and is the reference. A
 * {@link org.complaintkit.repository.CaseChange} is what one write carries, a
 * {@link org.complaintkit.repository.StoredCase} what one load brings back; a write that comes too late ends in a
 * {@link org.complaintkit.repository.StaleCaseException}. A {@link org.complaintkit.repository.Claim} keeps two nodes from
 * working on the same thing; a {@link org.complaintkit.repository.Place} is where a case stands in an order by time, and a
 * {@link org.complaintkit.repository.CaseQuery} asks for cases.
 */
@NullMarked
package org.complaintkit.repository;

import org.jspecify.annotations.NullMarked;
