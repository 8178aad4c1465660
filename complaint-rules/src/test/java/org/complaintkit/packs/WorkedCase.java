package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.desk.ReportDesk;
import org.complaintkit.json.CaseJson;
import org.complaintkit.json.ComplaintJson;
import org.complaintkit.json.EventJson;
import org.complaintkit.json.ReportDutyJson;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;
import org.complaintkit.report.ReportDue;
import org.complaintkit.report.ReportDuty;
import org.complaintkit.report.ReportPeriod;
import org.complaintkit.rules.cases.Difference;
import org.complaintkit.rules.cases.Expectation;

/** A line of a file of worked cases: run through a desk, and compared with what it expects. */
record WorkedCase(JsonNode line) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INSTITUTION = "INSTITUTION";

    /** The cases of a file, a line each; none where there is no such file. */
    static List<WorkedCase> of(String resource) throws IOException {
        try (InputStream in = WorkedCase.class.getResourceAsStream(resource)) {
            List<WorkedCase> cases = new ArrayList<>();
            if (in == null) {
                return cases;
            }
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
                .differences(answer(packs).toString())
                .stream()
                .map(Difference::toString)
                .toList();
    }

    JsonNode answer(Function<String, RuleBook> packs) throws IOException {
        List<RuleBook> books = new ArrayList<>();
        line.get("packs").forEach(id -> books.add(withParameters(packs.apply(id.asText()))));
        line.path("params")
                .fieldNames()
                .forEachRemaining(id -> assertThat(books)
                        .as("a pack declares the parameter " + id)
                        .anyMatch(each -> each.policy().parameters().declared().containsKey(id)));
        RuleBook book = books.get(0);
        ZoneId zone = book.policy().zone();
        if (isReport() && line.has("asOf")) {
            return JSON.readTree(ReportDutyJson.write(id(), reported(books)));
        }
        if (isReport()) {
            List<ReportDue> owed = new ArrayList<>();
            line.get("periods")
                    .forEach(period -> owed.addAll(ReportDue.of(
                            book.policy(), ReportPeriod.parse(period.asText()), CalendarRegistry.standard())));
            return JSON.readTree(CaseJson.writeReports(id(), owed, zone));
        }
        return JSON.readTree(CaseJson.write(id(), handled(books, events -> events), zone));
    }

    /** The case under its packs with some more parameters; none if it is a question about a report. */
    Optional<Case> handled(Function<String, RuleBook> packs, Map<String, Object> parameters) throws IOException {
        if (isReport()) {
            return Optional.empty();
        }
        List<RuleBook> books = new ArrayList<>();
        for (JsonNode id : line.get("packs")) {
            RuleBook book = withParameters(packs.apply(id.asText()));
            Map<String, Object> declared = new HashMap<>(parameters);
            declared.keySet().retainAll(book.policy().parameters().declared().keySet());
            books.add(book.with(declared));
        }
        return Optional.of(handled(books, events -> events));
    }

    /** The case learnt of in another order; what happens at one instant keeps its order. None if it is about a report. */
    Optional<Case> handled(Function<String, RuleBook> packs, Random order) throws IOException {
        if (isReport()) {
            return Optional.empty();
        }
        List<RuleBook> books = new ArrayList<>();
        line.get("packs").forEach(id -> books.add(withParameters(packs.apply(id.asText()))));
        return Optional.of(handled(books, events -> {
            Map<Instant, Deque<CaseEvent>> at = new HashMap<>();
            events.forEach(event -> at.computeIfAbsent(event.occurredAt(), instant -> new ArrayDeque<>())
                    .add(event));
            return RccLives.shuffled(events, order).stream()
                    .map(event -> at.get(event.occurredAt()).remove())
                    .toList();
        }));
    }

    /** The reports that it asks for, as they stand in the end; none if it is no question about what was filed. */
    List<ReportDuty> reported(Function<String, RuleBook> packs) throws IOException {
        if (!isReport() || !line.has("asOf")) {
            return List.of();
        }
        List<RuleBook> books = new ArrayList<>();
        line.get("packs").forEach(id -> books.add(withParameters(packs.apply(id.asText()))));
        return reported(books);
    }

    private List<ReportDuty> reported(List<RuleBook> books) throws IOException {
        Instant asOf = OffsetDateTime.parse(line.get("asOf").asText()).toInstant();
        ReportDesk desk = ComplaintDesk.under(books.toArray(RuleBook[]::new))
                .clock(Clock.fixed(asOf, books.get(0).policy().zone()))
                .reporting(INSTITUTION, LocalDate.MAX)
                .open()
                .reports();
        for (CaseEvent event : events()) {
            desk.filed(INSTITUTION, event);
        }
        List<ReportDuty> owed = new ArrayList<>();
        line.get("periods")
                .forEach(period -> owed.addAll(desk.owed(INSTITUTION, ReportPeriod.parse(period.asText()), asOf)));
        return owed;
    }

    private boolean isReport() {
        return line.get("kind").asText().equals("REPORT");
    }

    /** What happened, in the order in which it did. */
    private List<CaseEvent> events() throws IOException {
        List<CaseEvent> events = new ArrayList<>();
        for (JsonNode event : line.path("events")) {
            events.add(EventJson.read(event.toString(), "e" + events.size(), null, "/events/" + events.size()));
        }
        events.sort(Comparator.comparing(CaseEvent::occurredAt));
        return events;
    }

    private Case handled(List<RuleBook> books, UnaryOperator<List<CaseEvent>> told) throws IOException {
        Complaint complaint = ComplaintJson.read(line.get("complaint").toString(), id(), "/complaint");
        Instant asOf = OffsetDateTime.parse(line.get("asOf").asText()).toInstant();
        List<CaseEvent> events = events();
        ComplaintDesk desk = ComplaintDesk.under(books.toArray(RuleBook[]::new))
                .clock(Clock.fixed(asOf, books.get(0).policy().zone()))
                .open();
        desk.receive(complaint);
        told.apply(events).forEach(event -> desk.handle(id(), event));
        return desk.find(id(), asOf).orElseThrow();
    }

    /** Of the parameters that the case sets, those that the pack declares. */
    private RuleBook withParameters(RuleBook book) {
        Map<String, Object> params = new HashMap<>();
        line.path("params").properties().stream()
                .filter(p -> book.policy().parameters().declared().containsKey(p.getKey()))
                .forEach(p -> params.put(p.getKey(), p.getValue().asText()));
        return book.with(params);
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
