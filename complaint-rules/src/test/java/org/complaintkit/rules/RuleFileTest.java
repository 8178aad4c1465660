package org.complaintkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFileTest {
    private final CheckedPack pack = PackReader.read(TestPack.good().files());

    @ParameterizedTest
    @ValueSource(strings = {"drl", "table", "en", "zh-CN", "zh-TW"})
    void each_form_writes_a_file_for_each_stage_that_has_rules(String form) {
        List<RuleFile> files = RuleFile.of(pack, form, List.of(Stage.GRADING, Stage.DUTIES, Stage.DEADLINES));
        assertThat(files).hasSize(2);
        assertThat(files.get(0).name()).startsWith("grading.");
        assertThat(files.get(1).name()).startsWith("deadlines.");
        assertThat(files.get(0).name().substring("grading".length()))
                .isEqualTo(files.get(1).name().substring("deadlines".length()));
        assertThat(files.get(0).unsaid().isEmpty())
                .isEqualTo(files.get(0).text().contains("TST-02 many"));
    }

    @Test
    void what_was_written_as_drools_is_read_as_it_was() {
        TestPack again = TestPack.good();
        for (RuleFile file : RuleFile.of(pack, "drl", List.of(Stage.values()))) {
            assertThat(file.unsaid()).isEmpty();
            again = again.with(file.name(), file.text());
        }
        CheckedPack read = PackReader.read(again.files());
        assertThat(read.rules()).hasSameSizeAs(pack.rules());
        assertThat(RuleFile.of(read, "drl", Set.of(Stage.GRADING)))
                .isEqualTo(RuleFile.of(pack, "drl", Set.of(Stage.GRADING)));
    }

    @Test
    void the_forms_have_names_and_another_is_refused() {
        assertThat(RuleFile.forms()).containsExactly("drl", "en", "table", "zh-CN", "zh-TW");
        assertThatThrownBy(() -> RuleFile.of(pack, "excel", List.of(Stage.GRADING)))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                    assertThat(e.code()).isEqualTo("RULE_FORM");
                    assertThat(e.value()).isEqualTo("excel");
                    assertThat(e.rule()).contains("zh-TW");
                });
    }
}
