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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.cases.PackCase;
import org.complaintkit.rules.words.BundleTexts;

/**
 * A line of a worked case that events are added to, made from nothing or from a case that is there. Not changed by that: each
 * step gives another one.
 */
final class LineDraft {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration STEP = Duration.ofMinutes(30);
    private static final DateTimeFormatter OFFSET =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private static final String EVENTS = "events";
    private static final int GIVEN_DAYS = 10;

    private final ObjectNode line;
    private final ZoneId zone;

    /** Id of the case that it was made from; empty if from nothing. */
    private final String origin;

    /** What is otherwise than there. */
    private final Set<String> changes;

    private LineDraft(ObjectNode line, ZoneId zone, String origin, Set<String> changes) {
        this.line = line;
        this.zone = zone;
        this.origin = origin;
        this.changes = Set.copyOf(changes);
    }

    static LineDraft of(String line, ZoneId zone) {
        return new LineDraft(parsed(line), zone, "", Set.of());
    }

    /** A worked case, without what is expected of it; empty if it is about something else than this pack alone. */
    static Optional<LineDraft> worked(PackCase worked, Policy policy) {
        ObjectNode line = parsed(worked.json());
        boolean own = line.path("packs").size() == 1
                && line.path("packs").path(0).asText().equals(policy.id())
                && line.path("kind").asText("CASE").equals("CASE")
                && line.path("complaint").isObject();
        if (!own) {
            return Optional.empty();
        }
        line.retain(List.of("id", "kind", "packs", "params", "complaint", "events", "asOf"));
        if (!line.hasNonNull("asOf")) {
            line.put("asOf", last(line));
        }
        return Optional.of(new LineDraft(line, policy.zone(), worked.id(), Set.of()));
    }

    private static String last(ObjectNode line) {
        return Stream.concat(
                        Stream.of(line.path("complaint").path("receivedAt").asText()),
                        StreamSupport.stream(line.path(EVENTS).spliterator(), false)
                                .map(event -> event.path("at").asText()))
                .max(Comparator.comparing(OffsetDateTime::parse))
                .orElseThrow();
    }

    private static ObjectNode parsed(String line) {
        try {
            return (ObjectNode) JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw InvalidInputException.of("MALFORMED_JSON", "case")
                    .rule("one JSON object a line")
                    .wayOut("report this: the line was written by the library")
                    .cause(e)
                    .build();
        }
    }

    private LineDraft changed(ObjectNode copy, String what) {
        Set<String> more = new TreeSet<>(changes);
        more.add(what);
        return new LineDraft(copy, zone, origin, more);
    }

    ObjectNode line() {
        return line;
    }

    /** From which case it was made and what is otherwise there, for a title; empty if it was made from nothing. */
    String told(BundleTexts words) {
        return origin.isEmpty() ? "" : words.text("title.as", origin, String.join(", ", new TreeSet<>(changes)));
    }

    /** With something else told of the complaint. */
    LineDraft with(String fact, JsonNode value) {
        ObjectNode copy = line.deepCopy();
        ((ObjectNode) copy.get("complaint")).set(fact, value);
        return changed(copy, fact);
    }

    /** With something not told of the complaint. */
    LineDraft without(String fact) {
        ObjectNode copy = line.deepCopy();
        ((ObjectNode) copy.get("complaint")).remove(fact);
        return changed(copy, fact);
    }

    /** How long after the last that happens it looks. */
    Duration waits() {
        return Duration.between(OffsetDateTime.parse(last(line)).toInstant(), asOf());
    }

    /** With a day that the complaint names, unless it does; a week and a half after the receipt. */
    LineDraft given(String name) {
        if (line.path("complaint").path("given").has(name)) {
            return this;
        }
        ObjectNode copy = line.deepCopy();
        OffsetDateTime received =
                OffsetDateTime.parse(copy.path("complaint").path("receivedAt").asText());
        ((ObjectNode) copy.get("complaint"))
                .withObjectProperty("given")
                .put(name, received.toLocalDate().plusDays(GIVEN_DAYS).toString());
        return changed(copy, name);
    }

    /** With what happens in another one besides, as long after each other as there. */
    LineDraft happening(LineDraft other) {
        ObjectNode copy = line.deepCopy();
        JsonNode events = other.line.path("events");
        Instant first = OffsetDateTime.parse(events.path(0).path("at").asText()).toInstant();
        Duration later = Duration.between(first, asOf().plus(STEP));
        ArrayNode all = copy.withArray("events");
        events.forEach(event -> {
            ObjectNode moved = event.deepCopy();
            Instant at = OffsetDateTime.parse(event.path("at").asText()).toInstant();
            all.add(moved.put("at", text(at.plus(later))));
        });
        copy.put("asOf", text(other.asOf().plus(later)));
        return changed(copy, EVENTS);
    }

    /** The moment at which the line looks. */
    Instant asOf() {
        return OffsetDateTime.parse(line.path("asOf").asText()).toInstant();
    }

    /** With an id of its own. */
    LineDraft named(String id) {
        ObjectNode copy = line.deepCopy();
        copy.put("id", id);
        return new LineDraft(copy, zone, origin, changes);
    }

    /** Looked at then, or when it is already, if that is later. */
    LineDraft until(Instant then) {
        ObjectNode copy = line.deepCopy();
        copy.put("asOf", text(then.isBefore(asOf()) ? asOf() : then));
        return changed(copy, "asOf");
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
        return changed(copy, EVENTS);
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
        return changed(copy, EVENTS);
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
        return changed(copy, "receivedAt");
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
