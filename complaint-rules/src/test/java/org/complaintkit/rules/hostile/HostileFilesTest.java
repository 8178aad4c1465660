package org.complaintkit.rules.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.pack.PackFault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables and manifests that mean harm: refused at the cell or the value, in bounded time. */
class HostileFilesTest {
    private static final TestPack PACK = TestPack.good();

    static List<Attack> attacks() {
        return Attack.read("files.txt");
    }

    /** The faults of an honest pack with the attack in one of its files. */
    static List<PackFault> faults(Attack attack) {
        String file = attack.head("file");
        String replaced = attack.head("replaces", "").replace('⏎', '\n');
        TestPack pack =
                replaced.isEmpty() ? PACK.with(file, attack.written()) : PACK.edited(file, replaced, attack.written());
        return pack.faults();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void is_refused_at_its_place(Attack attack) {
        List<PackFault> faults = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> faults(attack));

        assertThat(faults)
                .extracting(fault -> fault.code() + " " + fault.place() + " " + fault.text())
                .anySatisfy(told -> assertThat(told).startsWith(attack.head("refused")));
    }
}
