package org.complaintkit.rules.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One object of a JSON file: gives its fields as values; what is wrong with a field is a fault at its place.
 *
 * @param value as {@link JsonTree} gives it; anything but an object has no fields
 */
record JsonObject(String file, JsonFile json, @Nullable Object value, String pointer, Faults faults) {
    private static final int LAST_YEAR = 9_999;

    /** The whole file. */
    static JsonObject of(String file, JsonFile json, Faults faults) {
        return new JsonObject(file, json, json.root(), "", faults);
    }

    private Map<?, ?> fields() {
        return value instanceof Map<?, ?> fields ? fields : Map.of();
    }

    /** The value of a field; null where the field is null or not there. */
    @Nullable
    Object field(String name) {
        return fields().get(name);
    }

    boolean has(String name) {
        return fields().containsKey(name);
    }

    /** The names of its fields, as written. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Object name : fields().keySet()) {
            names.add(String.valueOf(name));
        }
        return names;
    }

    /** Refuses fields that the format does not have. */
    void only(Set<String> known) {
        for (String name : names()) {
            if (!known.contains(name)) {
                faults.add(FaultKind.UNKNOWN_KEY.told(name).near(name, known), file, place(name), name);
            }
        }
    }

    String text(String name) {
        if (field(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        fault(name, FaultKind.TEXT_EXPECTED.told(name));
        return "";
    }

    /** What a field says, of whatever kind it is; empty where it is null, not there, an object or an array. */
    String word(String name) {
        return field(name) == null ? "" : said(field(name));
    }

    private static String said(@Nullable Object value) {
        return value instanceof Map || value instanceof List ? "" : String.valueOf(value);
    }

    /** A day; null where the field is null or not there. */
    @Nullable
    LocalDate day(String name) {
        return field(name) == null ? null : parsed(name, word(name), JsonObject::date, FaultKind.MALFORMED_DATE.told());
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
                .near(has(name) ? said(field(name)) : "", names);
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
        Object number = field(name);
        if (number != null && !(number instanceof BigDecimal)) {
            fault(name, FaultKind.NUMBER_EXPECTED.told(name));
        }
        return number instanceof BigDecimal decimal ? decimal : null;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object item : items(field(name))) {
            texts.add(said(item));
        }
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
        boolean array = field(name) instanceof List;
        for (Object item : items(field(name))) {
            String inner = pointer + "/" + name + "/" + objects.size();
            objects.add(new JsonObject(file, json, array ? item : null, inner, faults));
        }
        return objects;
    }

    private static Collection<?> items(@Nullable Object value) {
        return value instanceof List<?> list ? list : value instanceof Map<?, ?> fields ? fields.values() : List.of();
    }

    JsonObject at(String name) {
        return new JsonObject(file, json, field(name), pointer + "/" + name, faults);
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
        Object offending = field(name);
        boolean single = has(name) && !(offending instanceof Map) && !(offending instanceof List);
        faults.add(told, file, at, single ? said(offending) : name);
    }
}
