package org.complaintkit.examples.quickstart;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.examples.quickstart.screen.Table;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.model.Complaint;

/** A pack that somebody else made and that a dependency brought along: one complaint of each of its categories, decided. */
final class AddedPackChapter {
    private static final LocalDateTime RECEIVED = LocalDateTime.of(2025, 9, 26, 10, 0);

    private final Setting setting;
    private final RuleBook book;
    private final Words words;

    AddedPackChapter(Setting setting, RuleBook book) {
        this.setting = setting;
        this.book = book;
        this.words = setting.words().of(book.policy().vocabulary());
    }

    void print() {
        var pack = book.policy().pack();
        setting.screen().title(words.say("added.title", pack.id(), pack.version()));
        setting.screen().text(words.say("added.received", words.date(RECEIVED.toLocalDate())));
        setting.screen().blank();
        Table table = Table.of(
                words.say("column.category"),
                words.say("column.owner"),
                words.say("column.due"),
                words.say("column.clause"));
        book.policy().vocabulary().kind("CATEGORY").keySet().forEach(category -> add(table, category));
        setting.screen().table(table);
    }

    private void add(Table table, String category) {
        Instant at = RECEIVED.atZone(book.policy().zone()).toInstant();
        ComplaintDesk desk = ComplaintDesk.under(book)
                .clock(Clock.fixed(at, book.policy().zone()))
                .open();
        Complaint complaint = Complaint.received(book.policy().pack().id() + "-1", at, "PHONE")
                .category(category)
                .build();
        Case decided = desk.receive(complaint).now();
        table.row(
                words.label("CATEGORY", decided.decision().category()),
                words.label("ROLE", decided.decision().owner()),
                decided.effective()
                        .map(Deadline::limit)
                        .map(limit -> words.date(limit.day()))
                        .orElse("-"),
                decided.effective().map(due -> due.rule().clause()).orElse("-"));
    }
}
