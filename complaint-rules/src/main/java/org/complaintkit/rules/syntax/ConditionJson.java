package org.complaintkit.rules.syntax;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.rules.pack.Position;

/** Conditions and operands as JSON. A code is a text, a flag a boolean, a number or a parameter an object. */
final class ConditionJson {
    private ConditionJson() {}

    static ObjectNode write(Condition condition) {
        if (condition instanceof Condition.All all) {
            return parts("all", all.parts(), all.at());
        }
        if (condition instanceof Condition.Any any) {
            return parts("any", any.parts(), any.at());
        }
        if (condition instanceof Condition.Not not) {
            return parts("not", List.of(not.part()), not.at());
        }
        if (condition instanceof Condition.In in) {
            ObjectNode node =
                    RuleJson.node("op", in.negated() ? "not in" : "in", in.at()).put("field", in.field());
            node.set("values", operands(in.operands()));
            return node;
        }
        if (condition instanceof Condition.Contains contains) {
            String op = contains.negated() ? "not contains" : "contains";
            ObjectNode node = RuleJson.node("op", op, contains.at()).put("field", contains.field());
            node.set("values", operands(List.of(contains.operand())));
            return node;
        }
        Condition.Compare compare = (Condition.Compare) condition;
        ObjectNode node =
                RuleJson.node("op", compare.operator().sign(), compare.at()).put("field", compare.field());
        node.set("values", operands(List.of(compare.operand())));
        return node;
    }

    static Condition read(JsonNode node) {
        String op = RuleJson.text(node, "op");
        Position at = RuleJson.position(node);
        return switch (op) {
            case "all" -> new Condition.All(parts(node), at);
            case "any" -> new Condition.Any(parts(node), at);
            case "not" -> new Condition.Not(parts(node).get(0), at);
            case "in", "not in" -> new Condition.In(field(node), op.equals("not in"), values(node), at);
            case "contains", "not contains" ->
                new Condition.Contains(
                        field(node), op.equals("not contains"), values(node).get(0), at);
            default ->
                new Condition.Compare(
                        field(node), Operator.of(op).orElseThrow(), values(node).get(0), at);
        };
    }

    private static ObjectNode parts(String op, List<Condition> parts, Position at) {
        ObjectNode node = RuleJson.node("op", op, at);
        ArrayNode array = node.putArray("parts");
        parts.forEach(part -> array.add(write(part)));
        return node;
    }

    private static List<Condition> parts(JsonNode node) {
        List<Condition> parts = new ArrayList<>();
        node.required("parts").forEach(part -> parts.add(read(part)));
        return parts;
    }

    private static String field(JsonNode node) {
        return RuleJson.text(node, "field");
    }

    private static List<Operand> values(JsonNode node) {
        return operands(node.required("values"));
    }

    static ArrayNode operands(List<Operand> operands) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Operand operand : operands) {
            if (operand instanceof Operand.Text text) {
                array.add(text.value());
            } else if (operand instanceof Operand.Flag flag) {
                array.add(flag.value());
            } else if (operand instanceof Operand.Amount number) {
                array.addObject().put("number", number.value().toPlainString());
            } else if (operand instanceof Operand.Parameter parameter) {
                array.addObject().put("param", parameter.id());
            }
        }
        return array;
    }

    static List<Operand> operands(JsonNode array) {
        List<Operand> operands = new ArrayList<>();
        for (JsonNode node : array) {
            if (node.isTextual()) {
                operands.add(new Operand.Text(node.textValue()));
            } else if (node.isBoolean()) {
                operands.add(new Operand.Flag(node.booleanValue()));
            } else if (node.has("number")) {
                operands.add(new Operand.Amount(new BigDecimal(RuleJson.text(node, "number"))));
            } else {
                operands.add(new Operand.Parameter(RuleJson.text(node, "param")));
            }
        }
        return operands;
    }
}
