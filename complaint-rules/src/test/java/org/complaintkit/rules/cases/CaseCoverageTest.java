package org.complaintkit.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.model.Complaint;
import org.complaintkit.policy.ExtensionRule;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.ShippedPacks;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.drools.GeneratedRules;
import org.complaintkit.rules.syntax.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule is reached when it fires, a clause when one of the things that carry it out shows in an answer. */
class CaseCoverageTest {
    private static final Packs PACKS = ShippedPacks.PACKS;

    /** An answer that shows one thing. */
    private static String answer(DroolsRuleBook book, String kind, String name) {
        String deadline = "[{\"id\":\"" + name + "\"}]";
        return switch (kind) {
            case "deadline" -> "{\"deadlines\":" + deadline + "}";
            case "report" -> "{\"reports\":[{\"period\":\"2025\",\"deadlines\":" + deadline + "}]}";
            case "extension" -> {
                String into = book.policy().extensions().stream()
                        .filter(row -> row.extended().equals(name))
                        .map(ExtensionRule::into)
                        .findFirst()
                        .orElseThrow();
                yield "{\"previousDeadlines\":[{\"id\":\"" + into + "\"}]}";
            }
            case "escalation" -> "{\"escalations\":[\"" + name + "\"]}";
            case "duty" -> "{\"duties\":[\"" + name + "\"]}";
            case "prohibition" -> "{\"prohibitions\":[\"" + name + "\"]}";
            case "finding" -> "{\"findings\":[\"" + name + "\"]}";
            case "amount" -> "{\"amounts\":{\"" + name + "\":5}}";
            default -> "";
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"CBR", "FUR", "PSD2"})
    void each_thing_that_shows_in_an_answer_reaches_the_clauses_that_it_carries_out(String pack) {
        DroolsRuleBook book = PACKS.get(pack);
        Set<String> all = Set.copyOf(CaseCoverage.of(book).clausesMissed());
        Set<String> kinds = new TreeSet<>();
        book.policy()
                .clauses()
                .values()
                .forEach(clause -> clause.executedBy().forEach(artefact -> {
                    String[] parts = artefact.split(":", 2);
                    String shown = answer(book, parts[0], parts.length < 2 ? "" : parts[1].strip());
                    if (!shown.isEmpty()) {
                        CaseCoverage coverage = CaseCoverage.of(book);
                        coverage.answered(shown);
                        assertThat(all).contains(clause.id());
                        assertThat(coverage.clausesMissed())
                                .as(clause.id() + " by " + artefact)
                                .doesNotContain(clause.id())
                                .isSubsetOf(all);
                        kinds.add(parts[0]);
                    }
                }));
        assertThat(kinds).hasSizeGreaterThan(3);
        assertThat(all).hasSize((int) CaseCoverage.of(book).clauses());
        assertThat(all.size()).isLessThan(book.policy().clauses().size());
    }

    @Test
    void a_rule_is_reached_when_it_fires_and_so_are_its_clauses() {
        DroolsRuleBook book = PACKS.get("CBR");
        CaseCoverage coverage = CaseCoverage.of(book);
        RuleBook watched = coverage.watched();
        assertThat(coverage.rules()).isEqualTo(book.rules().size());
        assertThat(coverage.rulesMissed()).hasSize(coverage.rules());
        int clauses = coverage.clausesMissed().size();
        Situation situation =
                Situation.of(Complaint.received("C-1", Instant.EPOCH, "PHONE").build(), ZoneOffset.UTC);
        List<String> fired = watched.with(Map.of()).ask(Stage.DEADLINES, situation).stream()
                .map(each -> each.rule())
                .distinct()
                .toList();
        assertThat(fired).isNotEmpty();
        assertThat(coverage.rulesMissed())
                .containsExactlyElementsOf(book.rules().stream()
                        .filter(rule -> !fired.contains(rule.name()))
                        .map(CaseCoverageTest::told)
                        .toList());
        assertThat(coverage.clausesMissed()).hasSizeLessThan(clauses);
    }

    private static String told(Rule rule) {
        return rule.name() + "  (" + rule.file() + ":" + rule.at() + ")";
    }

    @Test
    void an_extension_shows_by_the_deadline_into_which_it_leads() {
        TestPack pack = TestPack.good()
                .with("extensions.csv", """
                        extends,into,clause,basis,granted_by,notice,cap,grounds,contents,in_writing,approved_by,moves
                        TST-D01,TST-D02,TST-04,TEXT,CONTACTED,CONTACTED,{tst.days} working days,,,,,
                        """)
                .edited("clauses.csv", "scope,metadata", "scope,extension:TST-D01");
        DroolsRuleBook book = DroolsRuleBook.load(pack.policy(), List.of(), GeneratedRules.NONE);
        CaseCoverage coverage = CaseCoverage.of(book);
        coverage.answered("{\"deadlines\":[{\"id\":\"TST-D01\"}]}");
        assertThat(coverage.clausesMissed()).contains("TST-04");
        coverage.answered("{\"deadlines\":[{\"id\":\"TST-D02\"}]}");
        assertThat(coverage.clausesMissed()).doesNotContain("TST-04");
    }

    @Test
    void whoever_watches_changes_nothing() {
        DroolsRuleBook book = PACKS.get("PSD2");
        RuleBook watched = CaseCoverage.of(book).watched();
        assertThat(watched.policy()).isSameAs(book.policy());
        for (Answer answer : Answer.values()) {
            assertThat(watched.answers(answer)).isEqualTo(book.answers(answer));
        }
    }

    @Test
    void what_is_no_answer_is_refused() {
        assertThatThrownBy(() -> CaseCoverage.of(PACKS.get("PSD2")).answered("{"))
                .isInstanceOf(InvalidInputException.class);
    }
}
