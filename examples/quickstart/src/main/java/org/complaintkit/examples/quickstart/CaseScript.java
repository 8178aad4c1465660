package org.complaintkit.examples.quickstart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.json.ComplaintJson;
import org.complaintkit.json.EventJson;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;

/**
 * A case as a line of JSON in the exchange format of replays: the complaint, and the events that follow.
 *
 * @param asOf the moment at which one looks; for cases without one the last event
 * @param expect what the authors of the example expect to see then; empty where they say nothing
 */
record CaseScript(String id, String title, Complaint complaint, List<CaseEvent> events, Instant asOf, JsonNode expect) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The outlet of complaints that name none. */
    private static final String OUTLET = "LAKESIDE";

    /** Reads the lines of a packaged file. */
    static List<CaseScript> read(String resource) {
        List<CaseScript> scripts = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(Resources.open(resource))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                scripts.add(parse(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scripts;
    }

    private static CaseScript parse(String line) throws JsonProcessingException {
        JsonNode script = JSON.readTree(line);
        String id = script.path("id").asText();
        ObjectNode complaint = script.withObject("/complaint");
        if (!complaint.has("unit")) {
            complaint.put("unit", OUTLET);
        }
        List<CaseEvent> events = new ArrayList<>();
        for (JsonNode event : script.path("events")) {
            events.add(
                    EventJson.read(event.toString(), id + "/" + (events.size() + 1), null, "/events/" + events.size()));
        }
        Complaint received = ComplaintJson.read(complaint.toString(), id, "/complaint");
        Instant last = events.isEmpty()
                ? received.receivedAt()
                : events.get(events.size() - 1).occurredAt();
        return new CaseScript(
                id,
                script.path("title").asText(),
                received,
                List.copyOf(events),
                script.has("asOf")
                        ? OffsetDateTime.parse(script.get("asOf").asText()).toInstant()
                        : last,
                script.path("expect"));
    }
}
