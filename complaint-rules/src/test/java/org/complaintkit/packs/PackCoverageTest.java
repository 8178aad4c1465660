package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.complaintkit.rules.Packs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the worked cases of each pack touch: nothing is shipped that no case has ever seen at work. */
class PackCoverageTest {
    private static Packs packs;
    private static PackCoverage coverage;

    @BeforeAll
    static void runAll() throws IOException {
        packs = Packs.shipped();
        coverage = PackCoverage.of(packs);
    }

    /** The whole table is for whoever looks for a case to write; the log has the sums. */
    @AfterAll
    static void report() throws IOException {
        Files.write(Path.of("target", "pack-coverage.txt"), coverage.report(), StandardCharsets.UTF_8);
        System.out.println(coverage.summary());
        packs.close();
    }

    static Stream<Arguments> all() {
        return packs.ids().stream()
                .flatMap(pack -> PackCoverage.kinds().stream().map(kind -> Arguments.of(pack, kind.title(), kind)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("all")
    void every_thing_that_a_pack_declares_is_touched_by_a_case(String pack, String title, Coverage kind) {
        assertThat(coverage.missing(pack, kind)).as(title).isEmpty();
    }
}
