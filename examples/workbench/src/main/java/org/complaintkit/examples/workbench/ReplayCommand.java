package org.complaintkit.examples.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.desk.ReportDesk;
import org.complaintkit.json.CaseJson;
import org.complaintkit.json.ReportDutyJson;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.model.Complaint;
import org.complaintkit.report.ReportDue;
import org.complaintkit.report.ReportPeriod;
import org.complaintkit.rules.analysis.MissingCases;
import org.complaintkit.rules.cases.Difference;
import org.complaintkit.rules.cases.Expectation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How a case stands after what happened, or which reports are owed. */
@Command(
        name = "replay",
        description = "Lets the events of a case happen and time pass, and answers how it then stands.",
        footer = {
            "",
            "{\"id\",\"kind\":\"CASE\",\"packs\":[\"RCC\"],\"params\":{},\"complaint\":{...},",
            " \"events\":[{\"at\",\"type\",\"by\",\"data\":{}}],\"asOf\"}",
            "{\"id\",\"kind\":\"REPORT\",\"packs\":[\"RCC\"],\"params\":{},\"periods\":[\"2026-09\",\"2026-Q3\",\"2026-H2\"],",
            " \"events\":[{\"at\",\"type\":\"REPORT_FILED\",\"by\",\"data\":{\"report\",\"period\",\"reference\"}}],\"asOf\"}",
            "  packs, params, complaint  as in 'decide'",
            "  events  what happened, in any order; 'at' with offset, 'by' a role or CUSTOMER; an 'id' if",
            "          the same event may come twice. Default none",
            "  asOf    the moment to answer for, with offset; what happened later is not known yet.",
            "          Default the last event",
            "          Of a REPORT without events and asOf only the dates are told",
            "  data    of a filing: report and period; receiver or pack where several fit; reference;",
            "          corrects, where it corrects an earlier one",
            "  expect  what the answer must hold; what it does not is listed in its \"differences\":",
            "          [{\"key\",\"wanted\",\"found\"}]. 'test' runs the cases of a pack in the same way",
            "  title, cites, unreviewed  are passed over",
            "answer: {\"id\",\"category\",\"categories\",\"class\",\"grade\",\"initialGrade\",\"labels\",\"owner\",\"assists\",",
            " \"outcome\",\"state\",\"number\",\"previousNumber\",\"case\",\"form\",\"approver\",\"effectiveLimit\",",
            " \"maximumLimit\",\"amounts\",\"statistics\",\"deadlines\":[{\"id\",\"start\",\"target\",\"limit\",\"state\",",
            " \"targetMissed\",\"clause\",\"certainty\"}],\"previousDeadlines\",\"escalations\",\"duties\",",
            " \"prohibitions\",\"findings\",\"reports\",\"reasons\",",
            " \"signals\":[{\"text\",\"at\",\"code\",\"weight\"}]}: the words of the pack found in a text",
            "of a REPORT: {\"id\",\"reports\":[{\"period\",\"deadlines\":[{\"id\",\"target\",\"limit\",\"clause\",\"certainty\",",
            " \"state\",\"status\":NOT_YET_DUE|OPEN|FILED|FILED_LATE|OVERDUE,\"targetMissed\",\"basis\",\"owner\",\"receiver\",",
            " \"key\",\"warnings\":[],\"filings\":[{\"at\",\"kind\":IN_TIME|LATE|CORRECTION|REPEATED,\"earlierPeriod\",",
            " \"reference\"}]}]}],\"escalations\",\"findings\"}",
            "",
            "Exit codes: 0 good, 1 a line was answered with an error or not as expected, 2 unusable input."
        })
final class ReplayCommand extends QuestionCommand {
    /** Of whom a line says no more than that it reports. */
    private static final String INSTITUTION = "INSTITUTION";

    @Mixin
    private final PackFolders packs = new PackFolders();

    private final Shelf shelf = new Shelf(packs);

    ReplayCommand(Streams streams) {
        super(streams);
    }

    @Override
    String answer(Question question, JsonNode id) {
        String kind = question.optionalText("kind").orElse("CASE");
        question.optionalText("title");
        Optional<Expectation> expect = question.field("expect")
                .map(json -> Question.at(question.place("expect"), () -> Expectation.parse(json.toString())));
        question.field("cites");
        question.field(MissingCases.UNREVIEWED);
        List<RuleBook> books = shelf.read(question);
        String caseId = CaseLine.id(question, id);
        String answer = switch (kind) {
            case "CASE" -> story(question, caseId, books);
            case "REPORT" -> reports(question, caseId, books);
            default -> throw Question.refusal("UNKNOWN_CODE", "/kind", "CASE or REPORT", "write one of the two");
        };
        return Json.withId(expect.map(each -> compared(each, answer)).orElse(answer), id);
    }

    /** The answer, and what the line expects of it and does not find. */
    private String compared(Expectation expect, String answer) {
        List<Difference> differences = expect.differences(answer);
        if (differences.isEmpty()) {
            return answer;
        }
        differs();
        ArrayNode told = Json.MAPPER.createArrayNode();
        differences.forEach(each -> told.addObject()
                .put("key", each.key())
                .put("wanted", each.wanted())
                .put("found", each.found()));
        return answer.substring(0, answer.length() - 1) + ",\"differences\":" + told + "}";
    }

    private static String story(Question question, String caseId, List<RuleBook> books) {
        CaseStory story = CaseStory.read(question, caseId);
        Complaint complaint = story.complaint();
        Instant asOf = story.asOf();
        MovingClock clock = new MovingClock(earlier(complaint.receivedAt(), asOf));
        ComplaintDesk desk =
                ComplaintDesk.under(books.toArray(RuleBook[]::new)).clock(clock).open();
        CaseLine.placed("complaint", "/complaint", () -> desk.receive(complaint));
        for (CaseStory.Told told : story.events()) {
            if (!told.event().occurredAt().isAfter(asOf)) {
                clock.moveTo(told.event().occurredAt());
                CaseLine.placed("event", told.place(), () -> desk.handle(caseId, told.event()));
            }
        }
        clock.moveTo(asOf);
        Case then = desk.find(caseId, asOf).orElseThrow();
        return CaseJson.write(caseId, then, books.get(0).policy().zone());
    }

    private static String reports(Question question, String caseId, List<RuleBook> books) {
        List<ReportPeriod> periods = question.list("periods", (json, place) -> {
            if (!json.isTextual()) {
                throw question.wrong("periods", "a list of texts");
            }
            return Question.at(place, () -> ReportPeriod.parse(json.textValue()));
        });
        List<CaseStory.Told> events = CaseStory.events(question);
        Optional<Instant> asOf = question.instant("asOf");
        question.end();
        if (asOf.isPresent() || !events.isEmpty()) {
            Instant last =
                    asOf.orElseGet(() -> events.get(events.size() - 1).event().occurredAt());
            return filed(caseId, books, periods, events, last);
        }
        List<ReportDue> owed = periods.stream()
                .flatMap(period -> books.stream()
                        .flatMap(book -> ReportDue.of(book.policy(), period, CalendarRegistry.standard()).stream()))
                .toList();
        return CaseJson.writeReports(caseId, owed, books.get(0).policy().zone());
    }

    private static String filed(
            String caseId,
            List<RuleBook> books,
            List<ReportPeriod> periods,
            List<CaseStory.Told> events,
            Instant asOf) {
        MovingClock clock = new MovingClock(asOf);
        ReportDesk desk = ComplaintDesk.under(books.toArray(RuleBook[]::new))
                .clock(clock)
                .reporting(INSTITUTION, LocalDate.MAX)
                .open()
                .reports();
        for (CaseStory.Told told : events) {
            if (!told.event().occurredAt().isAfter(asOf)) {
                CaseLine.placed("event", told.place(), () -> desk.filed(INSTITUTION, told.event()));
            }
        }
        return ReportDutyJson.write(
                caseId,
                periods.stream()
                        .flatMap(period -> desk.owed(INSTITUTION, period, asOf).stream())
                        .toList());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    @Override
    public void close() {
        packs.close();
    }
}
