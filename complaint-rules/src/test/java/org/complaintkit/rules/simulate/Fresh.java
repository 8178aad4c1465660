package org.complaintkit.rules.simulate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.json.CaseJson;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.rules.cases.Story;

/** One case recomputed from the beginning, at a desk of its own with a store of its own, as nothing else does. */
record Fresh(String answer, Set<String> breaches) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Fresh of(Story story, RuleBook... books) {
        ComplaintDesk desk = ComplaintDesk.under(books)
                .clock(Clock.fixed(story.asOf(), books[0].policy().zone()))
                .open();
        desk.receive(story.complaint());
        story.events().stream()
                .filter(event -> !event.occurredAt().isAfter(story.asOf()))
                .forEach(event -> desk.handle(story.id(), event));
        Case value = desk.find(story.id(), story.asOf()).orElseThrow();
        return new Fresh(answer(value, books[0]), breaches(value));
    }

    /** What the exchange format tells, citations and proofs apart, and to whom and when. */
    private static String answer(Case value, RuleBook first) {
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(
                    CaseJson.write(value.id(), value, first.policy().zone()));
            json.remove(Set.of("reasons", "signals", "mergedDuties", "number", "previousNumber"));
            for (String list : Set.of("deadlines", "previousDeadlines")) {
                for (JsonNode each : json.get(list)) {
                    ((ObjectNode) each).remove(Set.of("clause", "basis", "confidence", "certainty"));
                }
            }
            String more = value.escalations().stream()
                            .map(each -> each.id() + each.to() + each.firedAt())
                            .sorted()
                            .collect(Collectors.joining(" "))
                    + value.duties().stream()
                            .map(each -> each.code() + each.role() + each.fulfilled())
                            .sorted()
                            .collect(Collectors.joining(" "))
                    + value.decision().supervisors();
            return json + more;
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> breaches(Case value) {
        return Stream.concat(value.deadlines().stream(), value.previousDeadlines().stream())
                .filter(each -> each.state(value.advancedTo()) == DeadlineState.BREACHED)
                .map(each -> each.pack() + " " + each.id() + " " + each.round() + " " + each.occurrence())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
