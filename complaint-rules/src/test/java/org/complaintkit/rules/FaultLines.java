package org.complaintkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.complaintkit.rules.pack.PackFault;

/** What a person reads of a pack with faults: each fault is one line that can be printed. */
final class FaultLines {
    private FaultLines() {}

    static void check(TestPack pack) {
        assertThat(pack.faults())
                .extracting(PackFault::toString)
                .allSatisfy(line -> assertThat(line).matches("\\P{Cntrl}+"));
    }
}
