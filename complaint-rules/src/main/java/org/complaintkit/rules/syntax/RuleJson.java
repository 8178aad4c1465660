package org.complaintkit.rules.syntax;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Basis;
import org.complaintkit.rules.pack.JsonTree;
import org.complaintkit.rules.pack.Position;

/**
 * The trees of a pack as JSON, as a compiled pack stores them, so that running it needs no parser. Writing and reading
 * loses nothing, positions included; equal trees give equal bytes.
 */
public final class RuleJson {
    private static final JsonFactory JSON = new JsonFactory();

    private RuleJson() {}

    /** The rules in the order given, one a line. */
    public static byte[] write(List<Rule> rules) {
        StringBuilder lines = new StringBuilder();
        rules.forEach(rule -> lines.append(rule(rule)).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws InvalidInputException if the bytes are no stored rules
     */
    public static List<Rule> read(byte[] json) {
        List<Rule> rules = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(json)) {
            for (JsonNode node = JsonTree.next(parser); !node.isMissingNode(); node = JsonTree.next(parser)) {
                rules.add(rule(node));
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
                .put("basis", rule.basis().name())
                .put("file", rule.file());
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
                text(node, "file"),
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
