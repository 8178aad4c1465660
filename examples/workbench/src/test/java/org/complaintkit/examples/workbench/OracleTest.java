package org.complaintkit.examples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Answers of an independent program that goes day by day and minute by minute, written from the exchange format alone by
 * an author who did not know this code; questions that it expects to be refused among them.
 */
class OracleTest {
    @ParameterizedTest
    @ValueSource(strings = {"due", "calendar"})
    void every_answer_is_that_of_the_day_by_day_program(String command) {
        List<JsonNode> lines = Run.lines("oracle-" + command + ".jsonl").stream()
                .map(Run::json)
                .toList();

        List<JsonNode> answers = Run.over(
                        command,
                        lines.stream()
                                .map(line -> line.get("question").toString())
                                .toArray(String[]::new))
                .answers();

        List<String> differences = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            compare(lines.get(i), answers.get(i), differences);
        }
        assertThat(differences).isEmpty();
        assertThat(lines).hasSizeGreaterThan(290);
    }

    private static void compare(JsonNode line, JsonNode answer, List<String> differences) {
        if (answer.has("error") != line.has("error")) {
            differences.add(line.get("question") + " -> " + answer);
            return;
        }
        line.path("expect").properties().forEach(key -> {
            JsonNode found = key.getKey().equals("skipped") ? dates(answer.get("skipped")) : answer.get(key.getKey());
            if (!key.getValue().equals(found)) {
                differences.add(line.get("question") + ": " + key + ", found " + found);
            }
        });
    }

    private static ArrayNode dates(JsonNode skipped) {
        ArrayNode dates = Run.JSON.createArrayNode();
        skipped.forEach(day -> dates.add(day.get("date")));
        return dates;
    }
}
