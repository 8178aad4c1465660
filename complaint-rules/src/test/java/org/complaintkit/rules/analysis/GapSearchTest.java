package org.complaintkit.rules.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintkit.rules.analysis.HonestPack.findings;
import static org.complaintkit.rules.analysis.HonestPack.pack;
import static org.complaintkit.rules.analysis.HonestPack.rule;

import java.util.List;
import java.util.Locale;
import org.complaintkit.rules.CheckedPack;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.cases.PackCase;
import org.complaintkit.rules.pack.FaultKind;
import org.junit.jupiter.api.Test;

/** Which complaints need an answer and are left without one, question by question. */
class GapSearchTest {
    private static final String RANKS = "answer,code,rank,clause,basis\n";
    private static final String OTHER =
            "TST-D02,TST-01,READING,ASSIGNED_EVENT else RECOGNISED,CONTACTED[by!=PARTY],,IMMEDIATE,target,,no,no,\n";
    private static final String SECOND = "TST-D02,TST-01,TEXT,COMPLAINT_RECEIVED,REPLY,,IMMEDIATE,target,,yes,no,\n";

    /** Grades as a test wants them; nothing else asks for one. */
    private static TestPack graded(String... rules) {
        TestPack pack = pack();
        return pack.with("grading.drl", complexities(pack) + String.join("", rules))
                .edited("escalation.drl", ", grade == \"HIGH\"", "")
                .edited("clauses.csv", "rule:many", "rule:large");
    }

    private static String complexities(TestPack pack) {
        String text = pack.text("grading.drl");
        return text.substring(0, text.indexOf("rule \"many\""));
    }

    private static String high(String condition) {
        return rule("high", "Grading( " + condition + " )", "grade(\"HIGH\")");
    }

    private static String low(String condition) {
        return rule("low", "Grading( " + condition + " )", "grade(\"LOW\")");
    }

    /** Two deadlines that end the handling; the pack has no other. */
    private static TestPack ending(String... rules) {
        String rows = pack().text("deadlines.csv");
        String milestone = rule("end", "Deadlines()", "ends(\"REPLY\", \"REPLIED_TO_CUSTOMER\")");
        return pack().with("deadlines.csv", rows.substring(0, rows.indexOf("TST-D02")) + SECOND)
                .with("deadlines.drl", milestone + String.join("", rules));
    }

    private static String deadline(String id, String condition) {
        return rule(id, "Deadlines( " + condition + " )", "deadline(\"" + id + "\")");
    }

    private static Finding only(TestPack pack, String code) {
        List<Finding> findings = findings(pack);
        assertThat(findings).extracting(Finding::code).containsExactly(code);
        return findings.get(0);
    }

    private static String answer(TestPack pack, Finding finding) {
        CheckedPack read = HonestPack.read(pack);
        return PackCase.read("w.jsonl", finding.witness())
                .get(0)
                .answer(id -> TreeRuleBook.of(read.policy(), read.rules()));
    }

    @Test
    void a_number_above_the_last_bound_is_a_gap_though_no_rule_lies_beyond_it() {
        TestPack pack = graded(low("complainantCount <= 5"), high("complainantCount > 5", "complainantCount <= 100"));
        Finding finding = only(pack, "GAP_IN_ANSWERS");
        assertThat(finding.witness()).contains("\"complainantCount\":101");
        assertThat(answer(pack, finding)).contains("\"grade\":null");
        assertThat(finding.fault().reason(Locale.ENGLISH)).contains("no rule answers grade");
    }

    private static String high(String one, String other) {
        return high(one + ", " + other);
    }

    @Test
    void a_grade_by_channel_flag_or_label_alone_leaves_a_gap() {
        for (String condition :
                List.of("channel == \"MEDIA\"", "channel != \"PHONE\"", "vip == true", "labels contains \"MAJOR\"")) {
            TestPack pack = graded(high(condition));
            Finding finding = only(pack, "GAP_IN_ANSWERS");
            assertThat(answer(pack, finding)).as(condition).contains("\"grade\":null");
        }
    }

    @Test
    void a_complexity_is_needed_like_a_grade() {
        TestPack pack = pack().edited("grading.drl", "claimedLoss < param(\"tst.loss\")", "vip == true")
                .edited("grading.drl", "claimedLoss >= param(\"tst.loss\")", "vip == false, channel != \"MEDIA\"");
        Finding finding = only(pack, "GAP_IN_ANSWERS");
        assertThat(finding.rules()).containsExactly("small");
        assertThat(finding.witness()).contains("MEDIA");
        assertThat(answer(pack, finding)).contains("\"class\":null");
    }

    @Test
    void a_default_answers_whatever_rules_leave() {
        assertThat(findings(graded(high("vip == true"))
                        .edited("precedence.csv", RANKS, RANKS + "grade,LOW,default,TST-02,TEXT\n")))
                .isEmpty();
    }

    @Test
    void a_grade_that_is_the_only_one_is_a_mark_that_most_complaints_do_not_bear() {
        assertThat(findings(graded(high("vip == true")).edited("vocabulary.csv", "GRADE,LOW,Low,低,低\n", "")))
                .isEmpty();
    }

    @Test
    void no_answer_is_an_honest_one_while_a_rule_waits_for_what_happens() {
        assertThat(
                        findings(
                                graded(
                                        high("occurred contains \"CUSTOMER_OBJECTED\""),
                                        low(
                                                "occurred contains \"REPLIED_TO_CUSTOMER\", vip == true, occurred not contains \"CUSTOMER_OBJECTED\""))))
                .isEmpty();
    }

    @Test
    void a_complaint_without_a_category_need_not_be_graded_by_category() {
        TestPack pack = graded(
                        high("category == \"CRIME\""), low("category == \"PRODUCT\" || category == \"ATTITUDE\""))
                .edited("classification.drl", "not contains \"CRIME\"", "not contains \"CRIME\", vip == true")
                .edited("responsibility.drl", "category == \"CRIME\"", "category in (\"CRIME\", \"\")");
        assertThat(findings(pack)).isEmpty();
    }

    @Test
    void a_gap_between_two_deadlines_that_end_the_handling_is_found() {
        TestPack pack = ending(deadline("TST-D01", "claimedLoss <= 1000"), deadline("TST-D02", "claimedLoss > 2000"));
        Finding finding = only(pack, "GAP_IN_NUMBERS");
        assertThat(finding.rules()).containsExactly("TST-D01", "TST-D02");
        assertThat(answer(pack, finding)).doesNotContain("TST-D01").doesNotContain("TST-D02");
    }

    @Test
    void the_same_beside_a_deadline_that_all_have() {
        TestPack pack = ending(
                        deadline("TST-D01", "claimedLoss <= 1000"),
                        deadline("TST-D02", "claimedLoss > 2000"),
                        deadline("TST-D04", ""))
                .edited("deadlines.csv", SECOND, SECOND + OTHER.replace("D02", "D04"))
                .edited("vocabulary.csv", "DEADLINE,TST-D03", "DEADLINE,TST-D04,Look,查看,查看\nDEADLINE,TST-D03");
        only(pack, "GAP_IN_NUMBERS");
    }

    @Test
    void a_complaint_that_no_deadline_ends_is_found() {
        TestPack pack = ending(
                deadline("TST-D01", "channel == \"MEDIA\""), deadline("TST-D02", "channel in (\"PHONE\", \"EMAIL\")"));
        List<Finding> gaps = findings(pack).stream()
                .filter(each -> each.code().equals("GAP_IN_ANSWERS"))
                .toList();
        assertThat(gaps).hasSize(1);
        assertThat(gaps.get(0).fault().reason(Locale.ENGLISH)).contains("a deadline that ends the handling");
        assertThat(answer(pack, gaps.get(0))).doesNotContain("TST-D01").doesNotContain("TST-D02");
    }

    @Test
    void a_deadline_that_is_the_only_one_to_end_the_handling_may_be_meant_for_some_complaints() {
        String some = deadline("TST-D01", "channel != \"LETTER\"");
        assertThat(findings(ending(some).edited("deadlines.csv", SECOND, OTHER)))
                .isEmpty();
        assertThat(findings(ending(some, deadline("TST-D02", "vip == true")).edited("deadlines.csv", SECOND, OTHER)))
                .isEmpty();
    }

    @Test
    void who_cannot_be_reached_need_not_be_answered() {
        assertThat(findings(ending(
                        deadline("TST-D01", "reachable == true, vip == true"),
                        deadline("TST-D02", "reachable == true, vip == false"))))
                .isEmpty();
        only(
                ending(
                        deadline("TST-D01", "reachable == true, vip == true"),
                        deadline("TST-D02", "reachable == true, vip == false, channel != \"MEDIA\"")),
                "GAP_IN_ANSWERS");
    }

    @Test
    void a_category_that_intake_names_needs_an_answer_though_no_other_one_always_gets_it() {
        TestPack pack = pack();
        String classification = pack.text("classification.drl");
        for (String code : List.of("ATTITUDE", "PRODUCT", "CRIME")) {
            classification = classification.replace(
                    "Classification( intakeCategories contains \"" + code,
                    "Classification( channel != \"LETTER\", intakeCategories contains \"" + code);
        }
        TestPack partly = pack.with("classification.drl", classification)
                .edited("responsibility.drl", "category == \"CRIME\"", "category in (\"CRIME\", \"\")");
        Finding finding = only(partly, "GAP_IN_ANSWERS");
        assertThat(finding.witness()).contains("LETTER").contains("intakeCategories");
        assertThat(answer(partly, finding)).contains("\"category\":null");
    }

    @Test
    void an_owner_is_told_once_by_the_number_that_is_left_out() {
        TestPack pack = pack().edited("responsibility.drl", "category == \"PRODUCT\"", "claimedLoss < 5")
                .edited("responsibility.drl", "category == \"CRIME\"", "claimedLoss > 5")
                .edited("responsibility.drl", "category == \"ATTITUDE\"", "claimedLoss < 0");
        assertThat(findings(pack))
                .extracting(Finding::code)
                .contains("GAP_IN_NUMBERS")
                .doesNotContain("GAP_IN_ANSWERS");
    }

    @Test
    void a_pack_that_asks_nobody_to_handle_anything_is_told_with_a_complaint() {
        TestPack nobody = pack().edited("clauses.csv", "rule:product; ", "").without("responsibility.drl");
        assertThat(findings(nobody)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GAP_IN_ANSWERS");
            assertThat(finding.fault().told().kind()).isEqualTo(FaultKind.NO_OWNER);
            assertThat(finding.witness()).isNotEmpty();
        });
        TestPack named =
                nobody.with("precedence.csv", nobody.text("precedence.csv") + "owner,LEGAL,default,,DEFAULT\n");
        assertThat(findings(named)).isEmpty();
    }
}
