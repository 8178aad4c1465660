package org.complaintkit.rules.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintkit.rules.analysis.HonestPack.findings;
import static org.complaintkit.rules.analysis.HonestPack.pack;
import static org.complaintkit.rules.analysis.HonestPack.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.complaintkit.decision.ObservedRuleBook;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.rules.CheckedPack;
import org.complaintkit.rules.PackCheck;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.cases.PackCase;
import org.junit.jupiter.api.Test;

/** One fault of each kind planted in a pack that has none: found, named, and shown by a complaint that a desk decides. */
class PackAnalysisTest {
    private static final String SMALL = "claimedLoss < param(\"tst.loss\")";
    private static final String RANKS = "answer,code,rank,clause,basis\n";

    private static String rows(String... rows) {
        return String.join("\n", rows) + "\n";
    }

    private static TestPack with(String file, String rule) {
        return pack().with(file, pack().text(file) + rule);
    }

    private static Finding only(TestPack pack, String code) {
        List<Finding> findings = findings(pack);
        assertThat(findings).extracting(Finding::code).containsExactly(code);
        return findings.get(0);
    }

    /** The rules that fired when the witness was decided, and the answer. */
    private record Replay(List<String> fired, String answer) {
        static Replay of(TestPack pack, Finding finding) {
            CheckedPack read = HonestPack.read(pack);
            List<String> fired = new ArrayList<>();
            RuleBook book = new ObservedRuleBook(
                    TreeRuleBook.of(read.policy(), read.rules()),
                    (answering, stage, situation, proposals) -> proposals.forEach(each -> fired.add(each.rule())));
            assertThat(finding.witness()).as("witness of %s", finding).isNotEmpty();
            String answer = PackCase.read("w.jsonl", finding.witness()).get(0).answer(id -> book);
            return new Replay(fired, answer);
        }
    }

    @Test
    void an_honest_pack_has_no_finding() {
        assertThat(findings(pack())).isEmpty();
    }

    @Test
    void a_condition_that_contradicts_itself_is_found() {
        TestPack pack = with(
                "escalation.drl",
                rule("never", "Escalation( vip == true, claimedLoss > 9, claimedLoss < 5 )", "escalate(\"TST-E02\")"));
        Finding finding = only(pack, "CONDITION_CONTRADICTS");
        assertThat(finding.rules()).containsExactly("never");
        assertThat(finding.fault().text()).isEqualTo("claimedLoss < 5");
        Replay replay = Replay.of(pack, finding);
        assertThat(finding.witness()).contains("\"vip\":true").contains("claimedLoss");
        assertThat(replay.fired()).doesNotContain("never");
    }

    @Test
    void an_alternative_that_contradicts_the_rest_is_found() {
        TestPack pack = with(
                "escalation.drl",
                rule(
                        "half",
                        "Escalation( channel == \"MEDIA\", vip == true || channel == \"PHONE\" )",
                        "escalate(\"TST-E02\")"));
        Finding finding = only(pack, "CONDITION_CONTRADICTS");
        assertThat(finding.fault().text()).isEqualTo("channel == \"PHONE\"");
        assertThat(Replay.of(pack, finding).fired()).doesNotContain("half");
    }

    @Test
    void the_same_condition_with_another_effect_is_found() {
        TestPack pack = with(
                "responsibility.drl",
                rule("product again", "Responsibility( category in (\"PRODUCT\") )", "owner(\"LEGAL\")"));
        Finding finding = only(pack, "SAME_CONDITION");
        assertThat(finding.rules()).containsExactly("product again", "product");
        assertThat(Replay.of(pack, finding).fired()).contains("product again", "product");
    }

    @Test
    void a_redundant_rule_is_found() {
        TestPack pack = with(
                "escalation.drl",
                rule(
                        "crime told twice",
                        "Escalation( grade == \"HIGH\" && category == \"CRIME\" )",
                        "escalate(\"TST-E02\")"));
        Finding finding = only(pack, "RULE_REDUNDANT");
        assertThat(finding.rules()).containsExactly("crime told twice", "crime told");
        assertThat(Replay.of(pack, finding).fired()).contains("crime told twice", "crime told");
    }

    @Test
    void a_rule_of_a_clause_of_its_own_is_no_repetition() {
        String again = rule(
                "crime told twice", "Escalation( grade == \"HIGH\", category == \"CRIME\" )", "escalate(\"TST-E02\")");
        assertThat(findings(with("escalation.drl", again.replace("TST-02", "TST-03"))))
                .isEmpty();
    }

    @Test
    void a_subsumed_rule_is_found() {
        TestPack pack = with(
                "escalation.drl",
                rule(
                        "crime by phone told",
                        "Escalation( category == \"CRIME\", complainantCount >= 6, channel == \"PHONE\" )",
                        "escalate(\"TST-E02\")"));
        Finding finding = only(pack, "RULE_SUBSUMED");
        assertThat(finding.rules()).containsExactly("crime by phone told", "crime told");
        assertThat(Replay.of(pack, finding).fired()).contains("crime by phone told", "crime told");
    }

    @Test
    void a_gap_in_codes_is_found() {
        TestPack pack =
                pack().edited("responsibility.drl", "category == \"PRODUCT\"", "category == \"PRODUCT\", vip == true");
        Finding finding = only(pack, "GAP_IN_CODES");
        assertThat(finding.fault().text()).isEqualTo("PRODUCT");
        assertThat(Replay.of(pack, finding).answer())
                .contains("\"category\":\"PRODUCT\"")
                .contains("\"owner\":null");
    }

    @Test
    void a_category_for_which_no_rule_speaks_is_a_gap() {
        TestPack pack = pack().edited("vocabulary.csv", "CATEGORY,CRIME", "CATEGORY,NOISE,Noise,噪声,噪聲\nCATEGORY,CRIME")
                .edited("classification.drl", "intakeCategories not contains \"ATTITUDE\", ", "vip == true, ");
        assertThat(findings(pack)).extracting(Finding::code).contains("GAP_IN_CODES");
        Finding finding = findings(pack).stream()
                .filter(each -> each.fault().text().equals("NOISE"))
                .findFirst()
                .orElseThrow();
        assertThat(Replay.of(pack, finding).answer()).contains("\"category\":null");
        assertThat(finding.witness()).contains("\"intakeCategories\":[\"NOISE\"]");
    }

    @Test
    void a_default_fills_a_gap() {
        TestPack pack = pack().edited(
                        "responsibility.drl", "category == \"PRODUCT\"", "category == \"PRODUCT\", vip == true")
                .edited("precedence.csv", RANKS, RANKS + rows("owner,LEGAL,default,TST-02,TEXT"));
        assertThat(findings(pack)).isEmpty();
    }

    @Test
    void a_gap_of_one_between_two_numbers_is_found() {
        TestPack pack = pack().edited("grading.drl", "complainantCount <= 5", "complainantCount < 5");
        Finding finding = only(pack, "GAP_IN_NUMBERS");
        assertThat(finding.rules()).containsExactly("few", "many");
        assertThat(finding.witness()).contains("\"complainantCount\":5");
        assertThat(Replay.of(pack, finding).answer()).contains("\"grade\":null");
    }

    @Test
    void a_bound_left_out_is_found_though_there_is_a_default_and_names_its_parameter() {
        TestPack pack = pack().edited("grading.drl", "claimedLoss >= param", "claimedLoss > param")
                .edited("precedence.csv", RANKS, RANKS + rows("complexity,GENERAL,default,TST-02,TEXT"));
        Finding finding = only(pack, "GAP_IN_NUMBERS");
        assertThat(finding.assumes()).containsExactly(Map.entry("tst.loss", "50000"));
        assertThat(finding.witness()).contains("50000");
        assertThat(Replay.of(pack, finding).fired()).doesNotContain("small", "large");
    }

    @Test
    void a_wide_gap_is_found_unless_a_default_covers_it() {
        TestPack pack = pack().edited("grading.drl", SMALL, "claimedLoss < 20000")
                .edited("pack.json", "\"min\": 0, \"max\": 1000000", "\"min\": 50000, \"max\": 1000000");
        only(pack, "GAP_IN_NUMBERS");
        assertThat(findings(
                        pack.edited("precedence.csv", RANKS, RANKS + rows("complexity,GENERAL,default,TST-02,TEXT"))))
                .isEmpty();
    }

    @Test
    void an_overlap_that_no_row_orders_is_found() {
        TestPack pack = pack().edited("grading.drl", "complainantCount > 5", "complainantCount >= 5");
        Finding finding = only(pack, "RULES_CONFLICT");
        assertThat(finding.rules()).containsExactly("few", "many");
        Replay replay = Replay.of(pack, finding);
        assertThat(replay.fired()).contains("few", "many");
        assertThat(replay.answer()).contains("\"grade\":null");
    }

    @Test
    void what_no_complaint_was_found_for_is_told_all_the_same_and_said_to_be_unshown() {
        TestPack pack =
                with("grading.drl", rule("again", "Grading( complainantCount > 5, round == 7 )", "grade(\"LOW\")"));
        Finding finding = only(pack, "RULES_CONFLICT");
        assertThat(finding.rules()).containsExactly("again", "many");
        assertThat(finding.witness()).isEmpty();
        assertThat(finding.unshown()).isTrue();
        PackCheck check = PackCheck.of(pack.files(), List.of()).analysed();
        assertThat(check.text(Locale.ENGLISH)).contains("\n    no complaint was found that shows it");
        assertThat(check.text(Locale.CHINA)).contains("\n    没有找到能显示它的投诉");
        assertThat(check.text(Locale.TAIWAN)).contains("\n    沒有找到能顯示它的投訴");
        assertThat(check.json(Locale.ENGLISH)).contains("\"witness\":null");
    }

    @Test
    void an_overlap_that_rows_order_is_meant() {
        TestPack pack = pack().edited("grading.drl", "complainantCount > 5", "complainantCount >= 5")
                .edited("precedence.csv", RANKS, RANKS + rows("grade,HIGH,1,TST-02,TEXT", "grade,LOW,2,TST-02,TEXT"));
        assertThat(findings(pack)).isEmpty();
    }

    @Test
    void an_answer_that_no_stage_gives_is_found_where_it_is_asked_for() {
        TestPack pack = pack().edited("grading.drl", "grade(\"HIGH\")", "grade(\"LOW\")")
                .edited(
                        "escalation.drl",
                        "category == \"CRIME\", grade == \"HIGH\"",
                        "category == \"CRIME\", grade in (\"HIGH\", \"LOW\")");
        Finding finding = only(pack, "ANSWER_UNREACHABLE");
        assertThat(finding.fault().text()).isEqualTo("HIGH");
        Replay.of(pack, finding);
    }

    @Test
    void a_rule_that_no_answers_together_allow_is_found() {
        TestPack pack = with(
                "escalation.drl",
                rule(
                        "never together",
                        "Escalation( complexity == \"GENERAL\", claimedLoss > 70000 )",
                        "escalate(\"TST-E02\")"));
        Finding finding = only(pack, "RULE_UNREACHABLE");
        assertThat(finding.rules()).containsExactly("never together");
        assertThat(Replay.of(pack, finding).fired()).doesNotContain("never together");
    }

    @Test
    void a_rule_whose_answer_never_stands_is_found() {
        TestPack pack = with(
                        "responsibility.drl",
                        rule(
                                "product by phone",
                                "Responsibility( category == \"PRODUCT\", channel == \"PHONE\" )",
                                "owner(\"LEGAL\")"))
                .edited(
                        "precedence.csv",
                        RANKS,
                        RANKS + rows("owner,PRODUCT_MANAGEMENT,1,TST-02,TEXT", "owner,LEGAL,2,TST-02,TEXT"));
        Finding finding = only(pack, "RULE_SHADOWED");
        assertThat(finding.rules()).containsExactly("product by phone", "product");
        Replay replay = Replay.of(pack, finding);
        assertThat(replay.fired()).contains("product by phone");
        assertThat(replay.answer()).contains("\"owner\":\"PRODUCT_MANAGEMENT\"");
    }

    @Test
    void an_escalation_that_can_never_fire_is_found() {
        TestPack pack = pack().edited("escalation.drl", "grade == \"HIGH\"", "category != \"CRIME\"");
        List<Finding> findings = findings(pack);
        assertThat(findings)
                .extracting(Finding::code)
                .containsExactlyInAnyOrder("CONDITION_CONTRADICTS", "ESCALATION_NEVER");
        Finding never = findings.stream()
                .filter(each -> each.code().equals("ESCALATION_NEVER"))
                .findFirst()
                .orElseThrow();
        assertThat(never.fault().text()).isEqualTo("TST-E02");
        assertThat(Replay.of(pack, never).answer()).doesNotContain("TST-E02");
    }

    @Test
    void a_clock_that_no_rule_starts_never_makes_anybody_late() {
        TestPack pack =
                pack().edited("escalation.drl", "breached contains \"TST-D01\"", "breached contains \"TST-D02\"");
        Finding finding = only(pack, "RULE_UNREACHABLE");
        assertThat(Replay.of(pack, finding).fired()).doesNotContain("late");
    }

    @Test
    void what_events_say_is_told_apart() {
        String said = "Escalation( occurred contains \"ESCALATION_REPORTED[escalation=TST-E01]\", occurred not contains"
                + " \"ESCALATION_REPORTED\" )";
        only(with("escalation.drl", rule("never", said, "escalate(\"TST-E02\")")), "CONDITION_CONTRADICTS");
        String other = "Escalation( occurred contains \"ESCALATION_REPORTED[to=LEGAL]\", occurred not contains"
                + " \"ESCALATION_REPORTED[escalation=TST-E01,to=LEGAL]\" )";
        assertThat(findings(with("escalation.drl", rule("may be", other, "escalate(\"TST-E02\")"))))
                .isEmpty();
    }

    @Test
    void a_fault_behind_events_is_shown_by_events() {
        TestPack pack = with(
                "responsibility.drl",
                rule(
                        "objected",
                        "Responsibility( occurred contains \"CUSTOMER_OBJECTED\", outcome == \"OURS\" )",
                        "owner(\"LEGAL\")"));
        Finding finding = findings(pack).stream()
                .filter(each -> each.rules().contains("product"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.code()).isEqualTo("RULES_CONFLICT");
        assertThat(finding.witness()).contains("CUSTOMER_OBJECTED");
        assertThat(Replay.of(pack, finding).fired()).contains("objected", "product");
    }

    @Test
    void sixty_rules_cost_few_nodes_though_their_facts_are_many() {
        StringBuilder rules = new StringBuilder(pack().text("escalation.drl"));
        List<String> channels = List.of("PHONE", "LETTER", "MEDIA", "EMAIL", "WECHAT");
        for (int i = 0; i < 60; i++) {
            String condition = "Escalation( channel == \"" + channels.get(i % 5) + "\", claimedLoss > " + (100 + i)
                    + ", complainantCount == " + (7 + i) + ", vip == " + (i % 2 == 0) + " )";
            rules.append(rule("rule " + i, condition, "escalate(\"TST-E0" + (1 + i % 2) + "\")"));
        }
        CheckedPack read = HonestPack.read(pack().with("escalation.drl", rules.toString()));
        PackAnalysis analysis = PackAnalysis.of(read.policy(), read.rules());
        assertThat(analysis.bits()).isGreaterThan(20);
        assertThat(analysis.nodes()).isLessThan(20_000);
        assertThat(analysis.findings()).isEmpty();
    }

    /** Each way in which the parameters can be set is another run; all of them count. */
    @Test
    void sixty_rules_that_compare_with_parameters_cost_few_nodes_in_all_ways_to_set_them() {
        StringBuilder parameters = new StringBuilder();
        StringBuilder words = new StringBuilder();
        StringBuilder rules = new StringBuilder(pack().text("escalation.drl"));
        for (int i = 0; i < 60; i++) {
            if (i < 2) {
                parameters.append("{\"id\": \"tst.p" + i + "\", \"kind\": \"NUMBER\", \"unit\": \"yuan\", \"default\": "
                        + (i + 1) * 100
                        + ", \"min\": 50, \"max\": 5000, \"clause\": \"TST-02\", \"basis\": \"TEXT\"},\n");
                words.append("PARAMETER,tst.p" + i + ",Bound,界限,界限\n");
            }
            String condition = "Escalation( channel == \""
                    + List.of("PHONE", "LETTER", "MEDIA", "EMAIL").get(i % 4)
                    + "\", claimedLoss > param(\"tst.p" + i % 2 + "\"), complainantCount == " + (7 + i)
                    + ", vip == " + (i % 2 == 0) + " )";
            rules.append(rule("rule " + i, condition, "escalate(\"TST-E0" + (1 + i % 2) + "\")"));
        }
        CheckedPack read = HonestPack.read(pack().with("escalation.drl", rules.toString())
                .edited("pack.json", "\"parameters\": [", "\"parameters\": [" + parameters)
                .with("vocabulary.csv", pack().text("vocabulary.csv") + words));
        int sets = ParameterSets.of(read.policy(), read.rules()).sets().size();
        PackAnalysis analysis = PackAnalysis.of(read.policy(), read.rules());
        assertThat(sets).isPositive();
        assertThat(analysis.nodes()).isBetween(1_000 * (1 + sets), 20_000 * (1 + sets));
        assertThat(analysis.findings()).isEmpty();
    }
}
