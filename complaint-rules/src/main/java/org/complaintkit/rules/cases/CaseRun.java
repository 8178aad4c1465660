package org.complaintkit.rules.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.desk.ReportDesk;
import org.complaintkit.json.CaseJson;
import org.complaintkit.json.ReportDutyJson;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.policy.Policy;
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
        StoryReader.packs(line).forEach(pack -> books.add(withParameters(packs.apply(pack))));
        line.path("params").fieldNames().forEachRemaining(this::requireDeclared);
        List<Policy> policies = books.stream().map(RuleBook::policy).toList();
        ExpectLook.requireKnown(line, new CaseCodes(policies, true, Set.of()));
    }

    /**
     * Runs it.
     *
     * @param seen is handed the case as it then stands; a line of reports has none
     */
    String answer(Consumer<Case> seen) {
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
        Story story = StoryReader.story(line);
        ComplaintDesk desk = ComplaintDesk.under(books.toArray(RuleBook[]::new))
                .clock(Clock.fixed(story.asOf(), zone))
                .open();
        desk.receive(story.complaint());
        story.events().stream()
                .filter(event -> !event.occurredAt().isAfter(story.asOf()))
                .forEach(event -> desk.handle(id, event));
        Case then = desk.find(id, story.asOf()).orElseThrow();
        seen.accept(then);
        return CaseJson.write(id, then, zone);
    }

    /** The reports that the line asks for, as they stand on the day when it looks. */
    private List<ReportDuty> reported() {
        List<CaseEvent> filings = StoryReader.events(line);
        filings.sort(Comparator.comparing(CaseEvent::occurredAt));
        Instant asOf = StoryReader.moment(line.path("asOf").asText());
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

    /** Of the parameters that the case sets, those that the pack declares. */
    private RuleBook withParameters(RuleBook book) {
        Map<String, String> own = StoryReader.parameters(line);
        own.keySet().retainAll(book.policy().parameters().declared().keySet());
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
}
