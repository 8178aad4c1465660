package org.complaintkit.rules.cases;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.desk.CaseMoves;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;
import org.complaintkit.policy.PackVersion;

/**
 * What happened in a case, without what came of it: it can be told to any version of its packs. Immutable.
 *
 * @param packs ids of the packs that govern it, the institution's own first
 * @param parameters values that the institution had set, by parameter id, as texts
 * @param events what happened after the receipt, in the order in which it happened
 * @param asOf the moment at which to look
 */
public record Story(
        List<String> packs, Map<String, String> parameters, Complaint complaint, List<CaseEvent> events, Instant asOf) {
    /** What the desk adds by itself. */
    private static final Set<String> OURS = Set.of(CaseEvent.RECEIVED, "NUMBER_DRAWN", CaseMoves.PACKS_CHANGED);

    public Story {
        packs = List.copyOf(packs);
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        events = events.stream()
                .sorted(Comparator.comparing(CaseEvent::occurredAt))
                .toList();
    }

    /**
     * Reads a line in the format of {@code replay}, of kind {@code CASE}; {@code expect} is passed over.
     *
     * @throws InvalidInputException if it is no such line; codes that only packs know are not looked at
     */
    public static Story read(String line) {
        return StoryReader.read(line);
    }

    /** The story of a stored case, up to the moment that it has reached. */
    public static Story of(Case value) {
        Map<String, String> parameters = new TreeMap<>();
        value.parameters().forEach((id, each) -> parameters.put(id, each.toString()));
        return new Story(
                value.packs().stream().map(PackVersion::id).toList(),
                parameters,
                value.complaint(),
                value.events().stream()
                        .filter(event -> !OURS.contains(event.type()))
                        .toList(),
                value.advancedTo());
    }

    /** The id of the complaint is the id of the case. */
    public String id() {
        return complaint.id();
    }
}
