package org.complaintkit.examples.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.json.CaseJson;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.model.Complaint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What a complaint obliges to, at the moment of its receipt. */
@Command(
        name = "decide",
        description = "Answers what a complaint obliges to at its receipt, and why.",
        footer = {
            "",
            "{\"id\",\"packs\":[\"RCC\"],\"params\":{},\"complaint\":{\"receivedAt\",\"channel\",...}}",
            "  id         names the case",
            "  packs      ids, the institution's own first, the highest authority last; those in force on the",
            "             day of receipt decide, of several versions of a pack (--packs) the one of that day",
            "  params     parameters of the packs that differ from their defaults; default none",
            "  complaint  receivedAt (with offset) and channel; and any of receivedBy, complainant {type,",
            "             anonymous, reachable, vip}, intakeCategories, facts, causes, demands,",
            "             claimedLoss, complainantCount, text, and facts of single systems",
            "answer: the keys of 'replay'",
            "",
            "Exit codes: 0 good, 1 a line was answered with an error, 2 unusable input."
        })
final class DecideCommand extends QuestionCommand {
    @Mixin
    private final PackFolders packs = new PackFolders();

    private final Shelf shelf = new Shelf(packs);

    DecideCommand(Streams streams) {
        super(streams);
    }

    @Override
    String answer(Question question, JsonNode id) {
        List<RuleBook> books = shelf.read(question);
        String caseId = CaseLine.id(question, id);
        Complaint complaint = CaseLine.complaint(question, caseId);
        question.end();

        ComplaintDesk desk = ComplaintDesk.under(books.toArray(RuleBook[]::new))
                .clock(Clock.fixed(complaint.receivedAt(), ZoneOffset.UTC))
                .open();
        Case decided = CaseLine.placed("complaint", "/complaint", () -> desk.receive(complaint))
                .now();
        ZoneId zone = books.get(0).policy().zone();
        return Json.withId(CaseJson.write(caseId, decided, zone), id);
    }

    @Override
    public void close() {
        packs.close();
    }
}
