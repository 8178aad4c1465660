package org.complaintkit.rules.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Collectors;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.PackCheck;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.PackFault;
import org.complaintkit.rules.pack.RuleForm;
import org.complaintkit.rules.syntax.Rule;
import org.complaintkit.rules.syntax.RulePrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceReaderTest {
    private static final Policy POLICY = TestPack.good().policy();

    private static RuleForm form(String language) {
        return switch (language) {
            case "en" -> RuleForm.ENGLISH;
            case "CN" -> RuleForm.SIMPLIFIED;
            default -> RuleForm.TRADITIONAL;
        };
    }

    private static String body(Rule rule) {
        String when = rule.conditions().stream().map(RulePrinter::print).collect(Collectors.joining(", "));
        String then = rule.actions().stream()
                .map(action -> action.verb() + " " + action.arguments().get(0).text())
                .collect(Collectors.joining(", "));
        return when + " -> " + then;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '\0',
            value = {
                "en § If the channel is “telephone” and the loss claimed is at least 50000, then the grade is “High” (clause TST-01, basis text). § channel == \"PHONE\" && claimedLoss >= 50000 -> grade \"HIGH\"",
                "en § If the channel is PHONE, and the claimed loss is 50,000 yuan or more, grade it high (clause TST-01, text). § channel == \"PHONE\", claimedLoss >= 50000 -> grade \"HIGH\"",
                "en § When the channel is telephone or letter, grade it high (clause TST-01, basis TEXT). § channel in (\"PHONE\", \"LETTER\") -> grade \"HIGH\"",
                "en § if the complaint is anonymous or the round is over 1, label it \"major\"; grade it low (clause TST-01, basis text). § anonymous == true || round > 1 -> label \"MAJOR\", grade \"LOW\"",
                "en § If (the complaint is anonymous or the round is over 1) and the customer is important, grade it low (clause TST-01, basis text). § ( anonymous == true || round > 1 ) && vip == true -> grade \"LOW\"",
                "en § If it is not the case that (the channel is not known), grade it low (clause TST-01, basis text). § !( channel == \"\" ) -> grade \"LOW\"",
                "en § If the loss claimed is at least Loss (parameter tst.loss), grade it low (clause TST-01, basis text). § claimedLoss >= param(\"tst.loss\") -> grade \"LOW\"",
                "en § If the loss claimed is at least parameter tst.loss, grade it low (clause TST-01, basis text). § claimedLoss >= param(\"tst.loss\") -> grade \"LOW\"",
                "en § If the round is none of 3, 9 or the loss claimed is less than 100, grade it low (clause TST-01, basis text). § round not in (3, 9) || claimedLoss < 100 -> grade \"LOW\"",
                "en § If the round is one of 3, 9 or Loss (parameter tst.loss), grade it low (clause TST-01, basis text). § round in (3, 9, param(\"tst.loss\")) -> grade \"LOW\"",
                "en § If the day is on or after 2025-11-15, grade it low (clause TST-01, basis text). § today >= 20251115 -> grade \"LOW\"",
                "en § If the loss claimed is not known, grade it low (clause TST-01, basis text). § -",
                "en § Always grade it low (clause TST-01, basis text). §  -> grade \"LOW\"",
                "CN § 投诉渠道为电话投诉且索赔金额不低于 50000 元的，定级为高（依据 TST-01，默认）。 § channel == \"PHONE\" && claimedLoss >= 50000 -> grade \"HIGH\"",
                "CN § 如果渠道为“电话投诉”、“信件投诉”之一，且索赔金额超过5万元，则等级为高（依据 TST-01，原文）。 § channel in (\"PHONE\", \"LETTER\"), claimedLoss > 50000 -> grade \"HIGH\"",
                "CN § 渠道为电话投诉或信件投诉的，定级为高(依据 TST-01,原文). § channel in (\"PHONE\", \"LETTER\") -> grade \"HIGH\"",
                "CN § 如果匿名投诉，或者轮次大于1，那么等级为低（依据 TST-01，解读）。 § anonymous == true || round > 1 -> grade \"LOW\"",
                "CN § 当日不早于2025年11月5日的，等级为低（依据 TST-01，原文）。 § today >= 20251105 -> grade \"LOW\"",
                "TW § 管道為「電話投訴」且主張的損失不少於 5 萬元的，等級為「高」（依據 TST-01，預設）。 § channel == \"PHONE\" && claimedLoss >= 50000 -> grade \"HIGH\""
            })
    void a_sentence_is_a_rule(String language, String sentence, String wanted) {
        Faults faults = new Faults();

        ReadRules read = RuleForms.read(form(language), Stage.GRADING, sentence + "\n", POLICY, faults);

        if (wanted.equals("-")) {
            assertThat(read.rules()).isEmpty();
            assertThat(faults.list()).hasSize(1);
        } else {
            assertThat(faults.list()).isEmpty();
            assertThat(read.rules().stream().map(rule -> body(rule).strip())).containsExactly(wanted.strip());
            assertThat(read.rules().get(0).name()).isEqualTo("TST-01");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '\0',
            value = {
                "en § If the chanel is PHONE, grade it high (clause TST-01, basis text). § 1:4 SENTENCE_WORDS § did you mean the channel?",
                "en § If the channel is PHNE, grade it high (clause TST-01, basis text). § 1:19 SENTENCE_WORDS § did you mean PHONE?",
                "en § If the channel is “PHNE”, grade it high (clause TST-01, basis text). § 1:19 UNKNOWN_CODE § did you mean PHONE?",
                "en § If the channel is PHONE, graed it high (clause TST-01, basis text). § 1:26 SENTENCE_WORDS § did you mean grade it?",
                "en § If the channel is PHONE, grade it high. § 1:39 CLAUSE_MISSING § add (clause ..., basis default) before the full stop",
                "en § If the channel is PHONE, grade it high (clause TST-01, basis txt). § 1:62 SENTENCE_WORDS § did you mean text?",
                "en § If the channel is PHONE, grade it high (clause TST-01, basis text) § 1:66 SENTENCE_WORDS § add it;",
                "en § Grade it high if the channel is PHONE (clause TST-01, basis text). § 1:1 SENTENCE_ORDER § write the condition first",
                "en § If the channel is PHONE and it is anonymous or the round is over 1, grade it high (clause TST-01, basis text). § 1:45 SENTENCE_MIXED § put brackets",
                "en § If it is anonymous, or the round is over 1, and the channel is PHONE, grade it high (clause TST-01, basis text). § 1:19 SENTENCE_MIXED § put brackets",
                "en § If the loss claimed is at least Loss (parameter tst.loss: 7), grade it high (clause TST-01, basis text). § 1:59 PARAMETER_SAID § correct what",
                "en § If the loss claimed is over 99999999999, grade it high (clause TST-01, basis text). § 1:29 NUMBER_RANGE § make it a parameter",
                "en § If the grade is HIGH, grade it high (clause TST-01, basis text). § 1:4 FIELD_TOO_EARLY § move the rule",
                "en § If the channel is PHONE, LEGAL handles it (clause TST-01, basis text). § 1:26 UNKNOWN_VERB § move the rule to responsibility",
                "en § If the channel is PHONE, grade it high (clause TST-99, basis text). § 1:48 UNKNOWN_CLAUSE § correct it",
                "CN § 渠到为电话投诉的，等级为高（依据 TST-01，原文）。 § 1:1 SENTENCE_WORDS § 是不是想写 渠道？",
                "CN § 渠道为服务监督的，等级为高（依据 TST-01，原文）。 § 1:4 SENTENCE_WORDS § 是不是想写 服务监督电话？",
                "CN § 渠道为电话投诉的，等极为高（依据 TST-01，原文）。 § 1:10 SENTENCE_WORDS § 是不是想写 等级为？",
                "CN § 渠道为电话投诉的，定为一般（依据 TST-01，原文）。 § - § -"
            })
    void a_slip_is_told_in_its_place(String language, String sentence, String where, String wayOut) {
        RuleForm form = form(language);
        TestPack pack = TestPack.good().without("grading.drl").with(form.file(Stage.GRADING), sentence + "\n");
        Locale locale = Locale.forLanguageTag(form.language());

        if (where.equals("-")) {
            assertThat(pack.faults().stream().map(PackFault::file)).doesNotContain(form.file(Stage.GRADING));
        } else {
            assertThat(pack.faults().stream().filter(fault -> fault.file().equals(form.file(Stage.GRADING))))
                    .singleElement()
                    .satisfies(fault -> {
                        assertThat(fault.at() + " " + fault.code()).isEqualTo(where);
                        assertThat(fault.suggestion(locale)).contains(wayOut);
                    });
        }
    }

    @Test
    void what_two_questions_answer_in_the_same_words_is_told() {
        String vocabulary = TestPack.good().text("vocabulary.csv") + "LABEL,GRAVE,High,高,高\n";
        TestPack pack = TestPack.good()
                .without("grading.drl")
                .with("vocabulary.csv", vocabulary)
                .with("grading.zh-CN.txt", "渠道为电话投诉的，定为高（依据 TST-01，默认）。\n");

        assertThat(pack.faults().stream().filter(fault -> fault.file().startsWith("grading")))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.place()).isEqualTo("grading.zh-CN.txt:1:10");
                    assertThat(fault.code()).isEqualTo("LABEL_AMBIGUOUS");
                    assertThat(fault.reason(Locale.CHINA)).isEqualTo("这里可以理解为 标签, 等级");
                });
    }

    @Test
    void a_label_of_two_codes_is_told_with_both() {
        String vocabulary = TestPack.good().text("vocabulary.csv") + "GRADE,PEAK,High,高,高\n";
        TestPack pack = TestPack.good()
                .without("grading.drl")
                .with("vocabulary.csv", vocabulary)
                .with("grading.en.txt", "Always the grade is “High” (clause TST-01, basis text).\n");

        assertThat(pack.faults().stream().filter(fault -> fault.file().startsWith("grading")))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.place()).isEqualTo("grading.en.txt:1:21");
                    assertThat(fault.reason()).isEqualTo("High can mean HIGH, PEAK");
                });
    }

    @Test
    void a_fault_is_told_with_the_name_of_its_rule_and_the_line_in_which_it_stands() {
        String text = """
                # Grades

                If the channel is PHONE,
                   then the grade is “Hihg”
                   (clause TST-01, basis text, rule “TST-01 by “phone””).
                """;
        TestPack pack = TestPack.good().without("grading.drl").with("grading.en.txt", text);
        PackCheck check = PackCheck.of(pack.files(), java.util.List.of());

        assertThat(check.faults().stream().filter(fault -> fault.file().equals("grading.en.txt")))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.at()).hasToString("4:22");
                    assertThat(check.within(fault)).isEqualTo("TST-01 by “phone”");
                    assertThat(fault.suggestion()).startsWith("did you mean High?");
                });
    }
}
