package org.complaintkit.rules.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.pack.Cell;
import org.complaintkit.rules.pack.Position;

/**
 * One cell of a row that is a worked case, and what it says of the case.
 *
 * @param head its heading: the path of a field
 * @param cell what the row says there, not empty
 * @param at file and place of the cell
 * @param places takes where the parts of the case stand
 */
record CaseCell(Cell head, Cell cell, String at, CasePlaces places) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern SCALAR = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,6})?|true|false|null");
    private static final Pattern EVENT =
            Pattern.compile("(\\S+)\\s+([A-Z][A-Z0-9_]*)(?:\\s+by\\s+([A-Z][A-Z0-9_]*))?((?:\\s+[A-Za-z]+=\\S+)*)");
    private static final Pattern PAIR = Pattern.compile("([A-Za-z]+)=(\\S+)");
    private static final Pattern PART = Pattern.compile("[^;]+");
    private static final Set<String> ENTRIES = Set.of("deadlines", "previousDeadlines");

    private String heading() {
        return head.text();
    }

    private InvalidInputException malformed(String rule) {
        return CaseTable.malformed(heading(), at, rule);
    }

    /** Adds to a case what the cell says. */
    void into(ObjectNode line) {
        boolean list = heading().endsWith("[]");
        String field = list ? heading().substring(0, heading().length() - 2) : heading();
        String[] path = field.split("\\.", 3);
        if (path.length == 1) {
            set(line, "", path[0], 0, list);
            return;
        }
        String pointer = named("", path[0], 0);
        ObjectNode object = object(line, path[0]);
        int second = path[0].length() + 1;
        int third = second + path[1].length() + 1;
        if (path.length == 3 && path[0].equals("expect") && ENTRIES.contains(path[1])) {
            int dot = path[2].lastIndexOf('.');
            if (dot < 1) {
                throw malformed("a heading such as expect." + path[1] + ".ID.limit");
            }
            ArrayNode entries = entries(object, path[1]);
            String id = path[2].substring(0, dot);
            ObjectNode entry = entry(entries, id);
            String there = CasePlaces.inner(named(pointer, path[1], second), number(entries, id));
            places.value(CasePlaces.inner(there, "id"), head.place(third, third + dot));
            set(entry, there, path[2].substring(dot + 1), third + dot + 1, list);
        } else if (path.length == 3 && !path[0].equals("params")) {
            set(object(object, path[1]), named(pointer, path[1], second), path[2], third, list);
        } else {
            set(object, pointer, path.length == 3 ? path[1] + "." + path[2] : path[1], second, list);
        }
    }

    /** The pointer of a field whose name begins there in the heading. */
    private String named(String pointer, String name, int from) {
        String inner = CasePlaces.inner(pointer, name);
        places.name(inner, head.place(from, from + name.length()));
        return inner;
    }

    private void set(ObjectNode object, String pointer, String name, int from, boolean list) {
        String inner = named(pointer, name, from);
        places.value(inner, cell.at());
        object.set(name, heading().equals("events") ? events(inner) : list ? list(inner) : value(cell.text()));
    }

    /** Where another column of the row has put something else, the row is no case. */
    private ObjectNode object(ObjectNode in, String name) {
        if (in.has(name) && !in.path(name).isObject()) {
            throw malformed("nothing else under " + name + ", which another column of the row has filled");
        }
        return in.withObjectProperty(name);
    }

    private ArrayNode entries(ObjectNode in, String name) {
        if (in.has(name) && !in.path(name).isArray()) {
            throw malformed("nothing else under " + name + ", which another column of the row has filled");
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

    private static int number(ArrayNode entries, String id) {
        int number = 0;
        while (!entries.get(number).path("id").asText().equals(id)) {
            number++;
        }
        return number;
    }

    private ArrayNode list(String pointer) {
        ArrayNode list = NODES.arrayNode();
        Matcher part = PART.matcher(cell.text());
        while (part.find()) {
            if (!part.group().isBlank()) {
                places.value(CasePlaces.inner(pointer, list.size()), stripped(part));
                list.add(value(part.group().strip()));
            }
        }
        return list;
    }

    private Position stripped(Matcher part) {
        String text = part.group().strip();
        int from = part.start() + part.group().indexOf(text);
        return cell.place(from, from + text.length());
    }

    private JsonNode value(String text) {
        if (text.startsWith("'")) {
            return TextNode.valueOf(text.substring(1));
        }
        if (text.startsWith("[") || text.startsWith("{") || SCALAR.matcher(text).matches()) {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException | NumberFormatException e) {
                throw malformed("JSON, since it begins with a bracket");
            }
        }
        return TextNode.valueOf(text);
    }

    private JsonNode events(String pointer) {
        if (cell.text().startsWith("[")) {
            return value(cell.text());
        }
        ArrayNode events = NODES.arrayNode();
        int from = 0;
        for (String part : cell.text().split(";", -1)) {
            Matcher event = EVENT.matcher(part.strip());
            if (!event.matches()) {
                throw malformed(
                        "events separated by semicolons, each as 2025-09-30T16:30:00+08:00 REPLIED_TO_CUSTOMER by"
                                + " ROLE key=value");
            }
            int begin = from + part.indexOf(part.strip());
            String inner = CasePlaces.inner(pointer, events.size());
            ObjectNode json = events.addObject().put("at", event.group(1)).put("type", event.group(2));
            places.value(CasePlaces.inner(inner, "at"), cell.place(begin, begin + event.end(1)));
            places.value(CasePlaces.inner(inner, "type"), cell.place(begin + event.start(2), begin + event.end(2)));
            if (event.group(3) != null) {
                json.put("by", event.group(3));
                places.value(CasePlaces.inner(inner, "by"), cell.place(begin + event.start(3), begin + event.end(3)));
            }
            Matcher pair = PAIR.matcher(event.group(4));
            while (pair.find()) {
                int said = begin + event.start(4);
                places.value(
                        CasePlaces.inner(inner + "/data", pair.group(1)),
                        cell.place(said + pair.start(2), said + pair.end(2)));
                json.withObjectProperty("data").set(pair.group(1), value(pair.group(2)));
            }
            from += part.length() + 1;
        }
        return events;
    }
}
