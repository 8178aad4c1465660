package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.complaintkit.rules.PackCheck;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packs that we ship under their own check: no error, and no warning. */
class ShippedPacksCheckTest {
    private static final Path FOLDER = Path.of("src/main/resources/org/complaintkit/packs");

    static List<Path> packs() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pack.json")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("packs")
    void a_pack_has_no_fault(Path folder) {
        assertThat(PackCheck.of(folder).faults()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void the_rules_of_a_pack_neither_contradict_nor_hide_each_other_and_leave_no_gap(Path folder) {
        assertThat(PackCheck.of(folder).analysed().findings()).isEmpty();
    }
}
