package org.complaintkit.examples.quickstart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.examples.quickstart.screen.Style;
import org.complaintkit.examples.quickstart.screen.Table;
import org.complaintkit.lifecycle.Case;

/** Cases as a table that a person likes to read: a line with the decision, and below it why the due date is what it is. */
final class CaseTable {
    private final Words words;
    private final Setting setting;
    private final DueReason reason;
    private final Table table;

    CaseTable(Setting setting) {
        this.setting = setting;
        this.words = setting.words();
        this.reason = new DueReason(words);
        this.table = Table.of(
                words.say("column.number"),
                words.say("column.category"),
                words.say("column.class"),
                words.say("column.due"),
                words.say("column.result"),
                words.say("column.owner"));
    }

    /** Adds a case: decided as at first, with the result as of last. */
    void add(Case first, Case last) {
        Optional<Deadline> due = first.effective();
        DeadlineState result = due.map(deadline -> result(deadline, last)).orElse(DeadlineState.CANCELLED);
        table.row(
                due.map(reason::of).orElse(""),
                List.of(
                        plain(first.id()),
                        plain(words.label("CATEGORY", first.decision().category())),
                        plain(words.label("COMPLEXITY", first.decision().complexity())),
                        plain(due.map(d -> words.date(d.limit().day())).orElse("-")),
                        new Table.Cell(words.say("result." + result), style(result)),
                        plain(setting.name(first.assignee()))));
    }

    Table table() {
        return table;
    }

    /** How the deadline of the first handling ended, whatever rounds came later. */
    static DeadlineState result(Deadline due, Case last) {
        return Stream.concat(last.previousDeadlines().stream(), last.deadlines().stream())
                .filter(deadline -> deadline.id().equals(due.id()) && deadline.round() == due.round())
                .findFirst()
                .orElse(due)
                .state(last.advancedTo());
    }

    static Style style(DeadlineState state) {
        return switch (state) {
            case MET -> Style.GOOD;
            case BREACHED -> Style.ALARM;
            case OPEN, SUPERSEDED, CANCELLED, LAPSED -> Style.PLAIN;
        };
    }

    private static Table.Cell plain(String text) {
        return new Table.Cell(text, Style.PLAIN);
    }
}
