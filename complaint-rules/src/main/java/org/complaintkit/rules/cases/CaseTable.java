package org.complaintkit.rules.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.pack.Cell;
import org.complaintkit.rules.pack.CsvFile;
import org.complaintkit.rules.pack.Faults;

/**
 * Reads a table of worked cases, for people who keep them in a spreadsheet: a row a case, a column a field by its path,
 * such as {@code complaint.channel} or {@code expect.deadlines.RCC-D01.limit}.
 *
 * <p>An empty cell says nothing; a list is separated by semicolons under a heading that ends in {@code []}; a number,
 * {@code true}, {@code false} and {@code null} are what they look like, unless an apostrophe stands before them; what
 * begins with a bracket is JSON. A cell of {@code events} holds events separated by semicolons, each as
 * {@code 2025-09-30T16:30:00+08:00 REPLIED_TO_CUSTOMER by TEA_MASTER outcome=OURS}.
 */
final class CaseTable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern SCALAR = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,6})?|true|false|null");
    private static final Pattern EVENT =
            Pattern.compile("(\\S+)\\s+([A-Z][A-Z0-9_]*)(?:\\s+by\\s+([A-Z][A-Z0-9_]*))?((?:\\s+[A-Za-z]+=\\S+)*)");
    private static final Set<String> ENTRIES = Set.of("deadlines", "previousDeadlines");

    private CaseTable() {}

    static List<PackCase> read(String name, String text) {
        Faults faults = new Faults();
        List<List<Cell>> rows = CsvFile.read(name, text, faults);
        faults.refuse(name);
        List<PackCase> cases = new ArrayList<>();
        for (List<Cell> row : rows.subList(Math.min(1, rows.size()), rows.size())) {
            cases.add(one(name, rows.get(0), row));
        }
        return List.copyOf(cases);
    }

    private static PackCase one(String name, List<Cell> headings, List<Cell> row) {
        ObjectNode line = NODES.objectNode();
        try {
            for (int i = 0; i < row.size(); i++) {
                String at = name + ":" + row.get(i).at();
                if (i >= headings.size()) {
                    throw malformed("row", at, "as many cells as the first row has headings");
                }
                if (!row.get(i).text().isEmpty()) {
                    put(line, headings.get(i).text(), row.get(i).text(), at);
                }
            }
            return new PackCase(name + ":" + row.get(0).at(), line);
        } catch (InvalidInputException e) {
            return PackCase.unusable(e);
        }
    }

    /** The cell itself is not told: it may be personal. */
    private static InvalidInputException malformed(String heading, String at, String rule) {
        return InvalidInputException.of("MALFORMED_ROW", heading)
                .rule(rule)
                .wayOut("mend the cell, or write the case as a line of a file .jsonl")
                .at(at)
                .build();
    }

    private static void put(ObjectNode line, String heading, String cell, String at) {
        boolean list = heading.endsWith("[]");
        String[] path = (list ? heading.substring(0, heading.length() - 2) : heading).split("\\.", 3);
        JsonNode value =
                heading.equals("events") ? events(cell, at) : list ? list(heading, cell, at) : value(heading, cell, at);
        if (path.length == 1) {
            line.set(path[0], value);
            return;
        }
        ObjectNode object = object(line, path[0], heading, at);
        if (path.length == 3 && path[0].equals("expect") && ENTRIES.contains(path[1])) {
            int dot = path[2].lastIndexOf('.');
            if (dot < 1) {
                throw malformed(heading, at, "a heading such as expect." + path[1] + ".ID.limit");
            }
            entry(entries(object, path[1], heading, at), path[2].substring(0, dot))
                    .set(path[2].substring(dot + 1), value);
        } else if (path.length == 3 && !path[0].equals("params")) {
            object(object, path[1], heading, at).set(path[2], value);
        } else {
            object.set(path.length == 3 ? path[1] + "." + path[2] : path[1], value);
        }
    }

    /** Where another column of the row has put something else, the row is no case. */
    private static ObjectNode object(ObjectNode in, String name, String heading, String at) {
        if (in.has(name) && !in.path(name).isObject()) {
            throw malformed(heading, at, "nothing else under " + name + ", which another column of the row has filled");
        }
        return in.withObjectProperty(name);
    }

    private static ArrayNode entries(ObjectNode in, String name, String heading, String at) {
        if (in.has(name) && !in.path(name).isArray()) {
            throw malformed(heading, at, "nothing else under " + name + ", which another column of the row has filled");
        }
        return in.withArrayProperty(name);
    }

    private static ObjectNode entry(ArrayNode entries, String id) {
        for (JsonNode entry : entries) {
            if (entry instanceof ObjectNode object && entry.path("id").asText().equals(id)) {
                return object;
            }
        }
        return entries.addObject().put("id", id);
    }

    private static ArrayNode list(String heading, String cell, String at) {
        ArrayNode list = NODES.arrayNode();
        for (String part : cell.split(";", -1)) {
            if (!part.isBlank()) {
                list.add(value(heading, part.strip(), at));
            }
        }
        return list;
    }

    private static JsonNode value(String heading, String text, String at) {
        if (text.startsWith("'")) {
            return TextNode.valueOf(text.substring(1));
        }
        if (text.equals("[]")
                || text.startsWith("[")
                || text.startsWith("{")
                || SCALAR.matcher(text).matches()) {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException | NumberFormatException e) {
                throw malformed(heading, at, "JSON, since it begins with a bracket");
            }
        }
        return TextNode.valueOf(text);
    }

    private static JsonNode events(String cell, String at) {
        if (cell.startsWith("[")) {
            return value("events", cell, at);
        }
        ArrayNode events = NODES.arrayNode();
        for (String part : cell.split(";", -1)) {
            Matcher event = EVENT.matcher(part.strip());
            if (!event.matches()) {
                throw malformed(
                        "events",
                        at,
                        "events separated by semicolons, each as 2025-09-30T16:30:00+08:00 REPLIED_TO_CUSTOMER by"
                                + " ROLE key=value");
            }
            ObjectNode json = events.addObject().put("at", event.group(1)).put("type", event.group(2));
            if (event.group(3) != null) {
                json.put("by", event.group(3));
            }
            for (String pair : event.group(4).strip().split("\\s+", -1)) {
                if (!pair.isEmpty()) {
                    String[] data = pair.split("=", 2);
                    json.withObjectProperty("data").set(data[0], value("events", data[1], at));
                }
            }
        }
        return events;
    }
}
