package org.complaintkit.rules.handbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.complaintkit.policy.Vocabulary;
import org.complaintkit.rules.cases.TableState;
import org.complaintkit.rules.page.Block;
import org.complaintkit.rules.page.Page;

/** What worked cases cover, and the words that the handbook used. */
final class ClosingChapters {
    private static final Map<String, String> TABLES = Map.of(
            "deadlines.csv", "deadlines",
            "extensions.csv", "extensions",
            "pauses.csv", "coverage.pauses",
            "escalations.csv", "escalations");
    private static final Map<String, String> KINDS =
            Map.of("deadlines.csv", "DEADLINE", "extensions.csv", "DEADLINE", "escalations.csv", "ESCALATION");

    private final Scribe scribe;

    ClosingChapters(Scribe scribe) {
        this.scribe = scribe;
    }

    void write(Page.Builder page, Optional<CaseReach> reach) {
        page.heading(2, scribe.text("coverage"), "coverage");
        reach.ifPresentOrElse(cases -> coverage(page, cases), () -> page.paragraph(scribe.text("coverage.none")));
        vocabulary(page);
    }

    private void coverage(Page.Builder page, CaseReach cases) {
        page.facts(List.of(
                new Block.Fact(
                        scribe.text("coverage.cases"),
                        scribe.text(
                                "coverage.asExpected",
                                String.valueOf(cases.asExpected()),
                                String.valueOf(cases.cases()))),
                fact(
                        "coverage.rules",
                        cases.rules() - (long) cases.rulesMissed().size(),
                        cases.rules()),
                fact("coverage.clauses", cases.clauses() - cases.clausesMissed().size(), cases.clauses()),
                fact(
                        "coverage.states",
                        cases.states().size() - (long) cases.statesMissed().size(),
                        cases.states().size())));
        missed(page, "coverage.notRules", cases.rulesMissed());
        missed(page, "coverage.notClauses", cases.clausesMissed());
        states(page, cases);
    }

    /** Of each row of a table of time what a case shows of it, and what none does. */
    private void states(Page.Builder page, CaseReach cases) {
        Map<List<String>, List<TableState>> rows = new LinkedHashMap<>();
        cases.states()
                .forEach(each -> rows.computeIfAbsent(List.of(each.table(), each.row()), row -> new ArrayList<>())
                        .add(each));
        if (rows.isEmpty()) {
            return;
        }
        Set<TableState> missed = Set.copyOf(cases.statesMissed());
        List<List<String>> cells = new ArrayList<>();
        rows.forEach((row, states) -> cells.add(List.of(
                scribe.text(TABLES.get(row.get(0))),
                row(row.get(0), row.get(1)),
                named(states.stream().filter(each -> !missed.contains(each))),
                named(states.stream().filter(missed::contains)))));
        page.heading(3, scribe.text("coverage.table"));
        page.table(scribe.header(List.of("table", "row", "shown", "notShown")), cells);
    }

    private String row(String table, String id) {
        String kind = KINDS.getOrDefault(table, "");
        return kind.isEmpty() ? id : scribe.label(kind, id);
    }

    private String named(Stream<TableState> states) {
        return scribe.list(states.map(each -> scribe.text("coverage.state." + each.state()))
                .toList());
    }

    private Block.Fact fact(String key, long some, long all) {
        return new Block.Fact(scribe.text(key), scribe.text("coverage.of", String.valueOf(some), String.valueOf(all)));
    }

    private void missed(Page.Builder page, String key, List<String> missed) {
        if (!missed.isEmpty()) {
            page.heading(3, scribe.text(key)).points(missed);
        }
    }

    private void vocabulary(Page.Builder page) {
        Vocabulary vocabulary = scribe.policy().vocabulary();
        List<List<String>> rows = new ArrayList<>();
        scribe.sentences()
                .labels()
                .named()
                .forEach((kind, codes) -> codes.forEach(code -> {
                    Vocabulary.Word word = vocabulary.kind(kind).get(code);
                    List<String> row = new ArrayList<>(List.of(code, kind));
                    Vocabulary.LANGUAGES.forEach(
                            language -> row.add(word.labels().getOrDefault(language, "")));
                    rows.add(row);
                }));
        page.heading(2, scribe.text("vocabulary"), "vocabulary").paragraph(scribe.text("vocabulary.intro"));
        List<String> header = new ArrayList<>(scribe.header(List.of("id", "kind")));
        header.addAll(Vocabulary.LANGUAGES);
        page.table(header, rows);
    }
}
