package org.complaintkit.repository;

import org.complaintkit.repository.testing.CaseRepositoryContract;

class InMemoryCaseRepositoryTest extends CaseRepositoryContract {
    private final CaseRepository repository = new InMemoryCaseRepository();

    @Override
    public CaseRepository repository() {
        return repository;
    }
}
