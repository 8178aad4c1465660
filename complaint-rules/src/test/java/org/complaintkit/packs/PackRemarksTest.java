package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.complaintkit.rules.PackReader;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.pack.PackFault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packs that we ship claim nothing in their lists of clauses that the thing cited does not return. */
class PackRemarksTest {
    static Stream<String> packs() {
        try (Packs packs = Packs.shipped()) {
            return packs.ids().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("packs")
    void what_executes_a_clause_names_it_and_every_parameter_and_label_is_read(String pack) {
        Path folder =
                Path.of("src", "main", "resources", "org", "complaintkit", "packs", pack.toLowerCase(Locale.ROOT));
        assertThat(Files.isDirectory(folder)).isTrue();
        assertThat(PackReader.remarks(folder)).map(PackFault::toString).isEmpty();
    }
}
