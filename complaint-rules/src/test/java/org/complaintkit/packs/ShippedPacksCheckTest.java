package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.complaintkit.rules.PackCheck;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The packs that we ship under their own check: no error, and no warning but those whose reason stands here. That a row or
 * rule of the text uses a number of ours is left out: its basis speaks for the duty, the parameter's for the number.
 */
class ShippedPacksCheckTest {
    /** Due once, in July 2012: kept for its clause, asked for by no rule. */
    private static final Map<String, List<String>> MEANT =
            Map.of("CBR", List.of("deadlines.csv DEADLINE_UNUSED CBR-D09"));

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
    void a_pack_has_no_fault_but_what_is_meant(Path folder) {
        PackCheck check = PackCheck.of(folder);
        String id = check.name().toUpperCase(Locale.ROOT);
        assertThat(check.faults())
                .filteredOn(fault -> !fault.code().equals("DEFAULT_AS_TEXT"))
                .extracting(fault -> fault.file() + " " + fault.code() + " " + check.within(fault))
                .containsExactlyInAnyOrderElementsOf(MEANT.getOrDefault(id, List.of()));
    }
}
