package org.complaintkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.drools.RuleCompiler;
import org.complaintkit.rules.forms.RuleForms;
import org.complaintkit.rules.pack.RuleForm;
import org.complaintkit.rules.syntax.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pack of the tests, written in each form. */
class ThreeFormsTest {
    private static final TestPack DRL = TestPack.good();
    private static final CheckedPack READ = PackReader.read(DRL.files());

    private static final DroolsRuleBook BOOK = book(DRL);

    private static TestPack written(TestPack pack, RuleForm form) {
        CheckedPack read = PackReader.read(pack.files());
        TestPack other = pack;
        for (Stage stage : Stage.values()) {
            List<Rule> rules =
                    read.rules().stream().filter(rule -> rule.stage() == stage).toList();
            if (!rules.isEmpty()) {
                RuleForms.Written file = RuleForms.write(form, stage, rules, read.policy());
                assertThat(file.unsaid()).isEmpty();
                other = other.without(stage.file()).with(form.file(stage), file.text());
            }
        }
        return other;
    }

    private static DroolsRuleBook book(TestPack pack) {
        CheckedPack read = PackReader.read(pack.files());
        return DroolsRuleBook.load(
                read.policy(), read.rules(), RuleCompiler.compile(read.policy().pack(), read.rules()));
    }

    @ParameterizedTest
    @EnumSource(names = {"TABLE", "ENGLISH", "SIMPLIFIED"})
    void its_answers_are_the_same(RuleForm form) {
        Policy policy = READ.policy();
        try (DroolsRuleBook other = book(written(DRL, form))) {
            RandomSituations situations = new RandomSituations(11, policy);
            for (int i = 0; i < 100; i++) {
                Situation situation = situations.next();
                for (Stage stage : Stage.values()) {
                    assertThat(other.ask(stage, situation)).isEqualTo(BOOK.ask(stage, situation));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void its_findings_are_the_same(RuleForm form) {
        TestPack planted = DRL.edited(
                "responsibility.drl",
                "category == \"CRIME\"",
                "category == \"CRIME\", claimedLoss > 5, claimedLoss <= 2 || category == \"PRODUCT\"");

        List<Tuple> findings = findings(planted);

        assertThat(findings).isNotEmpty();
        assertThat(findings(written(planted, form))).containsExactlyInAnyOrderElementsOf(findings);
    }

    private static List<Tuple> findings(TestPack pack) {
        PackCheck check = PackCheck.of(pack.files(), List.of()).analysed();
        assertThat(check.errors()).isZero();
        return check.findings().stream()
                .map(finding -> tuple(finding.code(), finding.rules(), finding.witness()))
                .toList();
    }

    @Test
    void files_of_several_forms_are_one_pack_that_is_compiled_and_told_apart_by_its_digest(@TempDir Path folder)
            throws Exception {
        TestPack table = written(DRL, RuleForm.TABLE);
        TestPack sentences = written(DRL, RuleForm.SIMPLIFIED);
        TestPack mixed = DRL.without("grading.drl")
                .with("grading.table.csv", table.text("grading.table.csv"))
                .without("accounting.drl")
                .with("accounting.zh-CN.txt", sentences.text("accounting.zh-CN.txt"));
        mixed.writeTo(folder);

        assertThat(PackCompiler.compile(folder)).isTrue();
        assertThat(PackCompiler.compile(folder)).isFalse();
        try (Packs packs = Packs.folder(folder)) {
            assertThat(packs.get("TST").rules())
                    .extracting(Rule::name)
                    .containsExactlyElementsOf(
                            READ.rules().stream().map(Rule::name).toList());
            assertThat(packs.get("TST").rules())
                    .extracting(Rule::file)
                    .contains("grading.table.csv", "accounting.zh-CN.txt", "deadlines.drl");
        }
        String accounting = mixed.text("accounting.zh-CN.txt");
        Files.writeString(folder.resolve("accounting.zh-CN.txt"), accounting.replace("重要", "很重要"));
        assertThat(PackReader.check(folder))
                .isNotEmpty()
                .allMatch(fault -> fault.file().equals("accounting.zh-CN.txt"));
    }

    @Test
    void a_name_that_stands_in_two_forms_is_told_with_both_places() {
        TestPack twice =
                DRL.with("grading.table.csv", written(DRL, RuleForm.TABLE).text("grading.table.csv"));

        assertThat(twice.faults())
                .extracting(fault -> fault.place(), fault -> fault.code())
                .containsExactly(
                        tuple("grading.table.csv:2:1", "DUPLICATE_RULE"),
                        tuple("grading.table.csv:3:1", "DUPLICATE_RULE"));
        assertThat(twice.faults().get(0).reason()).contains("grading.drl:2:1");
    }
}
