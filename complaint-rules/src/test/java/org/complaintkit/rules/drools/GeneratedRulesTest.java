package org.complaintkit.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.complaintkit.calendar.InvalidInputException;
import org.junit.jupiter.api.Test;

class GeneratedRulesTest {
    @Test
    void an_archive_holds_the_models_and_the_classes() {
        GeneratedRules rules = new GeneratedRules(
                List.of("b.Two", "a.One"), Map.of("b/Two.class", new byte[] {1, 2}, "a/One.class", new byte[] {3}));
        GeneratedRules read = GeneratedRules.read(rules.archive());

        assertThat(read.models()).containsExactly("a.One", "b.Two");
        assertThat(read.classes().keySet()).containsExactly("a/One.class", "b/Two.class");
        assertThat(read.classes().get("b/Two.class")).containsExactly(1, 2);
        assertThat(read.archive()).isEqualTo(rules.archive());
    }

    @Test
    void equal_rules_give_equal_bytes_at_any_time() {
        assertThat(GeneratedRules.NONE.archive()).isEqualTo(new GeneratedRules(List.of(), Map.of()).archive());
    }

    @Test
    void what_is_no_archive_of_rules_is_refused() throws IOException {
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(other)) {
            zip.putNextEntry(new ZipEntry("a/One.class"));
            zip.write(1);
        }
        for (byte[] wrong : List.of(new byte[0], new byte[] {1, 2, 3}, other.toByteArray())) {
            assertThatThrownBy(() -> GeneratedRules.read(wrong))
                    .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                        assertThat(e.code()).isEqualTo("COMPILED_RULES");
                        assertThat(e.rule()).contains("the archive names no models");
                    });
        }
    }

    @Test
    void the_running_version_of_drools_is_a_number() {
        assertThat(DroolsVersion.running()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
    }
}
