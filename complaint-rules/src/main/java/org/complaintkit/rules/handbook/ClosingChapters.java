package org.complaintkit.rules.handbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.complaintkit.policy.Vocabulary;
import org.complaintkit.rules.page.Block;
import org.complaintkit.rules.page.Page;

/** What worked cases cover, and the words that the handbook used. */
final class ClosingChapters {
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
                fact("coverage.clauses", cases.clauses() - cases.clausesMissed().size(), cases.clauses())));
        missed(page, "coverage.notRules", cases.rulesMissed());
        missed(page, "coverage.notClauses", cases.clausesMissed());
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
