package org.complaintkit.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.complaintkit.rules.PackReader;
import org.complaintkit.rules.TestPack;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of which only the name is left, or the heading. */
class EmptyFilesTest {
    static List<String> files() {
        return List.copyOf(TestPack.good().files().files());
    }

    static List<String> tables() {
        return files().stream().filter(file -> file.endsWith(".csv")).toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_in_which_nothing_stands_is_an_error(String file) {
        for (String nothing : List.of("", "\uFEFF", " \r\n\n")) {
            assertThat(TestPack.good().with(file, nothing).faults())
                    .filteredOn(fault -> fault.file().equals(file))
                    .extracting(PackFault::place, PackFault::code)
                    .containsExactly(tuple(file, "FILE_EMPTY"));
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_table_of_a_heading_alone_is_told(String file) {
        String heading = TestPack.good().text(file).lines().findFirst().orElseThrow();
        PackFiles files = TestPack.good().with(file, heading + "\r\n,,\r\n").files();
        boolean error = file.equals("lifecycle.csv");
        assertThat(error ? PackReader.check(files) : PackReader.remarks(files))
                .filteredOn(fault -> fault.file().equals(file))
                .extracting(PackFault::code)
                .containsExactly("FILE_EMPTY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"classification.drl", "grading.table.csv", "duties.en.txt"})
    void a_file_of_rules_without_a_rule_is_a_warning(String file) {
        String comment = file.endsWith(".drl")
                ? "// to be written\n"
                : file.endsWith(".csv") ? "rule,clause,basis,label\n" : "# to be written\n";
        assertThat(PackReader.remarks(TestPack.good().with(file, comment).files()))
                .filteredOn(fault -> fault.file().equals(file))
                .extracting(PackFault::code)
                .isSubsetOf(Set.of("FILE_EMPTY"))
                .isNotEmpty();
    }
}
