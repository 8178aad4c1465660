package org.complaintkit.rules.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.deadline.GivenDate;
import org.complaintkit.json.ComplaintJson;
import org.complaintkit.json.EventJson;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.PackFiles;
import org.complaintkit.rules.syntax.Field;

/** Looks at what a worked case says has happened: the complaint and its events, and the parameters that were set. */
final class GivenLook {
    private static final Map<String, String> COMPLAINT = Map.of(
            Field.CHANNEL.word(),
            Field.CHANNEL.kind(),
            Field.INTAKE_CATEGORIES.word(),
            Field.INTAKE_CATEGORIES.kind(),
            "facts",
            Field.LABELS.kind(),
            Field.CAUSES.word(),
            Field.CAUSES.kind(),
            Field.DEMANDS.word(),
            Field.DEMANDS.kind());

    /** What an event says in codes that the desk refuses if it does not know them. */
    private static final Map<String, String> EVENT = Map.of(
            "outcome",
            Field.OUTCOME.kind(),
            "facts",
            Field.LABELS.kind(),
            "duty",
            "DUTY",
            "form",
            "FORM",
            "deadline",
            CaseCodes.DEADLINE,
            "report",
            CaseCodes.DEADLINE,
            "escalation",
            CaseCodes.ESCALATION);

    private static final String MOMENT = "2025-01-01T00:00:00+08:00";
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9].*");
    private static final Pattern NEAREST = Pattern.compile("; the nearest is (\\S+)");
    private static final int MOST = 50;

    /** What a parameter has to fit. */
    private static final List<String> TERMS = List.of(PackFiles.MANIFEST, "deadlines.csv", "extensions.csv");

    private final JsonNode line;
    private final CaseNotes notes;
    private final Set<String> words;

    /**
     * A look at one case.
     *
     * @param words codes and words that rules or tables ask for, of whatever kind
     */
    GivenLook(JsonNode line, CaseNotes notes, Set<String> words) {
        this.line = line;
        this.notes = notes;
        this.words = words;
    }

    void look() {
        parameters();
        boolean report = line.path("kind").asText().equals("REPORT");
        if (line.path("complaint").isObject()) {
            complaint(line.path("complaint"));
        } else if (!report) {
            notes.lacks("", "complaint");
        }
        JsonNode events = line.path("events");
        if (!events.isMissingNode() && !events.isArray()) {
            notes.form("/events", "a list");
        }
        for (int i = 0; i < events.size(); i++) {
            event(events.path(i), "/events/" + i);
        }
    }

    private void parameters() {
        if (!line.path("params").isMissingNode() && !line.path("params").isObject()) {
            notes.form("/params", "an object");
        }
        Set<String> known = new TreeSet<>();
        notes.codes()
                .policies()
                .forEach(policy -> known.addAll(policy.parameters().declared().keySet()));
        line.path("params").properties().forEach(each -> {
            String pointer = CasePlaces.inner("/params", each.getKey());
            if (!known.contains(each.getKey())) {
                if (notes.codes().certain(CaseCodes.PARAMETER)) {
                    notes.name(pointer, FaultKind.UNKNOWN_PARAMETER, known);
                }
            }
        });
        for (Policy policy : notes.codes().policies()) {
            Map<String, String> own = StoryReader.parameters(line);
            own.keySet().retainAll(policy.parameters().declared().keySet());
            if (!own.isEmpty() && notes.codes().sound(TERMS)) {
                told(policy, own);
            }
        }
    }

    private void told(Policy policy, Map<String, String> values) {
        try {
            policy.with(values);
        } catch (InvalidInputException e) {
            String pointer = CasePlaces.inner("/params", e.subject());
            notes.faults().add(e, notes.file(), notes.places().value(pointer));
        }
    }

    private void complaint(JsonNode complaint) {
        read(complaint, "/complaint", text -> ComplaintJson.read(text, "x", "/complaint"));
        COMPLAINT.forEach((key, kind) -> notes.codes(kind, complaint.path(key), "/complaint/" + key));
        notes.codes(
                Field.COMPLAINANT_TYPE.kind(),
                complaint.path("complainant").path("type"),
                "/complaint/complainant/type");
        notes.role(complaint.path("receivedBy"), "/complaint/receivedBy");
        said(complaint.path("given"), "/complaint/given");
    }

    private void event(JsonNode event, String pointer) {
        if (!event.isObject()) {
            notes.form(pointer, "an object");
            return;
        }
        read(event, pointer, text -> EventJson.read(text, "x", null, pointer));
        notes.codes(Field.EVENT.kind(), event.path("type"), pointer + "/type");
        notes.role(event.path("by"), pointer + "/by");
        JsonNode data = event.path("data");
        EVENT.forEach((key, kind) -> notes.codes(kind, data.path(key), pointer + "/data/" + key));
        said(data, pointer + "/data");
    }

    /** What is said in words of the host's own: told where it is no date, or all but a code that somebody asks for. */
    private void said(JsonNode data, String pointer) {
        data.properties().stream()
                .filter(each -> !EVENT.containsKey(each.getKey()))
                .forEach(each -> {
                    String inner = CasePlaces.inner(pointer, each.getKey());
                    JsonNode value = each.getValue();
                    if (value.isArray()) {
                        for (int i = 0; i < value.size(); i++) {
                            said(value.get(i), CasePlaces.inner(inner, i), each.getKey());
                        }
                    } else {
                        said(value, inner, each.getKey());
                    }
                });
    }

    private void said(JsonNode value, String pointer, String key) {
        if (DATE.matcher(value.asText()).matches()) {
            ZoneId zone = notes.codes().policies().stream()
                    .map(Policy::zone)
                    .findFirst()
                    .orElse(ZoneOffset.UTC);
            if (GivenDate.read(value.asText(), zone).isEmpty()) {
                notes.moment(pointer);
            }
        } else if (!key.equals("reference") && !key.equals("reason")) {
            notes.word(value, pointer, words);
        }
    }

    /** Tells all that a reader refuses, one after the other, until it takes the rest. */
    private void read(JsonNode whole, String pointer, Consumer<String> reader) {
        ObjectNode rest = whole.deepCopy();
        for (int i = 0; i < MOST; i++) {
            try {
                reader.accept(rest.toString());
                return;
            } catch (InvalidInputException e) {
                if (!e.at().startsWith(pointer + "/")) {
                    String field = "/" + e.subject().replace('.', '/');
                    notes.faults()
                            .add(e, notes.file(), notes.places().value(field.startsWith(pointer) ? field : pointer));
                    return;
                }
                if (!refused(e, whole, rest, pointer)) {
                    return;
                }
            }
        }
    }

    /** Tells it and mends it; whether it could be mended. */
    private boolean refused(InvalidInputException e, JsonNode whole, ObjectNode rest, String pointer) {
        String inner = e.at().substring(pointer.length());
        int cut = inner.lastIndexOf('/');
        String name = CasePlaces.last(inner);
        if (!(rest.at(inner.substring(0, cut)) instanceof ObjectNode object)) {
            return false;
        }
        JsonNode value = whole.at(inner);
        boolean date = e.rule().startsWith("a date");
        switch (e.code()) {
            case "UNKNOWN_FIELD" -> {
                Matcher near = NEAREST.matcher(e.rule());
                notes.name(e.at(), FaultKind.UNKNOWN_KEY, near.find() ? List.of(near.group(1)) : List.of());
                return object.remove(name) != null;
            }
            case "MISSING_FIELD" -> {
                if (value.isMissingNode() || value.isNull() || value.asText().isBlank()) {
                    notes.lacks(pointer + inner.substring(0, cut), name);
                }
                object.put(name, date ? MOMENT : "X");
                return true;
            }
            default -> {
                notes.form(e.at(), e.rule());
                boolean there = object.remove(name) != null;
                if (date) {
                    object.put(name, MOMENT);
                }
                return there;
            }
        }
    }
}
