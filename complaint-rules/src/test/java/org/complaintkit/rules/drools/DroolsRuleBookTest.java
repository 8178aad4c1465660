package org.complaintkit.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Decision;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.model.Complaint;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.rules.CheckedPack;
import org.complaintkit.rules.PackReader;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.syntax.Action;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DroolsRuleBookTest {
    private static final CheckedPack PACK = PackReader.read(TestPack.good().files());
    private static final GeneratedRules GENERATED =
            RuleCompiler.compile(PACK.policy().pack(), PACK.rules());
    private static final DroolsRuleBook BOOK = DroolsRuleBook.load(PACK.policy(), PACK.rules(), GENERATED);

    private static Complaint.Builder complaint(String category) {
        return Complaint.received("C-1", Instant.EPOCH, "LETTER").category(category);
    }

    private static Situation graded(String loss) {
        return Situation.of(
                complaint("PRODUCT").claimedLoss(new BigDecimal(loss)).build(), ZoneOffset.UTC);
    }

    @Test
    void a_proposal_carries_rule_clauses_and_basis() {
        assertThat(BOOK.ask(
                        Stage.CLASSIFICATION, Situation.of(complaint("CRIME").build(), ZoneOffset.UTC)))
                .containsExactly(
                        new Proposal(Answer.CATEGORY, "CRIME", "", "TST-02 crime", "TST-02; TST-03", Basis.READING),
                        new Proposal(Answer.LABEL, "MAJOR", "", "TST-02 crime", "TST-02; TST-03", Basis.READING));
    }

    @Test
    void a_whole_decision_comes_with_its_reasons() {
        Decision decision = Decision.of(BOOK, Situation.of(complaint("CRIME").build(), ZoneOffset.UTC));
        assertThat(decision.category()).isEqualTo("CRIME");
        assertThat(decision.complexity()).isEqualTo("COMPLEX");
        assertThat(decision.grade()).isEqualTo("HIGH");
        assertThat(decision.owner()).isEqualTo("LEGAL");
        assertThat(decision.reasons())
                .allSatisfy(reason -> assertThat(reason.clause()).startsWith("TST-0"));
    }

    @Test
    void a_stage_without_rules_proposes_nothing() {
        assertThat(BOOK.ask(Stage.DUTIES, graded("0"))).isEmpty();
    }

    @Test
    void a_rule_that_a_set_parameter_decided_has_the_basis_parameter() {
        DroolsRuleBook set = BOOK.with(Map.of("tst.loss", 100));
        assertThat(BOOK.ask(Stage.GRADING, graded("100"))).isEmpty();
        assertThat(set.ask(Stage.GRADING, graded("100")))
                .singleElement()
                .satisfies(proposal -> assertThat(proposal.basis()).isEqualTo(Basis.PARAMETER));
        assertThat(BOOK.ask(Stage.GRADING, graded("50000")))
                .singleElement()
                .satisfies(proposal -> assertThat(proposal.basis()).isEqualTo(Basis.TEXT));
        assertThat(set.with(Map.of("tst.people", 2)).ask(Stage.GRADING, graded("100")))
                .hasSize(1);
    }

    @Test
    void a_parameter_that_a_rule_does_not_read_does_not_decide_it() {
        assertThat(BOOK.with(Map.of("tst.people", 2)).ask(Stage.GRADING, graded("50000")))
                .singleElement()
                .satisfies(proposal -> assertThat(proposal.basis()).isEqualTo(Basis.TEXT));
    }

    @Test
    void a_question_is_answered_by_a_rule_or_by_a_default() {
        assertThat(BOOK.answers(Answer.CATEGORY)).as("by rules").isTrue();
        assertThat(BOOK.answers(Answer.FINDING)).as("by nothing").isFalse();
        DroolsRuleBook none = DroolsRuleBook.load(PACK.policy(), List.of(), GeneratedRules.NONE);
        assertThat(none.answers(Answer.COMPLEXITY)).as("by a default").isTrue();
        assertThat(none.answers(Answer.CATEGORY)).isFalse();
    }

    @Test
    void the_boundary_of_an_amount_is_exact() {
        assertThat(BOOK.ask(Stage.GRADING, graded("49999.999999"))).isEmpty();
        assertThat(BOOK.ask(Stage.GRADING, graded("50000.000000"))).hasSize(1);
    }

    @Test
    void a_question_that_breaks_down_costs_its_session_and_no_other() {
        Situation situation = Situation.of(complaint("CRIME").build(), ZoneOffset.UTC);
        Set<String> broken = new java.util.AbstractSet<>() {
            @Override
            public java.util.Iterator<String> iterator() {
                throw new IllegalStateException("store gone");
            }

            @Override
            public int size() {
                return 1;
            }
        };
        Situation unlucky = new Situation(
                situation.complaint(), Situation.Answers.none(broken), situation.standing(), situation.happening());
        long disposed = BOOK.sessionsDisposed();
        assertThatThrownBy(() -> BOOK.ask(Stage.GRADING, unlucky)).hasStackTraceContaining("store gone");
        assertThat(BOOK.sessionsDisposed()).isEqualTo(disposed + 1);
        assertThat(BOOK.ask(Stage.CLASSIFICATION, situation)).hasSize(2);
        assertThat(BOOK.ask(Stage.GRADING, graded("0"))).isEmpty();
    }

    @Test
    void a_closed_book_refuses_and_leaves_no_session() {
        DroolsRuleBook book = DroolsRuleBook.load(PACK.policy(), PACK.rules(), GENERATED);
        book.ask(Stage.GRADING, graded("0"));
        book.close();
        assertThat(book.sessionsOpened()).isEqualTo(1);
        assertThat(book.sessionsDisposed()).isEqualTo(1);
        assertThatThrownBy(() -> book.ask(Stage.GRADING, graded("0"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void equal_rules_give_equal_bytes() {
        byte[] again = RuleCompiler.compile(PACK.policy().pack(), PACK.rules()).archive();
        assertThat(again).isEqualTo(GENERATED.archive());
        assertThat(GeneratedRules.read(again).archive()).isEqualTo(again);
    }

    @Test
    void generated_classes_lie_in_a_package_of_the_pack() {
        assertThat(GENERATED.classes().keySet()).allMatch(path -> path.startsWith("complaintpack/tst/v1_0_0/"));
    }

    @Test
    void many_sessions_at_once_are_all_given_back() throws Exception {
        DroolsRuleBook book = DroolsRuleBook.load(PACK.policy(), PACK.rules(), GENERATED);
        var threads = java.util.concurrent.Executors.newFixedThreadPool(32);
        for (int i = 0; i < 2_000; i++) {
            threads.execute(() -> book.ask(Stage.GRADING, graded("50000")));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES))
                .isTrue();
        book.close();
        assertThat(book.sessionsDisposed()).isEqualTo(book.sessionsOpened()).isBetween(1L, 2_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\" + System.exit(1) + \"", "a\\u0022", "*/ evil /*", "中文"})
    void a_tree_with_texts_of_another_kind_never_reaches_the_compiler(String text) {
        Position at = new Position(1, 1);
        Condition test = new Condition.Contains("given", false, new Operand.Text(text), at);
        Action action = new Action("label", List.of(new Operand.Text("MAJOR")), at);
        Rule rule =
                new Rule("x", "TST-01", Basis.TEXT, Stage.GRADING, List.of(test), List.of(action), "grading.drl", at);
        assertThatThrownBy(() -> RuleCompiler.compile(new PackVersion("TST", "1", ""), List.of(rule)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo("RULES_REFUSED"));
    }

    /** A verb without what it is to propose: no check of ours lets such a tree pass, a tree made by a program may be one. */
    @Test
    void what_the_compiler_cannot_make_anything_of_is_refused_with_what_it_says() {
        Position at = new Position(1, 1);
        Action action = new Action("label", List.of(), at);
        Rule rule = new Rule("x", "TST-01", Basis.TEXT, Stage.GRADING, List.of(), List.of(action), "grading.drl", at);
        assertThatThrownBy(() -> RuleCompiler.compile(new PackVersion("TST", "e", ""), List.of(rule)))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                    assertThat(e.code()).isEqualTo("RULES_REFUSED");
                    assertThat(e.rule()).contains("label");
                });
    }

    @Test
    void a_rules_name_may_say_anything_and_stays_out_of_the_classes() {
        Position at = new Position(1, 1);
        Action action = new Action("label", List.of(new Operand.Text("MAJOR")), at);
        String name = "*/ \" + System.exit(1) + \" 重大";
        Rule rule = new Rule(name, "TST-01", Basis.TEXT, Stage.GRADING, List.of(), List.of(action), "grading.drl", at);
        GeneratedRules generated = RuleCompiler.compile(new PackVersion("TST", "n", ""), List.of(rule));
        try (DroolsRuleBook book = DroolsRuleBook.load(PACK.policy(), List.of(rule), generated)) {
            assertThat(book.ask(Stage.GRADING, graded("0")))
                    .extracting(Proposal::rule)
                    .containsExactly(name);
        }
    }
}
