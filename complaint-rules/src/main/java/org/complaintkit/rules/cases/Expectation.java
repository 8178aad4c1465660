package org.complaintkit.rules.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.complaintkit.calendar.InvalidInputException;

/**
 * What the authors of a worked case expect of its answer; what they do not mention may be as it likes.
 *
 * <p>A key of the answer is compared whole, a list as a set. Four groups of keys are compared otherwise: {@code labels} and
 * {@code ...Include} must be contained, {@code ...Exclude} must not occur, of deadlines their ids; each of {@code deadlines},
 * {@code previousDeadlines} and {@code reports} must exist with the fields that it names; none of {@code absentDeadlines}
 * may exist, in a period
 * of a report neither, which then need not occur. A text where a list belongs is a list of one. A key that the answer does not have is never fulfilled, not even by absence: it is misspelt. Immutable and
 * thread-safe.
 */
public final class Expectation {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final String INCLUDE = "Include";
    static final String EXCLUDE = "Exclude";
    static final String ABSENT = "absentDeadlines";
    private static final String NOTHING = "nothing";

    private final JsonNode expect;

    private Expectation(JsonNode expect) {
        this.expect = expect;
    }

    /**
     * Reads the object {@code expect} of a worked case.
     *
     * @throws InvalidInputException if the text is no JSON object
     */
    public static Expectation parse(String json) {
        return new Expectation(object(json, "expect"));
    }

    /** The key of the answer that an expected one is about. */
    static String key(String expected) {
        String end = excludes(expected) ? EXCLUDE : expected.endsWith(INCLUDE) ? INCLUDE : "";
        return expected.substring(0, expected.length() - end.length());
    }

    /** Whether it names what must not occur. */
    static boolean excludes(String expected) {
        return expected.endsWith(EXCLUDE);
    }

    /** Whether its items are names, of which an answer has to have each, or must not have any. */
    static boolean isNamed(String expected) {
        return expected.endsWith(INCLUDE) || excludes(expected) || expected.equals("labels");
    }

    /** The items of a list; of what is none, nothing. */
    static JsonNode list(JsonNode value) {
        return value.isArray() ? value : MissingNode.getInstance();
    }

    /** How many keys are expected. */
    public int size() {
        return expect.size();
    }

    /**
     * What the answer does not fulfil, one by one; empty if it fulfils all.
     *
     * @param answer the answer in the exchange format
     * @throws InvalidInputException if the answer is no JSON object
     */
    public List<Difference> differences(String answer) {
        JsonNode found = object(answer, "answer");
        List<Difference> differences = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : expect.properties()) {
            compare(each.getKey(), each.getValue(), found, differences);
        }
        return differences;
    }

    private static void compare(String key, JsonNode wanted, JsonNode answer, List<Difference> differences) {
        if (key.endsWith(INCLUDE) || key.equals("labels")) {
            included(key(key), wanted, answer, differences);
        } else if (excludes(key)) {
            excluded(key(key), wanted, answer, differences);
        } else {
            switch (key) {
                case "deadlines", "previousDeadlines" ->
                    items(wanted).forEach(each -> entry(key, "id", each, answer, differences));
                case ABSENT -> absent(wanted, answer, differences);
                case "reports" -> items(wanted).forEach(each -> report(each, answer, differences));
                default -> equal(key, wanted, answer.path(key), differences);
            }
        }
    }

    private static void equal(String key, JsonNode wanted, JsonNode found, List<Difference> differences) {
        boolean same =
                (wanted.isArray() || found.isArray()) ? texts(wanted).equals(texts(found)) : wanted.equals(found);
        if (!same || found.isMissingNode()) {
            differences.add(new Difference(key, wanted.toString(), shown(found)));
        }
    }

    private static void included(String key, JsonNode wanted, JsonNode answer, List<Difference> differences) {
        Set<String> missing = texts(wanted);
        missing.removeAll(names(answer.path(key)));
        if (!missing.isEmpty() || !answer.has(key)) {
            differences.add(new Difference(key, "also " + missing, shown(answer.path(key))));
        }
    }

    private static void excluded(String key, JsonNode unwanted, JsonNode answer, List<Difference> differences) {
        Set<String> found = texts(unwanted);
        if (!answer.has(key)) {
            differences.add(new Difference(key, "a key of the answer, without " + found, NOTHING));
            return;
        }
        found.retainAll(names(answer.path(key)));
        if (!found.isEmpty()) {
            differences.add(new Difference(key, "without " + found, shown(answer.path(key))));
        }
    }

    private static void report(JsonNode wanted, JsonNode answer, List<Difference> differences) {
        Optional<JsonNode> period = find(answer.path("reports"), "period", wanted.path("period"));
        boolean none = wanted.has(ABSENT) && wanted.path("deadlines").isEmpty();
        if (period.isEmpty() && none) {
            return;
        }
        if (period.isEmpty()) {
            differences.add(new Difference("reports." + wanted.path("period").asText(), wanted.toString(), NOTHING));
        } else {
            items(wanted.path("deadlines")).forEach(each -> entry("deadlines", "id", each, period.get(), differences));
            absent(wanted.path(ABSENT), period.get(), differences);
        }
    }

    private static void absent(JsonNode unwanted, JsonNode answer, List<Difference> differences) {
        if (!answer.has("deadlines")) {
            differences.add(new Difference(ABSENT, "an answer with deadlines", NOTHING));
        }
        items(unwanted)
                .forEach(id -> find(answer.path("deadlines"), "id", id)
                        .ifPresent(there -> differences.add(new Difference(id.asText(), NOTHING, there.toString()))));
    }

    /** One of the entries of the same name must have all the fields that are wanted; else the first one is told about. */
    private static void entry(
            String list, String name, JsonNode wanted, JsonNode answer, List<Difference> differences) {
        List<JsonNode> found = all(answer.path(list), name, wanted.path(name)).toList();
        if (found.isEmpty()) {
            differences.add(new Difference(wanted.path(name).asText(), wanted.toString(), NOTHING));
        } else if (found.stream().noneMatch(each -> unequal(wanted, each).isEmpty())) {
            unequal(wanted, found.get(0))
                    .forEach(field -> differences.add(new Difference(
                            wanted.path(name).asText() + "." + field,
                            wanted.path(field).toString(),
                            shown(found.get(0).path(field)))));
        }
    }

    private static String shown(JsonNode found) {
        return found.isMissingNode() ? NOTHING : found.toString();
    }

    private static List<String> unequal(JsonNode wanted, JsonNode found) {
        return wanted.properties().stream()
                .filter(field -> !field.getValue().equals(found.path(field.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Optional<JsonNode> find(JsonNode list, String name, JsonNode value) {
        return all(list, name, value).findFirst();
    }

    private static Stream<JsonNode> all(JsonNode list, String name, JsonNode value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(each -> each.path(name).equals(value));
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        items(list).forEach(item -> texts.add(item.isTextual() ? item.textValue() : item.toString()));
        return texts;
    }

    /** The texts of a list; of entries, their ids. */
    private static Set<String> names(JsonNode list) {
        Set<String> names = texts(list);
        list(list).forEach(item -> names.add(item.path("id").asText()));
        return names;
    }

    /** A text or a number stands for a list of one, as does an entry that is in none; nothing for an empty one. */
    private static Iterable<JsonNode> items(JsonNode value) {
        return value.isArray() || value.isMissingNode() || value.isNull() ? value : List.of(value);
    }

    private static JsonNode object(String json, String subject) {
        try {
            JsonNode node = JSON.readTree(json);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException | NumberFormatException e) {
            throw malformed(subject);
        }
        throw malformed(subject);
    }

    private static InvalidInputException malformed(String subject) {
        return InvalidInputException.of("MALFORMED_JSON", subject)
                .rule("a JSON object")
                .wayOut("write it as one")
                .build();
    }
}
