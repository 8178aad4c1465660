package org.complaintkit.repository.testing;

import org.complaintkit.repository.CaseRepository;

/**
 * The law of {@link CaseRepository} as JUnit tests. Extend it, answer {@link #repository()} with an empty store, and the
 * laws are your tests; a store that several processes can share answers {@link #another()} too.
 *
 * <p>An instance serves one test, as JUnit makes them.
 */
public abstract class CaseRepositoryContract
        implements SavingLaws, ContentLaws, DueLaws, DutyLaws, QueryLaws, NumberLaws, ConcurrencyLaws {}
