package org.complaintkit.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.duty.Escalation;
import org.complaintkit.duty.Notice;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Assignee;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.policy.Policy;
import org.complaintkit.repository.CaseFile;

/**
 * All that is held of one person, for whoever asks for it: each case with the complaint, the events, the answers of every
 * pack, deadlines, duties, escalations, findings and the audit trail, as they are stored. Third persons are masked, wherever
 * their names stand. It reveals what is personal of the one who asks. Stateless and thread-safe.
 */
public final class PersonExportJson {
    private static final String MASK = "***";
    private static final int SHORTEST = 3;

    private PersonExportJson() {}

    /** What is held of a customer, whose cases these are; members of staff are masked. */
    public static String ofComplainant(List<CaseFile> files) {
        ArrayNode cases = Json.STORED.createArrayNode();
        for (CaseFile file : files) {
            cases.add(masked(written(file.value(), file.trail()), staff(file.value())));
        }
        return text("COMPLAINANT", cases);
    }

    /**
     * What is held of a member of staff on the cases in which the person is complained about, acted or was to act. The
     * customer and other members of staff are masked; so are words that others wrote, which may be about anybody.
     *
     * @param person the host's identifier
     * @param policies those of a case, whose codes, numbers and dates stay in what others told
     */
    public static String ofStaff(String person, List<CaseFile> files, Function<Case, Collection<Policy>> policies) {
        ArrayNode cases = Json.STORED.createArrayNode();
        for (CaseFile file : files) {
            Case value = file.value();
            Set<String> others = staff(value);
            others.remove(person);
            Complainant customer = value.complaint().complainant();
            Stream.of(customer.name(), customer.contact())
                    .filter(each -> !each.isEmpty())
                    .forEach(each -> others.add(each.reveal()));
            ObjectNode json = written(value, file.trail());
            ObjectNode stored = (ObjectNode) json.get("case");
            Case wordless = value.erased(value.advancedTo(), policies.apply(value));
            stored.set("complaint", StoredForm.write(Complaint.class, wordless.complaint()));
            ArrayNode events = stored.putArray("events");
            for (int i = 0; i < value.events().size(); i++) {
                boolean own = value.events().get(i).person().equals(person);
                events.add(StoredForm.write(
                        CaseEvent.class, (own ? value : wordless).events().get(i)));
            }
            cases.add(masked(json, others));
        }
        return text("STAFF", cases);
    }

    /** Whether a member of staff is a subject of the case. */
    public static boolean concerns(String person, Case value) {
        return staff(value).contains(person);
    }

    private static ObjectNode written(Case value, List<AuditEntry> trail) {
        ObjectNode json = Json.STORED.createObjectNode();
        json.set("case", StoredForm.write(Case.class, value));
        ArrayNode entries = json.putArray("audit");
        trail.forEach(entry -> entries.add(StoredForm.write(AuditEntry.class, entry)));
        return json;
    }

    /** Identifiers of all members of staff whom the case names. */
    private static Set<String> staff(Case value) {
        Set<String> staff = new TreeSet<>();
        staff.add(value.complaint().party());
        staff.add(value.assignee().person());
        value.events().forEach(event -> staff.add(event.person()));
        Stream<Assignee> told = Stream.of(
                        value.escalations().stream().map(Escalation::addressees).flatMap(List::stream),
                        value.warnings().stream().map(Notice::to).flatMap(List::stream),
                        value.duties().stream().map(duty -> duty.assignee()))
                .flatMap(each -> each);
        told.forEach(assignee -> staff.add(assignee.person()));
        staff.remove("");
        return staff;
    }

    /** The same tree without these names; in longer texts a name counts where it stands as a word. */
    private static JsonNode masked(JsonNode json, Set<String> names) {
        List<Pattern> words = names.stream()
                .filter(name -> name.length() >= SHORTEST)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(name -> Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])"))
                .toList();
        return masked(json, names, words);
    }

    private static JsonNode masked(JsonNode json, Set<String> names, List<Pattern> words) {
        if (json instanceof ObjectNode object) {
            ObjectNode copy = Json.STORED.createObjectNode();
            object.properties().forEach(entry -> copy.set(entry.getKey(), masked(entry.getValue(), names, words)));
            return copy;
        }
        if (json instanceof ArrayNode items) {
            ArrayNode copy = Json.STORED.createArrayNode();
            items.forEach(item -> copy.add(masked(item, names, words)));
            return copy;
        }
        return json instanceof TextNode text ? TextNode.valueOf(masked(text.textValue(), names, words)) : json;
    }

    private static String masked(String text, Set<String> names, List<Pattern> words) {
        if (names.contains(text)) {
            return MASK;
        }
        String masked = text;
        for (Pattern word : words) {
            masked = word.matcher(masked).replaceAll("\\*\\*\\*");
        }
        return masked;
    }

    private static String text(String subject, ArrayNode cases) {
        ObjectNode json = Json.STORED.createObjectNode();
        json.put("format", StoredCaseJson.FORMAT);
        json.put("subject", subject);
        json.set("cases", cases);
        return StoredCaseJson.text(json);
    }
}
