package org.complaintkit.rules;

import java.util.List;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.rules.analysis.Finding;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.PackFault;
import org.complaintkit.rules.pack.Severity;

/**
 * What is told of a pack. Immutable.
 *
 * @param pack id and version as far as its manifest tells them, and the digest of its files
 * @param faults by file and place
 * @param unlistedErrors how many errors there are besides
 * @param unlistedWarnings how many warnings there are besides
 * @param findings of the analysis, by file and place
 */
record FaultList(
        PackVersion pack, List<PackFault> faults, int unlistedErrors, int unlistedWarnings, List<Finding> findings) {
    FaultList {
        faults = List.copyOf(faults);
        findings = List.copyOf(findings);
    }

    static FaultList of(PackVersion pack, Faults faults) {
        return new FaultList(
                pack, faults.all(), faults.untold(Severity.ERROR), faults.untold(Severity.WARNING), List.of());
    }

    FaultList with(List<Finding> found) {
        return new FaultList(pack, faults, unlistedErrors, unlistedWarnings, found);
    }

    /** All errors, listed or not. */
    long errors() {
        return listed(Severity.ERROR) + unlistedErrors;
    }

    /** All warnings, listed or not. */
    long warnings() {
        return listed(Severity.WARNING) + unlistedWarnings;
    }

    boolean complete() {
        return unlistedErrors + unlistedWarnings == 0;
    }

    private long listed(Severity severity) {
        return faults.stream().filter(fault -> fault.severity() == severity).count();
    }
}
