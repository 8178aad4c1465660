package org.complaintkit.rules.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.pack.PackFault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first wall: what Drools would run and a pack must not, refused at its place before anything is compiled. */
class HostileRulesTest {
    private static final TestPack PACK = TestPack.good();
    private static final String FILE = "grading.drl";
    private static final String HEAD = "rule \"x\" @clause(\"TST-02\") @basis(\"TEXT\") ";

    static List<Attack> attacks() {
        return Attack.read("rules.txt");
    }

    @BeforeAll
    @AfterAll
    static void nothing_ran() {
        assertThat(Attack.canary()).isFalse();
    }

    /** The faults of an honest pack with the attack in one of its rule files. */
    static List<PackFault> faults(Attack attack) {
        return PACK.with(FILE, file(attack.head("place"), attack.written(), PACK.text(FILE))).faults().stream()
                .filter(fault -> fault.file().equals(FILE))
                .toList();
    }

    private static String file(String place, String body, String honest) {
        String then = "\nthen decide.label(\"MAJOR\"); end\n" + honest;
        return switch (place) {
            case "before" -> body + "\n" + honest;
            case "attribute" -> HEAD + "\n" + body + "\nwhen decide : Grading()" + then;
            case "pattern" -> HEAD + "when\n" + body + then;
            case "condition" -> HEAD + "when decide : Grading(\n" + body + "\n)" + then;
            case "consequence" -> HEAD + "when decide : Grading() then\n" + body + "\nend\n" + honest;
            case "name" -> HEAD.replace("\"x\"", "\"" + body + "\"") + "when decide : Grading()" + then;
            default -> throw new IllegalArgumentException(place);
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void is_refused_at_its_place_for_what_it_says(Attack attack) {
        List<PackFault> faults = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> faults(attack));

        assertThat(faults)
                .extracting(fault -> fault.code() + " " + fault.at() + " " + fault.text())
                .anySatisfy(told -> assertThat(told).startsWith(attack.head("refused")));
        assertThat(faults).allSatisfy(fault -> assertThat(fault.at().line()).isPositive());
    }
}
