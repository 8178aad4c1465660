/**
 * The law of storage as tests, for whoever implements {@link org.complaintkit.repository.CaseRepository}; published in the
 * jar with classifier {@code tests}.
 *
 * <p>{@link org.complaintkit.repository.testing.CaseRepositoryContract} is the class to extend; it joins the laws:
 * {@link org.complaintkit.repository.testing.SavingLaws} (versions, one write),
 * {@link org.complaintkit.repository.testing.AtomicLaws} (all of a write or nothing, when it fails and while it is under way),
 * {@link org.complaintkit.repository.testing.ContentLaws} (nothing is cut, shifted or lost),
 * {@link org.complaintkit.repository.testing.DueLaws} (order, paging, claims),
 * {@link org.complaintkit.repository.testing.DutyLaws} (each key once),
 * {@link org.complaintkit.repository.testing.QueryLaws}, {@link org.complaintkit.repository.testing.NumberLaws} (no gap,
 * no double) and {@link org.complaintkit.repository.testing.ConcurrencyLaws}.
 * {@link org.complaintkit.repository.testing.Stores} is what a law gets to work on and
 * {@link org.complaintkit.repository.testing.Samples} makes its cases.
 */
@NullMarked
package org.complaintkit.repository.testing;

import org.jspecify.annotations.NullMarked;
