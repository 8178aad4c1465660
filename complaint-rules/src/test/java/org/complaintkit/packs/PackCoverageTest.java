package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.complaintkit.rules.Packs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the worked cases of each pack touch: nothing is shipped that no case has ever seen at work. */
class PackCoverageTest {
    /** Kinds for which cases are still being written. */
    private static final Set<String> OPEN = Set.of(
            "bounds of numbers",
            "deadlines met",
            "deadlines missed",
            "deadlines cancelled",
            "extensions",
            "duties fulfilled",
            "what a missed deadline brings",
            "forms",
            "amounts",
            "numbers",
            "measures");

    private static Packs packs;
    private static PackCoverage coverage;

    @BeforeAll
    static void runAll() throws IOException {
        packs = Packs.shipped();
        coverage = PackCoverage.of(packs);
    }

    @AfterAll
    static void close() {
        packs.close();
    }

    static Stream<Arguments> all() {
        return packs.ids().stream()
                .flatMap(pack -> PackCoverage.kinds().stream()
                        .filter(kind -> !OPEN.contains(kind.title()))
                        .map(kind -> Arguments.of(pack, kind.title(), kind)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("all")
    void every_thing_that_a_pack_declares_is_touched_by_a_case(String pack, String title, Coverage kind) {
        assertThat(coverage.missing(pack, kind)).as(title).isEmpty();
    }
}
