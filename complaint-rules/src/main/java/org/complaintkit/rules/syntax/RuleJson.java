package org.complaintkit.rules.syntax;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Basis;
import org.complaintkit.rules.pack.Position;

/**
 * The trees of a pack as JSON, as a compiled pack stores them, so that running it needs no parser. Writing and reading
 * loses nothing, positions included; equal trees give equal bytes.
 */
public final class RuleJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private RuleJson() {}

    /** The rules in the order given, one a line. */
    public static byte[] write(List<Rule> rules) {
        try {
            StringBuilder lines = new StringBuilder();
            for (Rule rule : rules) {
                lines.append(MAPPER.writeValueAsString(rule(rule))).append('\n');
            }
            return lines.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can be written", e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws InvalidInputException if the bytes are no stored rules
     */
    public static List<Rule> read(byte[] json) {
        List<Rule> rules = new ArrayList<>();
        try (var nodes = MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(json)) {
            while (nodes.hasNext()) {
                rules.add(rule(nodes.next()));
            }
        } catch (IOException | RuntimeException e) {
            throw InvalidInputException.of("COMPILED_RULES", "compiled pack")
                    .rule("rules as the pack compiler stores them")
                    .wayOut("compile the pack again")
                    .cause(e)
                    .build();
        }
        return List.copyOf(rules);
    }

    private static ObjectNode rule(Rule rule) {
        ObjectNode node = node("stage", rule.stage().name(), rule.at());
        node.put("name", rule.name())
                .put("clause", rule.clause())
                .put("basis", rule.basis().name());
        ArrayNode when = node.putArray("when");
        rule.conditions().forEach(condition -> when.add(ConditionJson.write(condition)));
        ArrayNode then = node.putArray("then");
        for (Action action : rule.actions()) {
            ObjectNode line = node("verb", action.verb(), action.at());
            line.set("args", ConditionJson.operands(action.arguments()));
            then.add(line);
        }
        return node;
    }

    private static Rule rule(JsonNode node) {
        List<Condition> when = new ArrayList<>();
        node.required("when").forEach(condition -> when.add(ConditionJson.read(condition)));
        List<Action> then = new ArrayList<>();
        node.required("then")
                .forEach(line -> then.add(
                        new Action(text(line, "verb"), ConditionJson.operands(line.required("args")), position(line))));
        return new Rule(
                text(node, "name"),
                text(node, "clause"),
                Basis.valueOf(text(node, "basis")),
                Stage.valueOf(text(node, "stage")),
                when,
                then,
                position(node));
    }

    static ObjectNode node(String key, String value, Position at) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put(key, value);
        node.putArray("at").add(at.line()).add(at.column());
        return node;
    }

    static String text(JsonNode node, String field) {
        return node.required(field).textValue();
    }

    static Position position(JsonNode node) {
        JsonNode at = node.required("at");
        return new Position(at.required(0).intValue(), at.required(1).intValue());
    }
}
