package org.complaintkit.desk;

import java.util.List;
import org.complaintkit.decision.Reason;

/**
 * The answer to "may this be done?". Asking changes nothing.
 *
 * @param allowed whether nothing speaks against it
 * @param reasons the clauses that speak against it; empty if allowed
 */
public record Permission(boolean allowed, List<Reason> reasons) {
    public Permission {
        reasons = List.copyOf(reasons);
    }
}
