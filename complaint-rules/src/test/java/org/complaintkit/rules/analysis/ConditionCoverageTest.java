package org.complaintkit.rules.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.rules.CheckedPack;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.cases.PackCase;
import org.junit.jupiter.api.Test;

class ConditionCoverageTest {
    private static final String TOLD = "crime told: grade == \"HIGH\"  (escalation.drl:";

    private static ConditionCoverage coverage(TestPack pack, List<String> lines) {
        CheckedPack read = HonestPack.read(pack);
        ConditionCoverage coverage = ConditionCoverage.of(read.policy(), read.rules());
        RuleBook watched = coverage.watched(TreeRuleBook.of(read.policy(), read.rules()));
        PackCase.read("c.jsonl", String.join("\n", lines)).forEach(each -> each.answer(id -> watched));
        return coverage;
    }

    private static String line(String category, int complainants) {
        return "{\"id\":\"1\",\"packs\":[\"TST\"],\"complaint\":{\"receivedAt\":\"2025-03-03T10:00:00+08:00\",\"channel\":"
                + "\"PHONE\",\"intakeCategories\":[\"" + category + "\"],\"complainantCount\":" + complainants + "}}";
    }

    @Test
    void a_condition_counts_once_it_alone_keeps_its_rule_from_applying() {
        TestPack pack = HonestPack.pack();
        ConditionCoverage none = coverage(pack, List.of());
        assertThat(none.conditionsMissed()).hasSize(none.conditions()).anyMatch(each -> each.startsWith(TOLD));
        assertThat(coverage(pack, List.of(line("PRODUCT", 1), line("CRIME", 6))).conditionsMissed())
                .as("neither a case in which the other condition fails too, nor one in which the rule applies")
                .anyMatch(each -> each.startsWith(TOLD));
        assertThat(coverage(pack, List.of(line("CRIME", 1))).conditionsMissed())
                .noneMatch(each -> each.startsWith(TOLD));
    }

    @Test
    void the_cases_that_are_missing_leave_nothing_missed() {
        TestPack pack = HonestPack.pack();
        CheckedPack read = HonestPack.read(pack);
        List<String> lines = MissingCases.of(
                        read.policy(), read.rules(), List.of(), id -> TreeRuleBook.of(read.policy(), read.rules()))
                .lines();
        ConditionCoverage coverage = coverage(pack, lines);
        assertThat(coverage.conditions()).isPositive();
        assertThat(coverage.conditionsMissed()).isEmpty();
    }

    @Test
    void what_the_rest_of_a_rule_implies_is_not_counted() {
        TestPack pack = HonestPack.pack();
        int before = coverage(pack, List.of()).conditions();
        String implied = HonestPack.rule(
                "implied", "Escalation( claimedLoss > 5, claimedLoss > 3, vip == true )", "escalate(\"TST-E02\")");
        TestPack more = pack.with("escalation.drl", pack.text("escalation.drl") + implied);
        assertThat(coverage(more, List.of()).conditions()).isEqualTo(before + 2);
    }
}
