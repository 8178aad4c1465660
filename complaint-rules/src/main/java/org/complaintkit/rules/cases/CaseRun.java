package org.complaintkit.rules.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.desk.ReportDesk;
import org.complaintkit.json.CaseJson;
import org.complaintkit.json.ComplaintJson;
import org.complaintkit.json.EventJson;
import org.complaintkit.json.ReportDutyJson;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;
import org.complaintkit.report.ReportDue;
import org.complaintkit.report.ReportDuty;
import org.complaintkit.report.ReportPeriod;

/** One worked case on its way through a desk. Used once. */
final class CaseRun {
    /** Of whom a line says no more than that it reports. */
    private static final String INSTITUTION = "INSTITUTION";

    private final JsonNode line;
    private final String id;
    private final List<RuleBook> books = new ArrayList<>();

    CaseRun(JsonNode line, Function<String, RuleBook> packs) {
        this.line = line;
        this.id = line.path("id").asText();
        line.path("packs").forEach(pack -> books.add(withParameters(packs.apply(pack.asText()))));
        if (books.isEmpty()) {
            throw missing("packs", "a list of pack ids");
        }
        line.path("params").fieldNames().forEachRemaining(this::requireDeclared);
    }

    String answer() {
        ZoneId zone = books.get(0).policy().zone();
        boolean report = line.path("kind").asText().equals("REPORT");
        if (report && line.has("asOf")) {
            return ReportDutyJson.write(id, reported());
        }
        if (report) {
            List<ReportDue> owed = new ArrayList<>();
            for (JsonNode period : line.path("periods")) {
                ReportPeriod parsed = ReportPeriod.parse(period.asText());
                books.forEach(book -> owed.addAll(ReportDue.of(book.policy(), parsed, CalendarRegistry.standard())));
            }
            return CaseJson.writeReports(id, owed, zone);
        }
        if (!line.path("complaint").isObject()) {
            throw missing("complaint", "an object");
        }
        Complaint complaint = ComplaintJson.read(line.get("complaint").toString(), id, "/complaint");
        List<CaseEvent> events = events();
        Instant asOf = asOf(complaint, events);
        ComplaintDesk desk = ComplaintDesk.under(books.toArray(RuleBook[]::new))
                .clock(Clock.fixed(asOf, zone))
                .open();
        desk.receive(complaint);
        events.stream().filter(event -> !event.occurredAt().isAfter(asOf)).forEach(event -> desk.handle(id, event));
        return CaseJson.write(id, desk.find(id, asOf).orElseThrow(), zone);
    }

    /** The reports that the line asks for, as they stand on the day when it looks. */
    private List<ReportDuty> reported() {
        List<CaseEvent> filings = events();
        Instant asOf = moment(line.path("asOf").asText());
        ReportDesk desk = ComplaintDesk.under(books.toArray(RuleBook[]::new))
                .clock(Clock.fixed(asOf, books.get(0).policy().zone()))
                .reporting(INSTITUTION, LocalDate.MAX)
                .open()
                .reports();
        filings.forEach(filing -> desk.filed(INSTITUTION, filing));
        List<ReportDuty> owed = new ArrayList<>();
        line.path("periods")
                .forEach(period -> owed.addAll(desk.owed(INSTITUTION, ReportPeriod.parse(period.asText()), asOf)));
        return owed;
    }

    private List<CaseEvent> events() {
        List<CaseEvent> events = new ArrayList<>();
        for (JsonNode event : line.path("events")) {
            events.add(EventJson.read(event.toString(), "e" + events.size(), null, "/events/" + events.size()));
        }
        events.sort(Comparator.comparing(CaseEvent::occurredAt));
        return events;
    }

    /** The moment to look, else that of the last event. */
    private Instant asOf(Complaint complaint, List<CaseEvent> events) {
        String text = line.path("asOf").asText();
        if (text.isEmpty()) {
            Instant last = events.isEmpty()
                    ? complaint.receivedAt()
                    : events.get(events.size() - 1).occurredAt();
            return last.isAfter(complaint.receivedAt()) ? last : complaint.receivedAt();
        }
        return moment(text);
    }

    private static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw missing("asOf", "a moment with offset, such as 2025-10-01T09:00:00+08:00");
        }
    }

    /** Of the parameters that the case sets, those that the pack declares. */
    private RuleBook withParameters(RuleBook book) {
        Map<String, Object> own = new HashMap<>();
        line.path("params").properties().stream()
                .filter(each -> book.policy().parameters().declared().containsKey(each.getKey()))
                .forEach(each -> own.put(each.getKey(), each.getValue().asText()));
        return book.with(own);
    }

    private void requireDeclared(String parameter) {
        boolean declared = books.stream()
                .anyMatch(book -> book.policy().parameters().declared().containsKey(parameter));
        if (!declared) {
            throw InvalidInputException.of("UNKNOWN_PARAMETER", "params")
                    .value(parameter)
                    .rule("a parameter that one of the packs declares")
                    .wayOut("correct its name, or leave it out")
                    .at("/params/" + parameter)
                    .build();
        }
    }

    private static InvalidInputException missing(String field, String rule) {
        return InvalidInputException.of("MISSING_FIELD", field)
                .rule(rule)
                .wayOut("write the field " + field)
                .at("/" + field)
                .build();
    }
}
