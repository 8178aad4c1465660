package org.complaintkit.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.policy.Nearest;

/** Takes the fields of one JSON object one by one; whatever is left over at the end is unknown and refused. */
final class Fields {
    private static final int MAX_ITEMS = 1_000;
    private static final int MAX_DIGITS = 40;
    private static final int MAX_NAME = 60;

    private final ObjectNode object;
    private final String path;
    private final Set<String> taken = new HashSet<>();

    Fields(ObjectNode object, String path) {
        this.object = object;
        this.path = path;
    }

    /** The text of a field; the fallback where it is absent or null. */
    String text(String name, String fallback) {
        return present(name)
                .map(node -> {
                    if (!node.isTextual()) {
                        throw wrong(name, "a text");
                    }
                    return node.textValue();
                })
                .orElse(fallback);
    }

    /** The text of a field that must be there. */
    String text(String name) {
        String text = text(name, "");
        if (text.isBlank()) {
            throw missing(name, "a text");
        }
        return text;
    }

    boolean flag(String name, boolean fallback) {
        return present(name)
                .map(node -> {
                    if (!node.isBoolean()) {
                        throw wrong(name, "true or false");
                    }
                    return node.booleanValue();
                })
                .orElse(fallback);
    }

    BigDecimal number(String name, BigDecimal fallback) {
        return present(name)
                .map(node -> {
                    if (!node.isNumber()) {
                        throw wrong(name, "a number");
                    }
                    return decimal(name, node);
                })
                .orElse(fallback);
    }

    /** Bounded in its exponent too: 1e999999999 is short to write and fills the memory of whoever writes it out. */
    private BigDecimal decimal(String name, JsonNode node) {
        BigDecimal number = node.decimalValue();
        if (Math.abs((long) number.scale()) > MAX_DIGITS) {
            throw wrong(name, "a number of at most " + MAX_DIGITS + " digits");
        }
        return number;
    }

    int whole(String name, int fallback) {
        BigDecimal number = number(name, BigDecimal.valueOf(fallback));
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            throw wrong(name, "a whole number of at most nine digits");
        }
    }

    /** An instant with its offset that must be there. */
    Instant instant(String name) {
        String text = text(name, "");
        if (text.isEmpty()) {
            throw missing(name, "a date and time with offset, such as 2026-03-02T09:00:00+08:00");
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw wrong(name, "a date and time with offset, such as 2026-03-02T09:00:00+08:00");
        }
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        present(name).ifPresent(node -> {
            if (!node.isArray() || node.size() > MAX_ITEMS) {
                throw wrong(name, "a list of at most " + MAX_ITEMS + " texts");
            }
            node.forEach(item -> {
                if (!item.isTextual()) {
                    throw wrong(name, "a list of texts");
                }
                texts.add(item.textValue());
            });
        });
        return texts;
    }

    /** The object of a field; empty where it is absent or null. */
    Optional<Fields> object(String name) {
        return present(name).map(node -> {
            if (!(node instanceof ObjectNode child)) {
                throw wrong(name, "an object");
            }
            return new Fields(child, path + "/" + name);
        });
    }

    /** A text, number, boolean or list of these; empty where the field is absent or null. */
    Optional<Object> value(String name) {
        return present(name).map(node -> value(name, node));
    }

    /** Names of the fields that nobody took yet, in their order. */
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
            throw InvalidInputException.of("UNKNOWN_FIELD", subject(name))
                    .rule("the fields of the exchange format only"
                            + Nearest.to(name, new TreeSet<>(taken))
                                    .map(known -> "; the nearest is " + known)
                                    .orElse(""))
                    .wayOut("leave the field out, or correct its name")
                    .at(place(name))
                    .build();
        }
    }

    private Object value(String name, JsonNode node) {
        if (node.isArray() && node.size() <= MAX_ITEMS) {
            List<Object> items = new ArrayList<>();
            node.forEach(item -> {
                if (item.isContainerNode() || item.isNull()) {
                    throw wrong(name, "a list of texts, numbers, true or false");
                }
                items.add(value(name, item));
            });
            return List.copyOf(items);
        }
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isNumber()) {
            return decimal(name, node);
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        throw wrong(name, "a text, a number, true or false, or a list of at most " + MAX_ITEMS + " of these");
    }

    private Optional<JsonNode> present(String name) {
        taken.add(name);
        return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
    }

    private InvalidInputException missing(String name, String rule) {
        return InvalidInputException.of("MISSING_FIELD", subject(name))
                .rule(rule + " is required")
                .wayOut("give the field")
                .at(place(name))
                .build();
    }

    /** The value itself is not told: it may be personal. */
    private InvalidInputException wrong(String name, String rule) {
        return InvalidInputException.of("WRONG_TYPE", subject(name))
                .rule(rule)
                .wayOut("write the value in that form")
                .at(place(name))
                .build();
    }

    /** JSON pointer of a field; a name made up by the sender is cut and made to fit one line. */
    private String place(String name) {
        String shown = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
        return path + "/"
                + shown.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?")
                        .replace("~", "~0")
                        .replace("/", "~1");
    }

    private String subject(String name) {
        return place(name).substring(1).replace('/', '.');
    }
}
