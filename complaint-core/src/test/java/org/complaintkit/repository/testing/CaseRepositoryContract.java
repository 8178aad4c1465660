package org.complaintkit.repository.testing;

import org.complaintkit.repository.CaseRepository;

/**
 * The law of {@link CaseRepository} as JUnit tests. Extend it, answer {@link #repository()} with an empty store, and the
 * laws are your tests; a store that several processes can share answers {@link #another()} too.
 *
 * <pre>{@code
 * class MyCaseRepositoryTest extends CaseRepositoryContract {
 *     private final MyDatabase database = MyDatabase.empty();
 *
 *     @Override
 *     public CaseRepository repository() {
 *         return new MyCaseRepository(database);
 *     }
 * }
 * }</pre>
 *
 * <p>An instance serves one test, as JUnit makes them. Beside this jar, which brings nothing along, a build declares {@code
 * complaint-core}, JUnit Jupiter 5 and AssertJ 3.
 */
public abstract class CaseRepositoryContract
        implements SavingLaws, AtomicLaws, ContentLaws, DueLaws, DutyLaws, QueryLaws, NumberLaws, ConcurrencyLaws {}
