package org.complaintkit.examples.bank.web;

import java.util.List;
import org.complaintkit.decision.Reason;
import org.complaintkit.desk.Permission;

/** Whether something may be done, and what speaks against it. */
record Allowed(boolean allowed, List<Against> reasons) {

    /** A clause that speaks against it. */
    record Against(String code, String clause, String basis, String pack) {
        static Against of(Reason reason) {
            return new Against(reason.code(), reason.clause(), reason.basis().name(), reason.pack());
        }
    }

    static Allowed of(Permission permission) {
        return new Allowed(
                permission.allowed(),
                permission.reasons().stream().map(Against::of).toList());
    }
}
