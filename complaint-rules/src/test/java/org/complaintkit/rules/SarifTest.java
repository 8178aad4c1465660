package org.complaintkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SARIF 2.1.0 (OASIS, sections 3.13 to 3.30) requires of a log, held against one with faults of every sort. */
class SarifTest {
    private static final Set<String> LEVELS = Set.of("none", "note", "warning", "error");

    private static JsonNode log(PackCheck check) throws IOException {
        return new ObjectMapper().readTree(check.sarif(Locale.ENGLISH));
    }

    private static TestPack faulty() {
        return TestPack.good()
                .edited("grading.drl", "\"HIGH\"", "\"HIHG\"")
                .edited("classification.drl", "in (\"LETTER\"", "in （\"LETTER\"")
                .edited("deadlines.csv", "READING", "READ")
                .without("lifecycle.csv");
    }

    @Test
    void a_log_has_all_that_the_standard_requires() throws IOException {
        PackCheck check = PackCheck.of(faulty().files(), List.of());
        JsonNode log = log(check);
        assertThat(log.get("version").textValue()).isEqualTo("2.1.0");
        assertThat(URI.create(log.get("$schema").textValue()).isAbsolute()).isTrue();
        assertThat(log.get("runs")).hasSize(1);
        JsonNode run = log.at("/runs/0");
        assertThat(run.at("/tool/driver/name").textValue()).isNotBlank();
        assertThat(run.get("columnKind").textValue()).isEqualTo("utf16CodeUnits");
        assertThat(run.get("results")).hasSize(check.faults().size()).allSatisfy(result -> result(run, result));
    }

    private static void result(JsonNode run, JsonNode result) {
        JsonNode rule = run.at("/tool/driver/rules").get(result.get("ruleIndex").intValue());
        assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
        assertThat(rule.at("/shortDescription/text").textValue()).isNotBlank();
        assertThat(LEVELS).contains(result.get("level").textValue());
        assertThat(result.at("/message/text").textValue()).isNotBlank();
        assertThat(result.get("locations")).hasSize(1);
        JsonNode place = result.at("/locations/0/physicalLocation");
        URI uri = URI.create(place.at("/artifactLocation/uri").textValue());
        assertThat(uri.isAbsolute()).isFalse();
        if (place.has("region")) {
            JsonNode region = place.get("region");
            assertThat(region.get("startLine").intValue()).isPositive();
            assertThat(region.path("startColumn").asInt(1)).isPositive();
            assertThat(region.path("endColumn").asInt(Integer.MAX_VALUE))
                    .isGreaterThan(region.path("startColumn").asInt(1));
        }
    }

    @Test
    void each_rule_of_the_log_comes_once() throws IOException {
        List<String> ids = new java.util.ArrayList<>();
        log(PackCheck.of(faulty().files(), List.of()))
                .at("/runs/0/tool/driver/rules")
                .forEach(rule -> ids.add(rule.get("id").textValue()));
        assertThat(ids).containsExactlyElementsOf(new TreeSet<>(ids));
    }

    @Test
    void the_offending_text_is_marked_to_its_end() throws IOException {
        JsonNode results = log(PackCheck.of(faulty().files(), List.of())).at("/runs/0/results");
        assertThat(results).anySatisfy(result -> {
            assertThat(result.get("ruleId").textValue()).isEqualTo("UNKNOWN_WORD");
            assertThat(result.at("/locations/0/physicalLocation/region").toString())
                    .isEqualTo("{\"startLine\":3,\"startColumn\":16,\"endColumn\":20}");
            assertThat(result.at("/locations/0/logicalLocations/0/name").textValue())
                    .isEqualTo("TST-D02");
        });
    }

    @Test
    void addresses_begin_with_the_folder_as_it_was_named(@TempDir Path folder) throws IOException {
        Path pack = faulty().writeTo(folder.resolve("my pack 茶"));
        assertThat(log(PackCheck.of(pack))
                        .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .textValue())
                .startsWith("file:///")
                .contains("/my%20pack%20%E8%8C%B6/");
    }
}
