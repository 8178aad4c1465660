package org.complaintkit.rules.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.complaintkit.calendar.InvalidInputException;

/** A line of a worked case that events are added to. Not changed by that: each step gives another one. */
final class LineDraft {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration STEP = Duration.ofMinutes(30);
    private static final DateTimeFormatter OFFSET =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final ObjectNode line;
    private final ZoneId zone;

    private LineDraft(ObjectNode line, ZoneId zone) {
        this.line = line;
        this.zone = zone;
    }

    static LineDraft of(String line, ZoneId zone) {
        try {
            return new LineDraft((ObjectNode) JSON.readTree(line), zone);
        } catch (JsonProcessingException e) {
            throw InvalidInputException.of("MALFORMED_JSON", "case")
                    .rule("one JSON object a line")
                    .wayOut("report this: the line was written by the library")
                    .cause(e)
                    .build();
        }
    }

    /** The moment at which the line looks. */
    Instant asOf() {
        return OffsetDateTime.parse(line.path("asOf").asText()).toInstant();
    }

    /** With an id of its own. */
    LineDraft named(String id) {
        ObjectNode copy = line.deepCopy();
        copy.put("id", id);
        return new LineDraft(copy, zone);
    }

    /** Looked at then, or when it is already, if that is later. */
    LineDraft until(Instant then) {
        ObjectNode copy = line.deepCopy();
        copy.put("asOf", text(then.isBefore(asOf()) ? asOf() : then));
        return new LineDraft(copy, zone);
    }

    /** With events one after the other, the first half an hour later. */
    LineDraft and(List<Happenings.Happening> events) {
        ObjectNode copy = line.deepCopy();
        Instant last = asOf();
        for (Happenings.Happening each : events) {
            last = last.plus(STEP);
            copy.withArray("events").add(each.json(text(last)));
        }
        copy.put("asOf", text(last));
        return new LineDraft(copy, zone);
    }

    /** With events a minute before the one of these that comes first. */
    LineDraft before(Set<Instant> others, List<Happenings.Happening> events) {
        ObjectNode copy = line.deepCopy();
        ArrayNode all = copy.putArray("events");
        boolean done = false;
        for (JsonNode event : line.path("events")) {
            Instant at = OffsetDateTime.parse(event.path("at").asText()).toInstant();
            if (!done && others.contains(at)) {
                events.forEach(each -> all.add(each.json(text(at.minusSeconds(60)))));
                done = true;
            }
            all.add(event);
        }
        return new LineDraft(copy, zone);
    }

    /** Received on a day at the same time of day, and everything with it; with one fact more unless it is empty. */
    LineDraft received(LocalDate day, String fact) {
        ObjectNode copy = line.deepCopy();
        ObjectNode complaint = (ObjectNode) copy.get("complaint");
        OffsetDateTime before =
                OffsetDateTime.parse(complaint.path("receivedAt").asText());
        long days = ChronoUnit.DAYS.between(before.toLocalDate(), day);
        complaint.put("receivedAt", moved(complaint.path("receivedAt").asText(), days));
        copy.path("events")
                .forEach(event ->
                        ((ObjectNode) event).put("at", moved(event.path("at").asText(), days)));
        copy.put("asOf", moved(copy.path("asOf").asText(), days));
        if (!fact.isEmpty()) {
            complaint.withArray("facts").add(fact);
        }
        return new LineDraft(copy, zone);
    }

    private String moved(String at, long days) {
        return OFFSET.format(OffsetDateTime.parse(at).atZoneSameInstant(zone).plusDays(days));
    }

    private String text(Instant at) {
        return OFFSET.format(at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    @Override
    public String toString() {
        return line.toString();
    }
}
