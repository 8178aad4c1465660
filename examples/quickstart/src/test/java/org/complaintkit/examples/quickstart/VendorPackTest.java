package org.complaintkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import org.complaintkit.examples.quickstart.SampleRuns.Output;
import org.complaintkit.examples.quickstart.screen.Screen;
import org.complaintkit.examples.quickstart.screen.Width;
import org.complaintkit.rules.Packs;
import org.junit.jupiter.api.Test;

/** The jar of examples/vendor-pack lies on the class path of these tests, and nothing else was done for it. */
class VendorPackTest {

    @Test
    void a_pack_of_somebody_else_is_found_and_decides() {
        try (Packs packs = Packs.onClassPath(VendorPackTest.class.getClassLoader())) {
            Output run = SampleRuns.run(packs, Terminal.NONE);

            assertThat(run.code()).isZero();
            assertThat(run.out()).endsWith("""

                    6  LCL 1.0.0: a pack that somebody else made, found on the class path
                    =====================================================================
                    One complaint of each of its categories, received on 26 Sep 2025 at 10:00.

                    Category      Owner       Due          Clause
                    ------------  ----------  -----------  ------
                    the car       fleet team  24 Oct 2025  LCL-4
                    a charge      billing     24 Oct 2025  LCL-4
                    the contract  contracts   24 Oct 2025  LCL-4
                    """);
            assertThat(run.out().lines()).allMatch(line -> Width.of(line) <= Screen.WIDTH);
        }
    }
}
