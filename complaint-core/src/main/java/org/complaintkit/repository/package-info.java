/**
 * Storage, as a port.
 *
 * <p>{@link org.complaintkit.repository.CaseRepository} is the law for implementers;
 * {@link org.complaintkit.repository.InMemoryCaseRepository} keeps it in memory and is the reference. A
 * {@link org.complaintkit.repository.CaseChange} is what one write carries, a
 * {@link org.complaintkit.repository.StoredCase} what one load brings back.
 */
@NullMarked
package org.complaintkit.repository;

import org.jspecify.annotations.NullMarked;
