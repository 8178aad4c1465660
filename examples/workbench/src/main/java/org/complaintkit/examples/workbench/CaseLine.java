package org.complaintkit.examples.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.json.ComplaintJson;
import org.complaintkit.model.Complaint;

/** What lines about a case have in common: an id that names it, a complaint, and places of what the desk refuses. */
final class CaseLine {
    private CaseLine() {}

    /** The id as text: it becomes that of the case. */
    static String id(Question question, JsonNode id) {
        if (id.isNull()) {
            throw question.missing("id", "a text or a whole number, which names the case,");
        }
        return id.asText();
    }

    static Complaint complaint(Question question, String id) {
        ObjectNode json = question.field("complaint")
                .map(node -> node instanceof ObjectNode object ? object : null)
                .orElseThrow(() -> question.missing("complaint", "an object"));
        String place = question.place("complaint");
        return placed("complaint", place, () -> ComplaintJson.read(json.toString(), id, place));
    }

    /** What the desk refuses names its subject, such as {@code event.data.outcome}: that tells the place in the line. */
    static <T> T placed(String name, String place, Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidInputException e) {
            if (!e.at().isEmpty()) {
                throw e;
            }
            if (e.subject().equals("complaint.id")) {
                throw e.at("/id");
            }
            if (e.subject().startsWith(name + ".")) {
                String field = e.subject().substring(name.length() + 1).replace('.', '/');
                throw e.at(place + "/" + (field.equals("occurredAt") ? "at" : field));
            }
            throw e.at(place);
        }
    }
}
