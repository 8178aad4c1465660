package org.complaintkit.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.complaintkit.calendar.InvalidInputException;

/**
 * Values whose type only the host knows: data of events, facts of single systems, parameters. Texts, booleans, whole
 * numbers and lists are themselves; anything else says what it is, {@code {"decimal":"1.50"}}, so that 3, 3.0 and "3"
 * stay three things.
 */
final class FreeValues {
    private static final Map<String, Function<String, Object>> KINDS = Map.of(
            "decimal", BigDecimal::new,
            "integer", BigInteger::new,
            "long", Long::valueOf,
            "double", Double::valueOf,
            "instant", Instant::parse,
            "date", LocalDate::parse);

    private static final Map<Class<?>, String> NAMES = Map.of(
            BigDecimal.class, "decimal",
            BigInteger.class, "integer",
            Long.class, "long",
            Double.class, "double",
            Instant.class, "instant",
            LocalDate.class, "date");

    private FreeValues() {}

    static JsonNode write(Object value) {
        if (value instanceof String text) {
            return Json.STORED.getNodeFactory().textNode(text);
        }
        if (value instanceof Boolean flag) {
            return Json.STORED.getNodeFactory().booleanNode(flag);
        }
        if (value instanceof Integer number) {
            return Json.STORED.getNodeFactory().numberNode(number);
        }
        if (value instanceof Collection<?> items) {
            ArrayNode array = Json.STORED.createArrayNode();
            items.forEach(item -> array.add(write(item)));
            return array;
        }
        String kind = NAMES.get(value.getClass());
        if (kind == null) {
            throw InvalidInputException.of("UNSTORABLE_VALUE", "stored case")
                    .value(value.getClass().getName())
                    .rule("texts, booleans, numbers, instants, dates and lists of these")
                    .wayOut("turn the value into one of these before it reaches the desk")
                    .build();
        }
        return Json.STORED.createObjectNode().put(kind, value.toString());
    }

    static Object read(JsonNode json, String path) {
        if (json.isTextual()) {
            return json.textValue();
        }
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        if (json.isInt()) {
            return json.intValue();
        }
        if (json.isArray()) {
            List<Object> items = new ArrayList<>();
            json.forEach(item -> items.add(read(item, path)));
            return List.copyOf(items);
        }
        if (json.isObject() && json.size() == 1) {
            String kind = json.fieldNames().next();
            Function<String, Object> parser = KINDS.get(kind);
            if (parser != null && json.get(kind).isTextual()) {
                try {
                    return parser.apply(json.get(kind).textValue());
                } catch (RuntimeException e) {
                    throw StoredForm.malformed(path, "a value of kind " + kind);
                }
            }
        }
        throw StoredForm.malformed(path, "a text, number, boolean, list or a value with its kind");
    }
}
