package org.complaintkit.rules.pack;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One object of a JSON file: gives its fields as values; what is wrong with a field is a fault at its place. */
record JsonObject(String file, JsonFile json, String pointer, Faults faults) {
    private static final int LAST_YEAR = 9_999;

    JsonNode node() {
        return json.root().at(JsonPointer.compile(pointer));
    }

    JsonNode field(String name) {
        return node().path(name);
    }

    /** Refuses fields that the format does not have. */
    void only(Set<String> known) {
        node().fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                faults.add(FaultKind.UNKNOWN_KEY.told(name).near(name, known), file, place(name), name);
            }
        });
    }

    String text(String name) {
        JsonNode value = field(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            fault(name, FaultKind.TEXT_EXPECTED.told(name));
            return "";
        }
        return value.textValue();
    }

    /** A day; null where the field is null or not there. */
    @Nullable
    LocalDate day(String name) {
        JsonNode value = field(name);
        return value.isMissingNode() || value.isNull()
                ? null
                : parsed(name, value.asText(), JsonObject::date, FaultKind.MALFORMED_DATE.told());
    }

    private static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        if (date.getYear() < 1 || date.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException(text);
        }
        return date;
    }

    /** A text, read by a parser. */
    <T> T parsed(String name, Function<String, T> parser, T otherwise) {
        return parsed(name, parser, otherwise, FaultKind.MALFORMED_FIELD.told(name));
    }

    /** One of an enumeration, by its name. */
    <E extends Enum<E>> E constant(String name, Class<E> type, E otherwise) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        Told told = FaultKind.MALFORMED_CHOICE
                .told(name, String.join(", ", names))
                .near(field(name).asText(), names);
        return parsed(name, text -> Enum.valueOf(type, text), otherwise, told);
    }

    private <T> T parsed(String name, Function<String, T> parser, T otherwise, Told told) {
        String text = text(name);
        T parsed = text.isEmpty() ? null : parsed(name, text, parser, told);
        return parsed == null ? otherwise : parsed;
    }

    private <T> @Nullable T parsed(String name, String text, Function<String, T> parser, Told told) {
        try {
            return parser.apply(text);
        } catch (RuntimeException e) {
            fault(name, told);
            return null;
        }
    }

    @Nullable
    BigDecimal number(String name) {
        JsonNode value = field(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isNumber()) {
            fault(name, FaultKind.NUMBER_EXPECTED.told(name));
            return null;
        }
        return value.decimalValue();
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        field(name).forEach(value -> texts.add(value.asText()));
        return texts;
    }

    Map<String, String> labels(String name, List<String> languages) {
        Map<String, String> labels = new TreeMap<>();
        JsonObject titles = at(name);
        titles.only(Set.copyOf(languages));
        languages.forEach(language -> labels.put(language, titles.text(language)));
        return labels;
    }

    /** The objects of an array. */
    List<JsonObject> objects(String name) {
        List<JsonObject> objects = new ArrayList<>();
        for (int i = 0; i < field(name).size(); i++) {
            objects.add(at(name).at(String.valueOf(i)));
        }
        return objects;
    }

    JsonObject at(String name) {
        return new JsonObject(file, json, pointer + "/" + name, faults);
    }

    /** Where the object begins. */
    Position place() {
        return json.at(pointer);
    }

    /** Where the field stands, or the object if it is not there. */
    Position place(String name) {
        String field = pointer + "/" + name;
        return json.places().containsKey(field) ? json.at(field) : place();
    }

    void fault(String name, Told told) {
        Position at = place(name);
        JsonNode value = field(name);
        faults.add(told, file, at, value.isValueNode() ? value.asText() : name);
    }
}
