package org.complaintkit.examples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A policy officer writes the rules of a pack in another form, and the pack is as good as before. */
class RulesCommandTest {
    private static final byte[] NOTHING = {};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"table", "zh-CN"})
    void a_pack_whose_rules_are_written_in_another_form_passes_its_cases(String form) throws IOException {
        Path tea = folder.resolve("tea");
        Transcript.writeGuide(tea);
        Run test = Run.of(NOTHING, "test", tea.toString());

        assertThat(Run.of(NOTHING, "rules", tea.toString(), "--as", form, "--out", tea.toString()))
                .isEqualTo(new Run(0, "", ""));
        assertThat(Run.of(NOTHING, "check", tea.toString()).out()).contains("DUPLICATE_RULE");
        try (Stream<Path> files = Files.list(tea)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".drl")).toList()) {
                Files.delete(file);
            }
        }
        assertThat(Run.of(NOTHING, "check", tea.toString()).out()).isEqualTo("No fault.\n");
        assertThat(Run.of(NOTHING, "test", tea.toString())).isEqualTo(test);
        assertThat(test.code()).isZero();
    }

    @Test
    void one_stage_of_a_pack_that_is_built_in_is_shown() {
        Run run = Run.of(NOTHING, "rules", "RCC", "--stage", "escalation", "--as", "en");

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("If ").contains("(clause RCC-", "basis text, rule “RCC-");
        assertThat(Run.of(NOTHING, "rules", "RCC").out()).contains("==> grading.table.csv\nname,clause,basis,");
    }

    @Test
    void a_form_or_a_stage_that_is_none_is_refused() {
        assertThat(Run.of(NOTHING, "rules", "RCC", "--as", "prose").err()).contains("no form prose", "zh-TW");
        assertThat(Run.of(NOTHING, "rules", "RCC", "--stage", "grade").code()).isEqualTo(2);
    }
}
