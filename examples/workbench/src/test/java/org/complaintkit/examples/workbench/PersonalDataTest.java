package org.complaintkit.examples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * A name and a number put in each place of a complaint and of an event, right or wrong: no answer or error repeats them.
 * Names of fields are told, and so are ids.
 */
class PersonalDataTest {
    private static final String NAME = "Zhang Birdsong 13800138000";
    private static final List<String> TRACES = List.of("birdsong", "13800138000");
    private static final String LINE = """
            {"id":"C-1","kind":"CASE","packs":["RCC"],"complaint":{"receivedAt":"2025-09-26T10:20:00+08:00",
            "channel":"PHONE","complainant":{"type":"INDIVIDUAL","anonymous":false,"reachable":true,"vip":false,
            "name":"x","contact":"x"},"intakeCategories":["SERVICE_ATTITUDE"],"facts":["GROUP"],"causes":[],"demands":[],
            "claimedLoss":1,"complainantCount":1,"text":"x","formIssued":true,"sequence":1,"linkedTo":"x",
            "attachments":["x"],"requestedAmount":1,"given":{"product":"x"}},
            "events":[{"id":"e1","type":"CONTACTED","by":"UNIT_HEAD","at":"2025-09-26T12:20:00+08:00",
            "data":{"reason":"x","kind":"PUBLISHED","facts":["GROUP"],"outcome":"OURS","deadline":"RCC-D01","form":"F-RCC-1",
            "escalation":"RCC-E01","duty":"REPLY","round":1,"amount":1,"count":1,"fields":["x"],"level":"x"}}],
            "asOf":"2025-10-09T10:20:00+08:00"}""";

    /** The line with something else in each place below the complaint and the events, one at a time. */
    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        JsonNode whole = Run.json(LINE);
        for (String part : List.of("complaint", "events")) {
            replaced(whole.get(part), other -> {
                ObjectNode line = whole.deepCopy();
                line.set(part, other);
                lines.add(line.toString());
            });
        }
        return lines;
    }

    private static void replaced(JsonNode node, Consumer<JsonNode> taker) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        taker.accept(json.textNode(NAME));
        taker.accept(json.textNode("13800138000"));
        taker.accept(json.numberNode(13_800_138_000L));
        taker.accept(json.arrayNode().add(NAME));
        taker.accept(json.objectNode().put("name", NAME));
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(field -> replaced(
                            field.getValue(),
                            other -> taker.accept(object.deepCopy().set(field.getKey(), other))));
            taker.accept(object.deepCopy().put("colour", NAME));
        } else if (node instanceof ArrayNode items) {
            for (int i = 0; i < items.size(); i++) {
                int at = i;
                replaced(items.get(i), other -> taker.accept(items.deepCopy().set(at, other)));
            }
        }
    }

    @Test
    void no_answer_and_no_error_repeats_a_name_or_a_number() {
        List<String> lines = lines();
        List<String> answers = new ArrayList<>();
        List.of("replay", "decide").forEach(command -> {
            Run run = Run.over(command, lines.toArray(String[]::new));
            run.out().lines().forEach(answers::add);
            answers.add(run.err());
        });

        assertThat(lines).hasSizeGreaterThan(200);
        assertThat(answers)
                .hasSize(2 * (lines.size() + 1))
                .anyMatch(answer -> answer.contains("\"error\""))
                .anyMatch(answer -> !answer.contains("\"error\""))
                .allSatisfy(
                        answer -> assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain(TRACES));
    }

    @Test
    void a_name_in_an_id_is_found() {
        assertThat(Run.over("replay", LINE.replace("\n", " ").replace("C-1", NAME))
                        .out())
                .contains(NAME);
    }
}
