package org.complaintkit.packs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.json.CaseJson;
import org.complaintkit.json.ComplaintJson;
import org.complaintkit.json.EventJson;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;
import org.complaintkit.report.ReportDue;
import org.complaintkit.report.ReportPeriod;
import org.complaintkit.rules.cases.Expectation;

/** A line of a file of worked cases: run through a desk, and compared with what it expects. */
record WorkedCase(JsonNode line) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<WorkedCase> of(String resource) throws IOException {
        try (InputStream in = WorkedCase.class.getResourceAsStream(resource)) {
            List<WorkedCase> cases = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                cases.add(new WorkedCase(JSON.readTree(line)));
            }
            return cases;
        }
    }

    /** What the expectation has that the answer has not; empty if all of it holds. */
    List<String> differences(Function<String, RuleBook> packs) throws IOException {
        return Expectation.parse(line.get("expect").toString())
                .differences(answer(packs).toString());
    }

    JsonNode answer(Function<String, RuleBook> packs) throws IOException {
        Map<String, Object> params = new HashMap<>();
        line.path("params")
                .properties()
                .forEach(p -> params.put(p.getKey(), p.getValue().asText()));
        RuleBook book = packs.apply(line.get("packs").get(0).asText()).with(params);
        ZoneId zone = book.policy().zone();
        if (line.get("kind").asText().equals("REPORT")) {
            List<ReportDue> owed = new ArrayList<>();
            line.get("periods")
                    .forEach(period -> owed.addAll(ReportDue.of(
                            book.policy(), ReportPeriod.parse(period.asText()), CalendarRegistry.standard())));
            return JSON.readTree(CaseJson.writeReports(id(), owed, zone));
        }
        Complaint complaint = ComplaintJson.read(line.get("complaint").toString(), id(), "/complaint");
        Instant asOf = OffsetDateTime.parse(line.get("asOf").asText()).toInstant();
        List<CaseEvent> events = new ArrayList<>();
        for (JsonNode event : line.get("events")) {
            events.add(EventJson.read(event.toString(), "e" + events.size(), null, "/events/" + events.size()));
        }
        events.sort(Comparator.comparing(CaseEvent::occurredAt));
        ComplaintDesk desk =
                ComplaintDesk.under(book).clock(Clock.fixed(asOf, zone)).open();
        desk.receive(complaint);
        events.forEach(event -> desk.handle(id(), event));
        return JSON.readTree(CaseJson.write(id(), desk.find(id(), asOf).orElseThrow(), zone));
    }

    String id() {
        return line.get("id").asText();
    }

    /** Id and title, for the list of tests. */
    @Override
    public String toString() {
        return id() + " " + line.path("title").asText();
    }
}
