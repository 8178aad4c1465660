package org.complaintkit.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Fields that this version does not know, by their places. An item of a list is named by its key or id where it has one,
 * so that its fields find it again when the list has changed; a field whose place is gone waits in a field of its own.
 */
final class NewerFields {
    private static final String UNPLACED = "unplaced";

    private final Map<String, JsonNode> fields = new TreeMap<>();

    static NewerFields parse(String text) {
        NewerFields newer = new NewerFields();
        if (!text.isEmpty()) {
            Json.stored(text, "newer fields")
                    .properties()
                    .forEach(entry -> newer.add(entry.getKey(), entry.getValue()));
        }
        return newer;
    }

    void add(String path, JsonNode value) {
        fields.put(path, value);
    }

    /** Takes up again what had no place when the text was written. */
    void takeUnplaced(ObjectNode json) {
        if (json.remove(UNPLACED) instanceof ObjectNode waiting) {
            waiting.properties().forEach(entry -> add(entry.getKey(), entry.getValue()));
        }
    }

    /** All of them as a JSON object by place; empty if there are none. */
    String text() {
        ObjectNode json = Json.STORED.createObjectNode();
        json.setAll(fields);
        return fields.isEmpty() ? "" : json.toString();
    }

    /** Puts them in their places. */
    void into(ObjectNode json) {
        ObjectNode unplaced = Json.STORED.createObjectNode();
        fields.forEach((path, value) -> {
            int end = path.lastIndexOf('/');
            if (find(json, path.substring(0, end)) instanceof ObjectNode parent) {
                parent.set(unescape(path.substring(end + 1)), value);
            } else {
                unplaced.set(path, value);
            }
        });
        if (!unplaced.isEmpty()) {
            json.set(UNPLACED, unplaced);
        }
    }

    private static @Nullable JsonNode find(JsonNode root, String path) {
        JsonNode at = root;
        for (String step : path.isEmpty() ? new String[0] : path.substring(1).split("/", -1)) {
            at = at == null ? null : child(at, unescape(step));
        }
        return at;
    }

    private static @Nullable JsonNode child(JsonNode parent, String step) {
        if (parent instanceof ArrayNode items) {
            for (int i = 0; i < items.size(); i++) {
                if (identity(items.get(i), i).equals(step)) {
                    return items.get(i);
                }
            }
            return null;
        }
        return parent.get(step);
    }

    /** What names an item: its key, its id, those of a deadline, else its position. */
    static String identity(JsonNode item, int position) {
        for (String name : new String[] {"key", "id"}) {
            if (item.path(name).isTextual()) {
                return name + "=" + item.get(name).textValue();
            }
        }
        JsonNode rule = item.path("rule").path("id");
        return rule.isTextual()
                ? "rule=" + item.path("pack").asText() + " " + rule.textValue() + " "
                        + item.path("round").asText() + " "
                        + item.path("occurrence").asText()
                : Integer.toString(position);
    }

    static String step(String path, String name) {
        return path + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static String unescape(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }
}
