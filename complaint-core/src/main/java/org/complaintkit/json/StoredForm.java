package org.complaintkit.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.complaintkit.calendar.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Values to JSON and back by the types of their parts: records part by part, scalars as text, lists and maps in their
 * order. What a type is made of is in {@link Shape}, how a scalar is written in {@link Scalars}.
 */
final class StoredForm {
    private StoredForm() {}

    static JsonNode write(Type type, @Nullable Object value) {
        if (value == null) {
            return Json.STORED.nullNode();
        }
        Class<?> raw = raw(type);
        if (value instanceof Optional<?> present) {
            return write(argument(type, 0), present.orElse(null));
        }
        if (Scalars.knows(raw)) {
            return Json.STORED.getNodeFactory().textNode(Scalars.print(raw, value));
        }
        if (value instanceof Integer number && raw != Object.class) {
            return Json.STORED.getNodeFactory().numberNode(number);
        }
        if (value instanceof Long number && raw != Object.class) {
            return Json.STORED.getNodeFactory().numberNode(number);
        }
        if (value instanceof Boolean flag) {
            return Json.STORED.getNodeFactory().booleanNode(flag);
        }
        if (raw.isEnum()) {
            return Json.STORED.getNodeFactory().textNode(((Enum<?>) value).name());
        }
        if (raw == Object.class) {
            return FreeValues.write(value);
        }
        if (value instanceof Collection<?> items) {
            ArrayNode array = Json.STORED.createArrayNode();
            items.forEach(item -> array.add(write(argument(type, 0), item)));
            return array;
        }
        ObjectNode object = Json.STORED.createObjectNode();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> object.set((String) key, write(argument(type, 1), item)));
        } else {
            Shape.of(raw).parts().forEach(part -> object.set(part.name(), write(part.type(), part.of(value))));
        }
        return object;
    }

    static @Nullable Object read(Type type, JsonNode json, String path, NewerFields newer) {
        Class<?> raw = raw(type);
        if (raw == Optional.class) {
            return Optional.ofNullable(read(argument(type, 0), json, path, newer));
        }
        if (json.isNull()) {
            return null;
        }
        if (Scalars.knows(raw)) {
            need(json.isTextual(), path, "a text");
            return Scalars.parse(raw, json.textValue(), path);
        }
        if (raw == int.class) {
            need(json.isInt(), path, "a whole number");
            return json.intValue();
        }
        if (raw == long.class) {
            need(json.isIntegralNumber() && json.canConvertToLong(), path, "a whole number");
            return json.longValue();
        }
        if (raw == boolean.class) {
            need(json.isBoolean(), path, "true or false");
            return json.booleanValue();
        }
        if (raw.isEnum()) {
            return constant(raw, json, path);
        }
        if (raw == Object.class) {
            return FreeValues.read(json, path);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            need(json.isArray(), path, "a list");
            return items(argument(type, 0), raw, json, path, newer);
        }
        need(json.isObject(), path, "an object");
        if (raw == Map.class) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            json.properties()
                    .forEach(entry -> map.put(
                            entry.getKey(),
                            read(argument(type, 1), entry.getValue(), NewerFields.step(path, entry.getKey()), newer)));
            return Collections.unmodifiableMap(map);
        }
        return parts(Shape.of(raw), json, path, newer);
    }

    private static Object parts(Shape shape, JsonNode json, String path, NewerFields newer) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Shape.Part part : shape.parts()) {
            JsonNode field = json.get(part.name());
            String place = NewerFields.step(path, part.name());
            values.put(part.name(), read(part.type(), field == null ? shape.absent(part, place) : field, place, newer));
        }
        json.properties().stream()
                .filter(entry -> !values.containsKey(entry.getKey()))
                .forEach(entry -> newer.add(NewerFields.step(path, entry.getKey()), entry.getValue()));
        return shape.make(values, path);
    }

    private static Object items(Type item, Class<?> raw, JsonNode json, String path, NewerFields newer) {
        List<Object> items = new ArrayList<>();
        int position = 0;
        for (JsonNode each : json) {
            String place = NewerFields.step(path, NewerFields.identity(each, position++));
            Object value = read(item, each, place, newer);
            if (value == null) {
                throw malformed(place, "an item");
            }
            items.add(value);
        }
        return raw == Set.class ? Collections.unmodifiableSet(new LinkedHashSet<>(items)) : List.copyOf(items);
    }

    private static Object constant(Class<?> raw, JsonNode json, String path) {
        for (Object constant : raw.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(json.textValue())) {
                return constant;
            }
        }
        throw malformed(path, "one of the " + raw.getEnumConstants().length + " words of " + raw.getSimpleName());
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }

    private static void need(boolean holds, String path, String rule) {
        if (!holds) {
            throw malformed(path, rule);
        }
    }

    /** What stands there may be personal and is not told. */
    static InvalidInputException malformed(String path, String rule) {
        return InvalidInputException.of("STORED_CASE", "stored case")
                .rule(rule)
                .wayOut("restore the text from a backup; nothing but this library may write it")
                .at(path.isEmpty() ? "/" : path)
                .build();
    }
}
