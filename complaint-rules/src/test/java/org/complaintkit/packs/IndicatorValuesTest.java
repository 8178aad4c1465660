package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.complaintkit.json.ReportJson;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.policy.Policy;
import org.complaintkit.report.ReportContent;
import org.complaintkit.report.ReportPeriod;
import org.complaintkit.rules.Packs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Indicators over small data sets, with values that were reckoned by hand from the clauses; the title of a line is the
 * reckoning.
 */
class IndicatorValuesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Packs packs;

    @BeforeAll
    static void load() {
        packs = Packs.shipped();
    }

    @AfterAll
    static void close() {
        packs.close();
    }

    static List<WorkedCase> sets() throws IOException {
        return WorkedCase.of("/org/complaintkit/packs/indicators.jsonl");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sets")
    void the_indicators_have_the_values_reckoned_by_hand(WorkedCase set) throws IOException {
        JsonNode line = set.line();
        Map<String, String> params = new TreeMap<>();
        line.get("params")
                .properties()
                .forEach(each -> params.put(each.getKey(), each.getValue().asText()));
        Policy policy = packs.get(line.get("pack").asText()).with(params).policy();
        JsonNode report = JSON.readTree(ReportJson.write(ReportContent.special(
                policy, ReportPeriod.parse(line.get("period").asText()), cases(line).stream())));

        for (JsonNode wanted : line.get("expect")) {
            JsonNode found = indicator(report, wanted);
            for (String key : List.of("part", "whole", "value", "previous", "growth")) {
                if (wanted.has(key)) {
                    assertThat(found.get(key).asText())
                            .as(wanted + " " + key)
                            .isEqualTo(wanted.get(key).asText());
                }
            }
            if (wanted.has("groups")) {
                assertThat(groups(found)).as(wanted.toString()).isEqualTo(texts(wanted.get("groups")));
            }
        }
    }

    private static List<Case> cases(JsonNode line) throws IOException {
        List<Case> cases = new ArrayList<>();
        for (JsonNode each : line.get("cases")) {
            ObjectNode one = JSON.createObjectNode();
            one.put("id", line.get("id").asText() + "-" + cases.size());
            one.put("kind", "CASE");
            one.set("packs", line.get("packs"));
            one.set("params", line.get("params"));
            one.set("complaint", each.get("complaint"));
            one.set("events", each.get("events"));
            one.set("asOf", line.get("asOf"));
            cases.add(new WorkedCase(one).handled(packs::get, Map.of()).orElseThrow());
        }
        return cases;
    }

    private static JsonNode indicator(JsonNode report, JsonNode wanted) {
        return StreamSupport.stream(report.get("indicators").spliterator(), false)
                .filter(each -> each.get("indicator").equals(wanted.get("indicator")))
                .filter(each ->
                        each.get("by").asText("").equals(wanted.get("by").asText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no indicator " + wanted));
    }

    private static Map<String, String> groups(JsonNode found) {
        Map<String, String> groups = new TreeMap<>();
        for (JsonNode each : (ArrayNode) found.get("groups")) {
            groups.put(each.get("code").asText(), each.get("value").asText());
        }
        return groups;
    }

    private static Map<String, String> texts(JsonNode wanted) {
        Map<String, String> texts = new TreeMap<>();
        wanted.properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
        return texts;
    }
}
