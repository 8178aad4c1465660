package org.complaintkit.desk;

import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.model.Complaint;

/**
 * The text of an outcome whose hash the audit keeps: the events with all they say, and where the case stands. The same
 * outcome always has the same text.
 */
final class Canonical {
    private Canonical() {}

    static String text(Outcome outcome) {
        Case now = outcome.now();
        StringBuilder text = new StringBuilder();
        line(text, "case", now.id());
        Complaint complaint = now.complaint();
        line(text, "received", complaint.receivedAt() + " " + complaint.channel() + " " + complaint.receivedBy());
        line(text, "about", complaint.complainedUnit() + " " + complaint.party());
        line(text, "intake", complaint.intakeCategories() + " " + complaint.facts() + " " + complaint.causes());
        line(text, "demands", complaint.demands() + " " + complaint.given());
        line(text, "loss", complaint.claimedLoss().toPlainString() + " " + complaint.complainantCount());
        line(text, "words", complaint.text().reveal());
        line(text, "packs", now.packs());
        line(text, "parameters", now.parameters());
        line(text, "counted by", now.engine() + " " + now.calendars());
        line(text, "round", now.round());
        line(text, "state", now.state());
        line(text, "outcome", now.outcome());
        line(text, "labels", now.labels());
        line(text, "until", now.advancedTo());
        now.decisions()
                .forEach((pack, decision) -> line(
                        text,
                        "decision",
                        pack + " " + decision.category() + " " + decision.complexity() + " " + decision.grade() + " "
                                + decision.owner() + " " + decision.assists()));
        now.events().forEach(event -> {
            line(text, "event", event);
            line(text, "person", event.person());
            line(text, "recorded", event.recordedAt());
            line(text, "data", event.data());
        });
        now.deadlines()
                .forEach(deadline -> line(
                        text,
                        "deadline",
                        deadline.pack() + " " + deadline.id() + " " + deadline.startedAt() + " "
                                + deadline.target().at() + " "
                                + deadline.limit().at() + " "
                                + deadline.state(now.advancedTo()) + " "
                                + deadline.due().proof().calendarVersion()));
        line(text, "assignee", now.assignee());
        line(text, "register", now.register());
        now.duties().forEach(duty -> line(text, "duty", duty));
        now.escalations().forEach(escalation -> line(text, "escalation", escalation));
        now.findings().forEach(finding -> line(text, "finding", finding));
        outcome.notices().forEach(notice -> line(text, "notice", notice.key()));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, Object value) {
        String words = value.toString();
        text.append(name)
                .append(' ')
                .append(words.length())
                .append(' ')
                .append(words)
                .append('\n');
    }
}
