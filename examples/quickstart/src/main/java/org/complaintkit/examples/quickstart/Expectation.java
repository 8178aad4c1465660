package org.complaintkit.examples.quickstart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.complaintkit.json.CaseJson;
import org.complaintkit.lifecycle.Case;

/** Compares a case with what the authors of an example expect; what they do not mention may be as it likes. */
final class Expectation {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INCLUDE = "Include";
    private static final String EXCLUDE = "Exclude";

    private Expectation() {}

    /** How many keys are expected. */
    static int size(JsonNode expect) {
        return expect.size();
    }

    /** The keys that differ. */
    static List<String> differing(JsonNode expect, Case value, ZoneId zone) {
        JsonNode written = written(value, zone);
        List<String> differing = new ArrayList<>();
        for (Iterator<String> keys = expect.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!holds(key, expect.get(key), written)) {
                differing.add(key);
            }
        }
        return differing;
    }

    private static boolean holds(String key, JsonNode expected, JsonNode written) {
        if (key.endsWith(INCLUDE)) {
            return all(expected, each -> contains(written.path(stem(key, INCLUDE)), each));
        }
        if (key.endsWith(EXCLUDE)) {
            return all(expected, each -> !contains(written.path(stem(key, EXCLUDE)), each));
        }
        if (expected.isArray()) {
            return all(expected, each -> contains(written.path(key), each))
                    && (!expected.isEmpty() || written.path(key).isEmpty());
        }
        return expected.equals(written.path(key));
    }

    /** An expected object may leave out fields that the written one has. */
    private static boolean contains(JsonNode array, JsonNode expected) {
        return stream(array)
                .anyMatch(each -> expected.isObject()
                        ? expected.properties().stream()
                                .allMatch(field -> field.getValue().equals(each.path(field.getKey())))
                        : expected.equals(each));
    }

    private static boolean all(JsonNode array, java.util.function.Predicate<JsonNode> test) {
        return stream(array).allMatch(test);
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String stem(String key, String suffix) {
        return key.substring(0, key.length() - suffix.length());
    }

    private static JsonNode written(Case value, ZoneId zone) {
        try {
            return JSON.readTree(CaseJson.write(value.id(), value, zone));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
