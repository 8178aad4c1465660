package org.complaintkit.repository;

import org.complaintkit.repository.testing.CaseRepositoryContract;

/** The kit over a store that is broken on purpose; run by {@link ContractFaultsTest} only. */
class FaultyContract extends CaseRepositoryContract {
    /** The fault of the run that is under way. */
    static volatile Fault fault = Fault.NONE;

    private final CaseRepository sound = new InMemoryCaseRepository();
    private final CaseRepository broken = fault.in(sound);

    @Override
    public CaseRepository repository() {
        return broken;
    }

    @Override
    public CaseRepository another() {
        return fault.everywhere() ? broken : sound;
    }
}
