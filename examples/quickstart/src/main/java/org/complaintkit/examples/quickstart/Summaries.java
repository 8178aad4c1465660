package org.complaintkit.examples.quickstart;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.examples.quickstart.FileRun.Handled;
import org.complaintkit.examples.quickstart.screen.Table;
import org.complaintkit.lifecycle.Case;

/** Many cases in few lines. */
final class Summaries {
    private static final Comparator<List<String>> BY_TEXT = Comparator.comparing(cells -> String.join("\t", cells));

    private final Words words;

    Summaries(Words words) {
        this.words = words;
    }

    /** How many were answered in time, by category and class. */
    Table byCategory(List<Handled> handled) {
        Map<List<String>, Tally> tallies = new TreeMap<>(BY_TEXT);
        Tally total = new Tally();
        for (Handled each : handled) {
            var decision = each.first().decision();
            List<String> key = List.of(
                    words.label("CATEGORY", decision.category()), words.label("COMPLEXITY", decision.complexity()));
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
        tallies.forEach((key, tally) -> tally.into(table, key.get(0), key.get(1)));
        total.into(table, words.say("total"), "");
        return table;
    }

    /** What was recorded against the handling and who had to be told, by clause. */
    Table recorded(List<Handled> handled) {
        Map<List<String>, Integer> counts = new TreeMap<>(BY_TEXT);
        handled.stream()
                .map(Handled::last)
                .flatMap(this::recorded)
                .forEach(line -> counts.merge(line, 1, Integer::sum));
        Table table = Table.of(
                        words.say("column.kind"),
                        words.say("column.what"),
                        words.say("column.clause"),
                        words.say("column.count"))
                .right(3);
        counts.forEach((line, count) -> table.row(line.get(0), line.get(1), line.get(2), String.valueOf(count)));
        return table;
    }

    private Stream<List<String>> recorded(Case value) {
        return Stream.concat(
                value.findings().stream()
                        .map(finding -> List.of(
                                words.say("finding"), words.label("FINDING", finding.code()), finding.clause())),
                value.escalations().stream()
                        .map(fired -> List.of(
                                words.say("escalation"), words.label("ESCALATION", fired.id()), fired.clause())));
    }

    /** Counts of one line; a reply that is no longer owed counts as open. */
    private static final class Tally {
        private int count;
        private int met;
        private int late;

        void add(Handled each) {
            DeadlineState state = each.first()
                    .effective()
                    .map(due -> CaseTable.result(due, each.last()))
                    .orElse(DeadlineState.OPEN);
            count++;
            met += state == DeadlineState.MET ? 1 : 0;
            late += state == DeadlineState.BREACHED ? 1 : 0;
        }

        void into(Table table, String category, String complexity) {
            table.row(
                    category,
                    complexity,
                    String.valueOf(count),
                    String.valueOf(met),
                    String.valueOf(late),
                    String.valueOf(count - met - late));
        }
    }
}
