package org.complaintkit.rules.handbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Stage;
import org.complaintkit.rules.page.Page;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.syntax.Rule;

/** The rules, stage by stage: as sentences, and as decision tables. */
final class RuleChapters {
    /** So many columns of conditions fit on paper; what else is asked for stands in a sentence. */
    private static final int MOST_COLUMNS = 4;

    private final Scribe scribe;
    private final List<Rule> rules;

    RuleChapters(Scribe scribe, List<Rule> rules) {
        this.scribe = scribe;
        this.rules = rules;
    }

    void write(Page.Builder page) {
        page.heading(2, scribe.text("rules"), "rules");
        for (Stage stage : Stage.values()) {
            List<Rule> asked =
                    rules.stream().filter(rule -> rule.stage() == stage).toList();
            page.heading(3, scribe.sentences().words().text("stage." + stage), "stage." + stage);
            if (asked.isEmpty()) {
                page.paragraph(scribe.text("rules.none"));
                continue;
            }
            page.heading(4, scribe.text("rules.sentences"));
            page.table(
                    scribe.header(List.of("rule", "sentence", "clause", "basis")),
                    asked.stream()
                            .map(rule -> List.of(
                                    rule.name(),
                                    scribe.sentences().rule(rule),
                                    rule.clause(),
                                    scribe.basis(rule.basis())))
                            .toList());
            page.heading(4, scribe.text("rules.table"));
            table(page, asked);
        }
    }

    private void table(Page.Builder page, List<Rule> asked) {
        List<Field> columns = columns(asked);
        List<List<String>> rows = asked.stream().map(rule -> row(rule, columns)).toList();
        boolean further =
                rows.stream().anyMatch(row -> !row.get(columns.size() + 1).isEmpty());
        List<String> header = new ArrayList<>(List.of(scribe.text("col.rule")));
        columns.forEach(column -> header.add(scribe.sentences().field(column)));
        header.add(scribe.text("col.further"));
        header.add(scribe.text("col.then"));
        if (further) {
            page.table(header, rows);
        } else {
            page.table(
                    without(header, columns.size() + 1),
                    rows.stream().map(row -> without(row, columns.size() + 1)).toList());
        }
    }

    private static List<String> without(List<String> cells, int index) {
        List<String> rest = new ArrayList<>(cells);
        rest.remove(index);
        return rest;
    }

    /** The fields that most rules ask for by themselves, in the order of the table of fields. */
    private static List<Field> columns(List<Rule> asked) {
        Map<Field, Integer> uses = new LinkedHashMap<>();
        asked.stream()
                .flatMap(rule -> parts(rule)
                        .filter(Condition.Test.class::isInstance)
                        .map(RuleChapters::field)
                        .distinct())
                .forEach(field -> uses.merge(field, 1, Integer::sum));
        return uses.entrySet().stream()
                .sorted(Map.Entry.<Field, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_COLUMNS)
                .map(Map.Entry::getKey)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static Stream<Condition> parts(Rule rule) {
        return rule.conditions().stream().flatMap(RuleChapters::flat);
    }

    private static Stream<Condition> flat(Condition condition) {
        return condition instanceof Condition.All all
                ? all.parts().stream().flatMap(RuleChapters::flat)
                : Stream.of(condition);
    }

    private static Field field(Condition test) {
        return Field.of(((Condition.Test) test).field()).orElseThrow();
    }

    private List<String> row(Rule rule, List<Field> columns) {
        List<String> row = new ArrayList<>(List.of(rule.name()));
        for (Field column : columns) {
            row.add(String.join(
                    scribe.sentences().words().text("list"),
                    parts(rule)
                            .filter(part -> part instanceof Condition.Test && field(part) == column)
                            .map(part -> scribe.sentences().cell((Condition.Test) part))
                            .toList()));
        }
        row.add(scribe.sentences()
                .words()
                .joined(
                        "conditions",
                        parts(rule)
                                .filter(part -> !(part instanceof Condition.Test) || !columns.contains(field(part)))
                                .map(part -> scribe.sentences().condition(part))
                                .toList()));
        row.add(scribe.sentences().then(rule));
        return row;
    }

    /** Kind of the codes of a question. */
    static String kind(String verb) {
        return Stream.of(Answer.values())
                .filter(answer -> answer.verb().equals(verb))
                .map(Answer::kind)
                .findFirst()
                .orElse("");
    }
}
