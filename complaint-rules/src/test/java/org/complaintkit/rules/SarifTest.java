package org.complaintkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What SARIF 2.1.0 (OASIS, sections 3.13 to 3.30) requires of a log, held against one with faults of every sort. */
class SarifTest {
    private static final Set<String> LEVELS = Set.of("none", "note", "warning", "error");

    /** Faults of values: behind a quote that is written twice, in a second line, in a list. */
    private static final Map<String, String> FORMS =
            Map.of("grading.drl", """
            rule "one"
                @clause("TST-01")
                @basis("TEXT")
            when
                decide : Grading( channel in ("PHONE", "LETER"), round >= - 1.5,
                    claimedLoss > param( "tst.los" ) || occurred contains "CALLED[by=LEGAL]" )
            then
                decide.grad("HIGH"); decide.grade(7);
            end
            """, "grading.table.csv", """
            name,clause,basis,channel,claimedLoss,round,occurred,when,then grade
            a,TST-01,TEXT, PHONE; LETTER,> {tst.los},1..1.5,CALLED[by=LEGAL],,HIGH
            b,TST-01,TEXT,,,,,"vip == true || category in (""PRODUCT"", ""X""),
              channel == ""LETER""\",HIGH
            c,TST-01,TEXT,,,,,,HIGH; HIHG
            """, "grading.en.txt", """
            If the channel is “PHNE”, grade it high (clause TST-01, basis text).
            If the loss claimed is at least parameter tst.los, grade it high (clause TST-01, basis text).
            If the round is at least 1.5, grade it low (clause TST-01, basis text).
            """);

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            value = {
                "grading.drl       § UNKNOWN_CODE      § \"LETER\"",
                "grading.drl       § TYPE              § - 1.5",
                "grading.drl       § UNKNOWN_PARAMETER § param( \"tst.los\" )",
                "grading.drl       § UNKNOWN_VERB      § grad",
                "grading.drl       § UNKNOWN_EVENT     § \"CALLED[by=LEGAL]\"",
                "grading.drl       § ARGUMENTS         § 7",
                "grading.table.csv § UNKNOWN_CODE      § \"\"LETER\"\"",
                "grading.table.csv § UNKNOWN_PARAMETER § {tst.los}",
                "grading.table.csv § UNKNOWN_EVENT     § CALLED[by=LEGAL]",
                "grading.table.csv § TYPE              § 1.5",
                "grading.table.csv § UNKNOWN_CODE      § HIHG",
                "grading.en.txt    § UNKNOWN_CODE      § “PHNE”",
                "grading.en.txt    § UNKNOWN_PARAMETER § parameter tst.los",
                "grading.en.txt    § TYPE              § 1.5"
            })
    void a_value_is_marked_where_it_stands_in_every_form_of_a_rule(String file, String code, String marked)
            throws IOException {
        String text = FORMS.get(file);
        PackCheck check = PackCheck.of(
                TestPack.good().without("grading.drl").with(file, text).files(), List.of());
        List<String> lines = text.lines().toList();
        List<String> regions = new ArrayList<>();
        for (JsonNode result : log(check).at("/runs/0/results")) {
            JsonNode place = result.at("/locations/0/physicalLocation");
            if (place.at("/artifactLocation/uri").textValue().endsWith(file)) {
                JsonNode region = place.get("region");
                int from = region.get("startColumn").intValue() - 1;
                String line = lines.get(region.get("startLine").intValue() - 1);
                regions.add(result.get("ruleId").textValue() + " "
                        + line.substring(from, region.path("endColumn").asInt(line.length() + 1) - 1));
            }
        }
        assertThat(regions).contains(code + " " + marked);
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
