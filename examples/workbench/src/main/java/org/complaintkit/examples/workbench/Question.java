package org.complaintkit.examples.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.complaintkit.calendar.InvalidInputException;

/** One object of a line, taken apart field by field; null counts as absent, and what is left over is refused. */
final class Question {
    private final ObjectNode object;
    private final String pointer;
    private final Set<String> taken = new HashSet<>();

    /**
     * Begins.
     *
     * @param pointer JSON pointer of the object in its line, empty for the line itself
     */
    Question(ObjectNode object, String pointer) {
        this.object = object;
        this.pointer = pointer;
    }

    /** The id as it was given, a text or a whole number; null if there is none. */
    JsonNode id() {
        JsonNode id = field("id").orElse(NullNode.getInstance());
        if (!id.isTextual() && !id.isIntegralNumber() && !id.isNull()) {
            throw wrong("id", "a text or a whole number");
        }
        return id;
    }

    /** A text that must be there. */
    String text(String name) {
        return optionalText(name).orElseThrow(() -> missing(name, "a text"));
    }

    Optional<String> optionalText(String name) {
        return field(name).map(node -> text(name, node));
    }

    Optional<Integer> whole(String name) {
        return field(name).map(node -> {
            if (!node.isIntegralNumber() || !node.canConvertToInt()) {
                throw wrong(name, "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE);
            }
            return node.intValue();
        });
    }

    Optional<LocalDate> date(String name) {
        return optionalText(name).map(text -> day(place(name), text));
    }

    /** An instant, written with its offset. */
    Optional<Instant> instant(String name) {
        return optionalText(name).map(text -> {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                throw refusal(
                        "WRONG_TIME",
                        place(name),
                        "a date and time with offset, such as 2026-03-02T09:00:00+08:00",
                        "write it in that form");
            }
        });
    }

    /** The value of a field, read from its text; an error without a place gets that of the field. */
    <T> Optional<T> read(String name, Function<String, T> reader) {
        return optionalText(name).map(text -> at(place(name), () -> reader.apply(text)));
    }

    /** The items of a list; empty where it is absent. */
    <T> List<T> list(String name, ItemReader<T> reader) {
        List<T> items = new ArrayList<>();
        field(name).ifPresent(node -> {
            if (!(node instanceof ArrayNode array)) {
                throw wrong(name, "a list");
            }
            for (int i = 0; i < array.size(); i++) {
                items.add(reader.read(array.get(i), place(name) + "/" + i));
            }
        });
        return items;
    }

    /** The texts of a list. */
    List<String> texts(String name) {
        return list(name, (node, at) -> text(name, node));
    }

    /** The dates of a list. */
    List<LocalDate> dates(String name) {
        return list(name, (node, at) -> day(at, text(name, node)));
    }

    Optional<Question> object(String name) {
        return field(name).map(node -> object(node, place(name)));
    }

    /** An object that is a field or an item of a list. */
    static Question object(JsonNode node, String at) {
        if (node instanceof ObjectNode child) {
            return new Question(child, at);
        }
        throw refusal("WRONG_TYPE", at, "an object", "write it in that form");
    }

    /** A field in whatever form; empty where it is absent or null. */
    Optional<JsonNode> field(String name) {
        taken.add(name);
        return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
    }

    /** Names of the fields that nobody took yet. */
    List<String> rest() {
        List<String> rest = new ArrayList<>();
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!taken.contains(name)) {
                rest.add(name);
            }
        }
        return rest;
    }

    /** Refuses what is left over. */
    void end() {
        for (String name : rest()) {
            throw refusal(
                    "UNKNOWN_FIELD",
                    place(name),
                    "the fields of this command only",
                    "leave it out, or correct its name");
        }
    }

    /** The place of a field, as a JSON pointer. */
    String place(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    InvalidInputException missing(String name, String rule) {
        return refusal("MISSING_FIELD", place(name), rule + " is required", "give the field");
    }

    /** The value itself is not told: it may be personal. */
    InvalidInputException wrong(String name, String rule) {
        return refusal("WRONG_TYPE", place(name), rule, "write it in that form");
    }

    static InvalidInputException refusal(String code, String place, String rule, String wayOut) {
        return InvalidInputException.of(code, place.substring(1).replace('/', '.'))
                .rule(rule)
                .wayOut(wayOut)
                .at(place)
                .build();
    }

    /** Whatever is refused inside without a place is refused at the field that it names, or else at the given one. */
    <T> T asked(String name, Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidInputException e) {
            throw e.at().isEmpty() ? e.at(place(taken.contains(e.subject()) ? e.subject() : name)) : e;
        }
    }

    /** Whatever is refused inside without a place is refused at this one. */
    static <T> T at(String place, Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidInputException e) {
            throw e.at().isEmpty() ? e.at(place) : e;
        }
    }

    private String text(String name, JsonNode node) {
        if (!node.isTextual()) {
            throw wrong(name, "a text");
        }
        return node.textValue();
    }

    private static LocalDate day(String at, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw refusal("WRONG_DATE", at, "a date such as 2026-02-14", "write it in that form");
        }
    }

    /** Reads an item. */
    @FunctionalInterface
    interface ItemReader<T> {
        T read(JsonNode item, String at);
    }
}
