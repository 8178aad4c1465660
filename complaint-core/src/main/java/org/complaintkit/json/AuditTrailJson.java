package org.complaintkit.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.calendar.InvalidInputException;

/**
 * The audit trail of a case as text, for whoever checks it elsewhere: an auditor holds what was handed in against a head
 * that was exported before. It is one object, {@code format} and {@code links} in their order, and says nothing personal.
 *
 * <p>Reading looks at the form alone; whether the trail holds is told by
 * {@link org.complaintkit.audit.AuditTrail#firstBroken}. A field that a link does not have is refused: no hash covers it.
 * Stateless and thread-safe.
 */
public final class AuditTrailJson {
    private static final String SUBJECT = "audit trail";
    private static final String LINKS = "links";

    private AuditTrailJson() {}

    /** Writes a trail; the same trail has the same text. */
    public static String write(List<AuditEntry> trail) {
        ObjectNode json = Json.STORED.createObjectNode();
        json.put("format", StoredCaseJson.FORMAT);
        ArrayNode links = json.putArray(LINKS);
        trail.forEach(link -> links.add(StoredForm.write(AuditEntry.class, link)));
        return StoredCaseJson.text(json);
    }

    /**
     * Reads a trail.
     *
     * @throws InvalidInputException if the text is no trail of this form
     */
    public static List<AuditEntry> read(String text) {
        ObjectNode json = Json.stored(text, SUBJECT);
        boolean known = json.path("format").isInt() && json.get("format").intValue() == StoredCaseJson.FORMAT;
        if (!known || !json.path(LINKS).isArray() || json.size() != 2) {
            throw refused("");
        }
        List<AuditEntry> trail = new ArrayList<>();
        for (JsonNode link : json.get(LINKS)) {
            String place = "/" + LINKS + "/" + trail.size();
            NewerFields unknown = new NewerFields();
            AuditEntry entry = (AuditEntry) StoredForm.read(AuditEntry.class, link, place, unknown);
            if (entry == null || !unknown.text().isEmpty()) {
                throw refused(place);
            }
            trail.add(entry);
        }
        return List.copyOf(trail);
    }

    private static InvalidInputException refused(String place) {
        return InvalidInputException.of("AUDIT_TRAIL", SUBJECT)
                .rule("an object of format " + StoredCaseJson.FORMAT + " and links, each with all parts of a link and"
                        + " no others")
                .wayOut("hand in the text as it was exported")
                .at(place.isEmpty() ? "/" : place)
                .build();
    }
}
