package org.complaintkit.rules.cases;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.json.ComplaintJson;
import org.complaintkit.json.EventJson;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;

/** Reads lines about cases. */
final class StoryReader {
    /** Every field of a line about a case. */
    static final Set<String> FIELDS =
            Set.of("id", "kind", "title", "cites", "packs", "params", "complaint", "events", "asOf", "expect");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StoryReader() {}

    static Story read(String text) {
        JsonNode line = parsed(text);
        line.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw wrong("UNKNOWN_FIELD", field, "the fields of replay only");
            }
        });
        if (!line.path("kind").asText("CASE").equals("CASE")) {
            throw wrong("UNKNOWN_CODE", "kind", "CASE: only cases are told again");
        }
        JsonNode id = line.path("id");
        if (!id.isTextual() && !id.isIntegralNumber()) {
            throw wrong("MISSING_FIELD", "id", "a text or a whole number, which names the case,");
        }
        return story(line);
    }

    /** A line whose id and kind were looked at already. */
    static Story story(JsonNode line) {
        if (!line.path("complaint").isObject()) {
            throw wrong("MISSING_FIELD", "complaint", "an object");
        }
        String id = line.path("id").asText();
        Complaint complaint = ComplaintJson.read(line.get("complaint").toString(), id, "/complaint");
        List<CaseEvent> events = events(line);
        return new Story(packs(line), parameters(line), complaint, events, asOf(line, complaint, events));
    }

    static List<CaseEvent> events(JsonNode line) {
        List<CaseEvent> events = new ArrayList<>();
        for (JsonNode event : line.path("events")) {
            events.add(EventJson.read(event.toString(), "e" + events.size(), null, "/events/" + events.size()));
        }
        return events;
    }

    static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw wrong("MISSING_FIELD", "asOf", "a moment with offset, such as 2025-10-01T09:00:00+08:00");
        }
    }

    static List<String> packs(JsonNode line) {
        List<String> packs = new ArrayList<>();
        line.path("packs").forEach(pack -> packs.add(pack.asText()));
        if (packs.isEmpty()) {
            throw wrong("MISSING_FIELD", "packs", "a list of pack ids");
        }
        return packs;
    }

    static Map<String, String> parameters(JsonNode line) {
        Map<String, String> values = new TreeMap<>();
        line.path("params")
                .properties()
                .forEach(each -> values.put(each.getKey(), each.getValue().asText()));
        return values;
    }

    /** The moment to look, else that of the last event. */
    private static Instant asOf(JsonNode line, Complaint complaint, List<CaseEvent> events) {
        String text = line.path("asOf").asText();
        if (!text.isEmpty()) {
            return moment(text);
        }
        return events.stream()
                .map(CaseEvent::occurredAt)
                .filter(at -> at.isAfter(complaint.receivedAt()))
                .max(Instant::compareTo)
                .orElse(complaint.receivedAt());
    }

    private static JsonNode parsed(String text) {
        try {
            JsonNode line = JSON.readTree(text);
            if (line != null && line.isObject()) {
                return line;
            }
        } catch (JsonProcessingException | NumberFormatException e) {
            throw wrong("MALFORMED_JSON", "", "one JSON object a line, each field once");
        }
        throw wrong("MALFORMED_JSON", "", "one JSON object a line, each field once");
    }

    /** What is expected in a form that nothing can be compared with. */
    static InvalidInputException malformed(String pointer, String rule) {
        return InvalidInputException.of("WRONG_TYPE", CaseNotes.field(pointer))
                .rule(rule)
                .wayOut("correct the line")
                .at(pointer)
                .build();
    }

    /** The value itself is not told: it may be personal. */
    static InvalidInputException wrong(String code, String field, String rule) {
        return InvalidInputException.of(code, field.isEmpty() ? "line" : field)
                .rule(rule)
                .wayOut("correct the line")
                .at(field.isEmpty() ? "" : "/" + field)
                .build();
    }
}
