package org.complaintkit.rules.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.PackCheck;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.RuleForm;
import org.complaintkit.rules.syntax.RulePrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableReaderTest {
    private static final TestPack PACK = TestPack.good();
    private static final Policy POLICY = PACK.policy();

    /** The conditions of a table of one row. */
    private static String conditions(String heading, String cell) {
        Faults faults = new Faults();
        String text = "name,clause,basis," + heading + ",then grade\na,TST-01,TEXT,\"" + cell + "\",HIGH\n";
        ReadRules read = RuleForms.read(RuleForm.TABLE, Stage.GRADING, text, POLICY, faults);
        assertThat(faults.list()).isEmpty();
        return read.rules().get(0).conditions().stream().map(RulePrinter::print).collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '\0',
            value = {
                "channel                § PHONE               § channel == \"PHONE\"",
                "channel                § !PHONE              § channel != \"PHONE\"",
                "channel                § PHONE; LETTER       § channel in (\"PHONE\", \"LETTER\")",
                "channel                § !(PHONE; LETTER)    § channel not in (\"PHONE\", \"LETTER\")",
                "channel                § telephone; 信件投诉     § channel in (\"PHONE\", \"LETTER\")",
                "channel                § unknown             § channel == \"\"",
                "the channel            § 電話投訴                § channel == \"PHONE\"",
                "渠道                     § PHONE               § channel == \"PHONE\"",
                "channel !=             § PHONE               § channel != \"PHONE\"",
                "channel not in         § PHONE; LETTER       § channel not in (\"PHONE\", \"LETTER\")",
                "claimedLoss            § 5                   § claimedLoss == 5",
                "claimedLoss            § >= 5                § claimedLoss >= 5",
                "claimedLoss            § ≥ 5                 § claimedLoss >= 5",
                "claimedLoss >=         § 5                   § claimedLoss >= 5",
                "claimedLoss            § 5..10               § claimedLoss >= 5, claimedLoss <= 10",
                "claimedLoss            § >= 5 & < 10         § claimedLoss >= 5, claimedLoss < 10",
                "claimedLoss            § >= {tst.loss}       § claimedLoss >= param(\"tst.loss\")",
                "complainantCount       § 1; 2                § complainantCount in (1, 2)",
                "receivedDay            § >= 2025-11-15       § receivedDay >= 20251115",
                "anonymous              § yes                 § anonymous == true",
                "匿名                     § 否                   § anonymous == false",
                "labels                 § MAJOR               § labels contains \"MAJOR\"",
                "labels                 § !MAJOR              § labels not contains \"MAJOR\"",
                "intakeCategories       § PRODUCT; CRIME      § intakeCategories contains \"PRODUCT\" ||"
                        + " intakeCategories contains \"CRIME\"",
                "intakeCategories       § PRODUCT & CRIME     § intakeCategories contains \"PRODUCT\","
                        + " intakeCategories contains \"CRIME\"",
                "occurred               § CONTACTED[by!=PARTY] § occurred contains \"CONTACTED[by!=PARTY]\"",
                "when                   § vip == true || round > 1 § vip == true || round > 1"
            })
    void a_cell_is_a_condition(String heading, String cell, String wanted) {
        assertThat(conditions(heading, cell)).isEqualTo(wanted);
    }

    @Test
    void an_empty_cell_asks_nothing() {
        assertThat(conditions("channel", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '\0',
            value = {
                "channel     § PHNE          § UNKNOWN_CODE    § 2:15 § did you mean PHONE?",
                "channel     § !PHONE; LETTER § VALUE          § 2:15 § write !(PHONE; LETTER)",
                "chanel      § PHONE         § UNKNOWN_COLUMN  § 1:19 § did you mean channel?",
                "claimedLoss § many          § VALUE           § 2:15 § write a value",
                "claimedLoss § 5,5           § ROW_LENGTH      § 2:19 § put a cell that contains a comma",
                "claimedLoss § 99999999999   § NUMBER_RANGE    § 2:15 § make it a parameter",
                "claimedLoss § > {tst.los}   § UNKNOWN_PARAMETER § 2:17 § did you mean tst.loss?",
                "round       § 1.5           § TYPE            § 2:15 § write a number without a fraction",
                "grade       § HIGH          § FIELD_TOO_EARLY § 2:15 § move the rule to a later file",
                "vip         § maybe         § VALUE           § 2:15 § write a value",
                "channel     § PHONE；LETTER  § FULL_WIDTH      § 2:15 § switch the keyboard",
                "when        § vip = true    § SINGLE_EQUALS   § 2:19 § write =="
            })
    void a_slip_is_told_in_its_cell(String heading, String cell, String code, String at, String wayOut) {
        String text = "name,clause,basis," + heading + ",then grade\na,TST-01,TEXT," + cell + ",HIGH\n";

        assertThat(PACK.without("grading.drl").with("grading.table.csv", text).faults().stream()
                        .filter(fault -> fault.file().equals("grading.table.csv")))
                .anySatisfy(fault -> {
                    assertThat(fault.code()).isEqualTo(code);
                    assertThat(fault.at()).hasToString(at);
                    assertThat(fault.suggestion()).contains(wayOut);
                });
    }

    @Test
    void what_a_row_lacks_is_told_and_the_row_is_named() {
        PackCheck check = PackCheck.of(
                PACK.without("grading.drl").with("grading.table.csv", """
                                name,clause,basis,channel,then grade,then complexity
                                by phone,,TEXT,PHONE,HIGH,
                                by letter,TST-01,SURE,LETTER,,COMPLEX
                                nothing,TST-01,TEXT,EMAIL,,
                                ,TST-01,TEXT,EMAIL,LOW,
                                """).files(), List.of());

        assertThat(check.faults().stream().filter(fault -> fault.file().equals("grading.table.csv")))
                .extracting(fault -> fault.at() + " " + fault.code() + " in " + check.within(fault))
                .containsExactly(
                        "2:10 CELL_EMPTY in by phone",
                        "3:18 UNKNOWN_WORD in by letter",
                        "4:1 COLUMN_MISSING in nothing",
                        "5:1 RULE_NAME in ");
        assertThat(check.text(Locale.CHINA)).contains("这里没有给出任何结论");
    }

    @Test
    void a_table_without_an_answer_has_none_of_its_rows_read() {
        Faults faults = new Faults();
        ReadRules read = RuleForms.read(
                RuleForm.TABLE, Stage.GRADING, "name,clause,basis,vip\na,TST-01,TEXT,yes\n", POLICY, faults);

        assertThat(read.rules()).isEmpty();
        assertThat(faults.list())
                .singleElement()
                .satisfies(fault -> assertThat(fault.suggestion()).isEqualTo("fill a column then label"));
    }

    @Test
    void several_answers_stand_in_one_cell_or_in_several_columns() {
        Faults faults = new Faults();
        String text = "name,clause,basis,then label,then grade,then label\na,TST-01,TEXT,MAJOR; REPEAT,高,MAJOR\n";

        ReadRules read = RuleForms.read(RuleForm.TABLE, Stage.GRADING, text, POLICY, faults);

        assertThat(faults.list()).isEmpty();
        assertThat(read.rules().get(0).actions())
                .extracting(action ->
                        action.verb() + " " + action.arguments().get(0).text())
                .containsExactly("label \"MAJOR\"", "label \"REPEAT\"", "grade \"HIGH\"", "label \"MAJOR\"");
    }
}
