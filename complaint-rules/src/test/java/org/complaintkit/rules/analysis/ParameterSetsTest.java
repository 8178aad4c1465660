package org.complaintkit.rules.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.complaintkit.rules.analysis.HonestPack.findings;
import static org.complaintkit.rules.analysis.HonestPack.pack;
import static org.complaintkit.rules.analysis.HonestPack.rule;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.complaintkit.rules.CheckedPack;
import org.complaintkit.rules.PackCheck;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.cases.PackCase;
import org.junit.jupiter.api.Test;

/** What appears only once a parameter is set to another value that the pack allows. */
class ParameterSetsTest {
    private static final String RANGE = "\"default\": 50000, \"min\": 0, \"max\": 1000000";

    /** One rule compares with the number in force, written out, the other with the parameter. */
    private static TestPack writtenOut() {
        return pack().edited("grading.drl", "claimedLoss < param(\"tst.loss\")", "claimedLoss < 50000");
    }

    private static List<Map<String, String>> sets(TestPack pack) {
        CheckedPack read = HonestPack.read(pack);
        return ParameterSets.of(read.policy(), read.rules()).sets();
    }

    @Test
    void a_gap_and_a_conflict_that_open_at_the_ends_of_a_range_are_found_with_the_value() {
        List<Finding> findings = findings(writtenOut());
        assertThat(findings)
                .extracting(Finding::code, Finding::once)
                .containsExactlyInAnyOrder(
                        tuple("GAP_IN_NUMBERS", Map.of("tst.loss", "1000000")),
                        tuple("RULES_CONFLICT", Map.of("tst.loss", "0")));
        CheckedPack read = HonestPack.read(writtenOut());
        for (Finding finding : findings) {
            String answer = PackCase.read("w.jsonl", finding.witness())
                    .get(0)
                    .answer(id -> TreeRuleBook.of(read.policy(), read.rules()));
            assertThat(answer).as(finding.witness()).contains("\"class\":null");
        }
    }

    @Test
    void what_holds_as_things_are_is_told_once_and_without_another_value() {
        TestPack pack = pack().edited("grading.drl", "claimedLoss >= param", "claimedLoss > param");
        assertThat(findings(pack))
                .extracting(Finding::code, Finding::once)
                .containsExactly(tuple("GAP_IN_NUMBERS", Map.of()));
    }

    @Test
    void a_range_or_a_rule_of_consistency_that_forbids_the_value_is_believed() {
        assertThat(findings(
                        writtenOut().edited("pack.json", RANGE, "\"default\": 50000, \"min\": 50000, \"max\": 50000")))
                .isEmpty();
        assertThat(findings(writtenOut()
                        .edited(
                                "pack.json",
                                "\"consistency\": [",
                                "\"consistency\": [{\"rule\": \"tst.loss = 50000\", \"clause\": \"TST-02\"},")))
                .isEmpty();
    }

    @Test
    void sets_that_put_no_bound_before_another_are_left_out() {
        assertThat(sets(writtenOut())).containsExactly(Map.of("tst.loss", "0"), Map.of("tst.loss", "1000000"));
        assertThat(sets(pack())).containsExactly(Map.of("tst.loss", "0"));
    }

    @Test
    void two_parameters_that_pass_each_other_only_together_are_set_together() {
        TestPack pack = pack().edited("pack.json", RANGE, "\"default\": 50000, \"min\": 4, \"max\": 1000000")
                .edited("pack.json", "\"default\": 3, \"min\": 2", "\"default\": 3, \"min\": 2, \"max\": 4")
                .edited(
                        "grading.drl",
                        "claimedLoss >= param(\"tst.loss\")",
                        "claimedLoss >= param(\"tst.loss\"), claimedLoss > param(\"tst.people\")");
        assertThat(findings(pack))
                .extracting(Finding::code, Finding::once)
                .containsExactly(tuple("GAP_IN_NUMBERS", Map.of("tst.loss", "4", "tst.people", "4")));
    }

    @Test
    void what_is_left_out_of_too_many_sets_is_said() {
        StringBuilder parameters = new StringBuilder();
        StringBuilder words = new StringBuilder();
        StringBuilder rules = new StringBuilder();
        for (int i = 1; i < 9; i++) {
            String id = "tst.p" + i;
            parameters.append("{\"id\": \"" + id + "\", \"kind\": \"NUMBER\", \"unit\": \"yuan\", \"default\": "
                    + i * 100 + ", \"min\": 50, \"max\": 5000, \"clause\": \"TST-02\", \"basis\": \"TEXT\"},\n");
            words.append("PARAMETER," + id + ",Bound,界限,界限\n");
            rules.append(
                    rule("over " + i, "Escalation( claimedLoss > param(\"" + id + "\") )", "escalate(\"TST-E02\")"));
        }
        TestPack pack = pack().edited("pack.json", "\"parameters\": [", "\"parameters\": [" + parameters)
                .with("vocabulary.csv", pack().text("vocabulary.csv") + words)
                .with("escalation.drl", pack().text("escalation.drl") + rules);
        CheckedPack read = HonestPack.read(pack);
        ParameterSets all = ParameterSets.of(read.policy(), read.rules());
        assertThat(all.sets()).hasSize(ParameterSets.MOST);
        assertThat(all.left()).isPositive();
        assertThat(PackAnalysis.of(read.policy(), read.rules()).findings())
                .filteredOn(each -> each.code().equals("VALUES_UNANALYSED"))
                .extracting(each -> each.fault().file(), each -> each.fault().reason(Locale.ENGLISH))
                .containsExactly(tuple(
                        "pack.json",
                        "its parameters can be set in more ways than are looked at; nothing is said of " + all.left()
                                + " of them"));
    }

    @Test
    void of_thousands_of_bounds_not_every_set_is_put_in_order() {
        StringBuilder parameters = new StringBuilder();
        StringBuilder rules = new StringBuilder();
        StringBuilder words = new StringBuilder();
        for (int i = 1; i <= 300; i++) {
            String id = "tst.p" + i;
            parameters.append("{\"id\": \"" + id + "\", \"kind\": \"NUMBER\", \"unit\": \"yuan\", \"default\": "
                    + i * 100 + ", \"clause\": \"TST-02\", \"basis\": \"TEXT\"},\n");
            words.append("PARAMETER," + id + ",Bound,界限,界限\n");
            String bounds = IntStream.range(i * 20, i * 20 + 20)
                    .mapToObj(number -> "claimedLoss > " + number + ".5")
                    .collect(Collectors.joining(" || "));
            rules.append(rule(
                    "over " + i,
                    "Escalation( claimedLoss > param(\"" + id + "\") || " + bounds + " )",
                    "escalate(\"TST-E02\")"));
        }
        TestPack pack = pack().edited("pack.json", "\"parameters\": [", "\"parameters\": [" + parameters)
                .with("vocabulary.csv", pack().text("vocabulary.csv") + words)
                .with("escalation.drl", pack().text("escalation.drl") + rules);
        CheckedPack read = HonestPack.read(pack);
        ParameterSets sets =
                assertTimeoutPreemptively(Duration.ofSeconds(10), () -> ParameterSets.of(read.policy(), read.rules()));
        assertThat(sets.sets()).hasSize(ParameterSets.MOST);
        assertThat(sets.left()).isBetween(150_000, 185_000);
    }

    @Test
    void people_programs_and_editors_are_told_the_value() {
        PackCheck check = PackCheck.of(writtenOut().files(), List.of()).analysed();
        assertThat(check.text(Locale.ENGLISH))
                .contains("\n    once the institution sets tst.loss = 1000000\n    such as {")
                .doesNotContain("as long as tst.loss");
        assertThat(check.text(Locale.CHINA)).contains("\n    一旦机构设定 tst.loss = 0\n");
        assertThat(check.text(Locale.TAIWAN)).contains("\n    一旦機構設定 tst.loss = 0\n");
        assertThat(check.json(Locale.ENGLISH)).contains("\"once\":{\"tst.loss\":\"1000000\"}");
        assertThat(check.sarif(Locale.ENGLISH).replaceAll("\\s", "")).contains("\"once\":{\"tst.loss\":\"1000000\"}");
    }

    @Test
    void days_of_receipt_and_days_of_looking_are_cut_alike() {
        String late = rule("late receipt", "Escalation( receivedDay > 20270531 )", "escalate(\"TST-E02\")")
                + rule("looked at", "Escalation( today >= 20200101, vip == true )", "escalate(\"TST-E02\")");
        String first = rule("old", "Escalation( receivedDay > 20200101, today < 20240101 )", "escalate(\"TST-E02\")");
        String never = rule("never", "Escalation( receivedDay > 20250601, today < 20250601 )", "escalate(\"TST-E02\")");
        TestPack pack = pack();
        assertThat(findings(pack.with("escalation.drl", pack.text("escalation.drl") + late)))
                .isEmpty();
        assertThat(findings(pack.with("escalation.drl", pack.text("escalation.drl") + first)))
                .isEmpty();
        assertThat(findings(pack.with("escalation.drl", pack.text("escalation.drl") + never)))
                .extracting(Finding::code)
                .contains("CONDITION_CONTRADICTS");
    }
}
