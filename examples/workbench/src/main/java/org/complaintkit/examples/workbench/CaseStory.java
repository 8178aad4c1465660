package org.complaintkit.examples.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.complaintkit.json.EventJson;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;

/**
 * What a line tells of a case.
 *
 * @param events what happened, in the order of time
 * @param asOf the moment to answer for; the last event or the receipt if the line does not say
 */
record CaseStory(Complaint complaint, List<Told> events, Instant asOf) {
    /** A case is told anew with each of its events, so that their number is bounded. */
    private static final int MOST_EVENTS = 1_000;

    /** An event with its place in the line. */
    record Told(CaseEvent event, String place) {}

    /** Reads a line to its end. */
    static CaseStory read(Question question, String caseId) {
        Complaint complaint = CaseLine.complaint(question, caseId);
        List<Told> events = events(question);
        Instant last = events.isEmpty()
                ? complaint.receivedAt()
                : events.get(events.size() - 1).event().occurredAt();
        Instant asOf =
                question.instant("asOf").orElse(last.isAfter(complaint.receivedAt()) ? last : complaint.receivedAt());
        question.end();
        return new CaseStory(complaint, events, asOf);
    }

    /** The events of a line, in the order of time. */
    static List<Told> events(Question question) {
        List<Told> events = question.list("events", CaseStory::event).stream()
                .sorted(Comparator.comparing(told -> told.event().occurredAt()))
                .toList();
        if (events.size() > MOST_EVENTS) {
            throw question.wrong("events", "a list of at most " + MOST_EVENTS + " events");
        }
        return events;
    }

    private static Told event(JsonNode json, String place) {
        String id = "event" + place.substring(place.lastIndexOf('/'));
        CaseEvent event = CaseLine.placed("event", place, () -> {
            Question.object(json, place);
            return EventJson.read(json.toString(), id, null, place);
        });
        return new Told(event, place);
    }
}
