package org.complaintkit.examples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check --sarif} writes, held against the schema that OASIS publishes with SARIF 2.1.0. */
class SarifSchemaTest {
    private static final byte[] NOTHING = {};

    private static Set<ValidationMessage> differences(JsonNode log) throws IOException {
        try (InputStream schema = SarifSchemaTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            JsonNode text = Run.JSON.readTree(schema);
            assertThat(text.get("title").textValue()).contains("2.1.0");
            JsonSchema read =
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(text);
            return read.validate(log);
        }
    }

    private static JsonNode log(Path pack, String language) {
        return Run.of(NOTHING, "check", pack.toString(), "--sarif", "--lang", language)
                .answer();
    }

    @Test
    void a_log_of_errors_warnings_and_a_whole_file_that_lacks_is_valid(@TempDir Path folder) throws IOException {
        Path tea = folder.resolve("a tea house");
        Transcript.writeGuide(tea);
        edit(tea, "duties.csv", "TEA_MASTER", "茶师");
        edit(tea, "deadlines.csv", "TEA-2", "TEA-2，");
        edit(tea, "classification.drl", "\"COLD_TEA\"", "“COLD_TEE”");
        Files.delete(tea.resolve("escalations.csv"));
        edit(tea, "pack.json", "tea.answer", "tea.anser");

        JsonNode log = log(tea, "zh-CN");

        assertThat(log.at("/runs/0/results")).hasSizeGreaterThan(4);
        assertThat(differences(log)).isEmpty();
    }

    @Test
    void a_log_of_findings_is_valid_and_so_is_an_empty_one(@TempDir Path tea) throws IOException {
        Transcript.writeGuide(tea);
        assertThat(differences(log(tea, "en"))).isEmpty();
        edit(tea, "escalation.drl", "labels contains", "labels contains \"GUEST_HURT\", labels not contains");

        JsonNode log = log(tea, "en");

        assertThat(log.at("/runs/0/results/0/ruleId").textValue()).isEqualTo("CONDITION_CONTRADICTS");
        assertThat(differences(log)).isEmpty();
    }

    @Test
    void the_schema_finds_a_log_that_is_none(@TempDir Path tea) throws IOException {
        Transcript.writeGuide(tea);
        edit(tea, "duties.csv", "TEA_MASTER", "TEA_MISTER");
        JsonNode log = log(tea, "en");
        ((ObjectNode) log.at("/runs/0/results/0")).put("level", "fatal");

        assertThat(differences(log)).isNotEmpty();
    }

    private static void edit(Path pack, String file, String from, String to) throws IOException {
        String text = Files.readString(pack.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(pack.resolve(file), text.replace(from, to));
    }
}
