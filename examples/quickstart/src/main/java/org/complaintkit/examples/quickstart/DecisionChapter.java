package org.complaintkit.examples.quickstart;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.duty.Notice;
import org.complaintkit.examples.quickstart.FileRun.Handled;
import org.complaintkit.examples.quickstart.screen.Table;
import org.complaintkit.examples.quickstart.staff.SimulatedStaff;

/** Shows what was decided about the complaints of the file and how they fared. */
final class DecisionChapter {
    private static final int FIRST = 12;

    private final Setting setting;
    private final Words words;

    DecisionChapter(Setting setting) {
        this.setting = setting;
        this.words = setting.words();
    }

    /** Prints the table, the first rows of it unless all are wanted, and the summaries. */
    void print(FileRun run, boolean all) {
        var pack = setting.book().policy().pack();
        setting.screen().title(words.say("decided.title", pack.id(), pack.version()));
        setting.screen().text(words.say("decided.simulated", SimulatedStaff.SEED));
        setting.screen().blank();

        List<Handled> handled = run.handled();
        List<Handled> shown = all ? handled : handled.stream().limit(FIRST).toList();
        CaseTable table = new CaseTable(setting);
        shown.forEach(each -> table.add(each.first(), each.last()));
        setting.screen().table(table.table());
        if (shown.size() < handled.size()) {
            setting.screen().text(words.say("decided.more", handled.size() - shown.size()));
        }
        setting.screen().blank();
        setting.screen().table(summary(handled));
        setting.screen().blank();
        setting.screen().table(findings(handled));
        setting.screen().blank();
        sent(run);
    }

    private Table summary(List<Handled> handled) {
        Map<String, Tally> tallies = new TreeMap<>();
        Tally total = new Tally();
        for (Handled each : handled) {
            var decision = each.first().decision();
            String key = words.label("CATEGORY", decision.category()) + "\t"
                    + words.label("COMPLEXITY", decision.complexity());
            tallies.computeIfAbsent(key, name -> new Tally()).add(each);
            total.add(each);
        }
        Table table = Table.of(
                        words.say("column.category"),
                        words.say("column.class"),
                        words.say("column.count"),
                        words.say("result.MET"),
                        words.say("result.BREACHED"),
                        words.say("result.OPEN"))
                .right(2, 3, 4, 5);
        tallies.forEach((key, tally) -> tally.into(table, key.split("\t")[0], key.split("\t")[1]));
        total.into(table, words.say("total"), "");
        return table;
    }

    private Table findings(List<Handled> handled) {
        Map<String, Integer> counts = new TreeMap<>();
        handled.stream()
                .flatMap(each -> Stream.concat(
                        each.last().findings().stream()
                                .map(finding -> words.say("finding") + "\t" + words.label("FINDING", finding.code())
                                        + "\t" + finding.clause()),
                        each.last().escalations().stream()
                                .map(fired -> words.say("escalation") + "\t" + words.label("ESCALATION", fired.id())
                                        + "\t" + fired.clause())))
                .forEach(line -> counts.merge(line, 1, Integer::sum));
        Table table = Table.of(
                        words.say("column.kind"),
                        words.say("column.what"),
                        words.say("column.clause"),
                        words.say("column.count"))
                .right(3);
        counts.forEach((line, count) -> {
            String[] parts = line.split("\t");
            table.row(parts[0], parts[1], parts[2], String.valueOf(count));
        });
        return table;
    }

    private void sent(FileRun run) {
        long aboutHeads = run.handled().stream()
                .filter(each -> !each.first().complaint().party().isEmpty())
                .count();
        long ownedByParty = run.handled().stream()
                .filter(each -> each.last()
                        .assignee()
                        .person()
                        .equals(each.first().complaint().party()))
                .count();
        setting.screen()
                .text(words.say(
                        "decided.sent",
                        run.sent().getOrDefault(Notice.Kind.DUTY, 0),
                        run.sent().getOrDefault(Notice.Kind.WARNING, 0),
                        run.sent().getOrDefault(Notice.Kind.ESCALATION, 0)));
        setting.screen().text(words.say("decided.party", aboutHeads, ownedByParty));
    }

    /** Counts of one line. */
    private static final class Tally {
        private int count;
        private int met;
        private int late;
        private int open;

        void add(Handled each) {
            count++;
            DeadlineState state = each.first()
                    .effective()
                    .map(due -> CaseTable.result(due, each.last()))
                    .orElse(DeadlineState.OPEN);
            switch (state) {
                case MET -> met++;
                case BREACHED -> late++;
                case OPEN, SUPERSEDED, CANCELLED -> open++;
            }
        }

        void into(Table table, String category, String complexity) {
            table.row(
                    category,
                    complexity,
                    String.valueOf(count),
                    String.valueOf(met),
                    String.valueOf(late),
                    String.valueOf(open));
        }
    }
}
