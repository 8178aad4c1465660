package org.complaintkit.rules.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.pack.PackFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The faults that people make, each at its place: 19 that were measured on Drools, and more. */
class RuleFaultsTest {
    private static final String RULE = """
            rule "one"
                @clause("TST-01")
                @basis("TEXT")
            when
                decide : Grading( claimedLoss >= 5, category == "PRODUCT" )
            then
                decide.label("MAJOR");
            end
            """;

    private static List<PackFault> faults(String drl) {
        return TestPack.good().with("grading.drl", drl).without("clauses.csv").faults().stream()
                .filter(fault ->
                        fault.file().equals("grading.drl") && !fault.code().equals("UNKNOWN_CLAUSE"))
                .toList();
    }

    @Test
    void the_rule_that_is_broken_below_has_no_fault() {
        assertThat(faults(RULE)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "missing end                    | end                    |                            | END_MISSING      | 1:1",
                "missing parenthesis            | PRODUCT\" )            | PRODUCT\"                  | EXPECTED         | 6:1",
                "= for ==                       | category ==            | category =                 | SINGLE_EQUALS    | 5:50",
                "unknown field                  | category ==            | categoy ==                 | UNKNOWN_FIELD    | 5:41",
                "unknown fact                   | Grading(               | Gradng(                    | UNKNOWN_FACT     | 5:14",
                "unknown code                   | \"PRODUCT\"            | \"PRODUKT\"                | UNKNOWN_CODE     | 5:53",
                "number where a code belongs    | \"PRODUCT\"            | 7                          | TYPE             | 5:53",
                "code where a number belongs    | >= 5                   | >= \"5\"                   | TYPE             | 5:38",
                "order of codes                 | ==                     | >                          | OPERATOR         | 5:50",
                "unknown verb                   | decide.label           | decide.lable               | UNKNOWN_VERB     | 7:12",
                "verb of another stage          | decide.label           | decide.owner               | UNKNOWN_VERB     | 7:12",
                "variable in the consequence    | \"MAJOR\"              | code                       | CODE_UNQUOTED    | 7:18",
                "global in the consequence      | decide.label(\"MAJOR\")| results.add(\"MAJOR\")     | CONSEQUENCE      | 7:5",
                "eval                           | claimedLoss >= 5       | eval( 7 )                  | NOT_ALLOWED      | 5:23",
                "dialect                        | @basis(\"TEXT\")       | dialect \"mvel\"           | NOT_ALLOWED      | 3:5",
                "missing semicolon              | \"MAJOR\");            | \"MAJOR\")                 | EXPECTED         | 7:26",
                "field named like a word of DRL | category ==            | unit ==                    | UNKNOWN_FIELD    | 5:41",
                "field that comes later         | category               | owner                      | FIELD_TOO_EARLY  | 5:41",
                "no clause                      | @clause(\"TST-01\")    |                            | CLAUSE_MISSING   | 1:1",
                "empty clause                   | TST-01                 |                            | CLAUSE_MISSING   | 1:1",
                "no basis                       | @basis(\"TEXT\")       |                            | BASIS_MISSING    | 1:1",
                "basis of another kind          | TEXT                   | CUSTOM                     | UNKNOWN_WORD     | 3:12",
                "clause twice                   | @basis(                | @clause(                   | ANNOTATION_TWICE | 3:6",
                "unquoted code                  | \"PRODUCT\"            | PRODUCT                    | CODE_UNQUOTED    | 5:53",
                "single quotes                  | \"PRODUCT\"            | 'PRODUCT'                  | FULL_WIDTH       | 5:53",
                "text never closed              | \"PRODUCT\"            | \"PRODUCT                  | QUOTE_OPEN       | 5:53",
                "word for sign                  | 5, category            | 5 and category             | WORD_FOR_SIGN    | 5:40",
                "null                           | \"PRODUCT\"            | null                       | VALUE            | 5:53",
                "value first                    | claimedLoss >= 5       | 5 <= claimedLoss           | FIELD_FIRST      | 5:23",
                "bare flag                      | claimedLoss >= 5       | anonymous                  | OPERATOR         | 5:32",
                "arithmetic                     | >= 5                   | >= 5 + 1                   | EXPECTED         | 5:40",
                "number too large               | >= 5                   | >= 2147483648              | NUMBER_RANGE     | 5:38",
                "two points in a number         | >= 5                   | >= 5.0.0                   | NUMBER           | 5:38",
                "fraction of a person           | claimedLoss >= 5       | complainantCount >= 1.5    | TYPE             | 5:43",
                "unknown parameter              | >= 5                   | >= param(\"tst.los\")      | UNKNOWN_PARAMETER| 5:38",
                "parameter of another kind      | >= 5                   | >= param(\"tst.department\")| TYPE            | 5:38",
                "several codes compared         | category == \"PRODUCT\"| labels == \"MAJOR\"        | OPERATOR         | 5:41",
                "one code asked to contain      | category == \"PRODUCT\"| category contains \"CRIME\"| OPERATOR         | 5:41",
                "event pattern malformed        | category == \"PRODUCT\"| occurred contains \"A[\"   | EVENT_PATTERN    | 5:59",
                "event unknown                  | category == \"PRODUCT\"| occurred contains \"X\"    | UNKNOWN_EVENT    | 5:59",
                "role in an event unknown       | category == \"PRODUCT\"| occurred contains \"CONTACTED[by=ME]\" | UNKNOWN_CODE | 5:59",
                "too many arguments             | \"MAJOR\"              | \"MAJOR\", \"VIP\"         | ARGUMENTS        | 7:12",
                "number as argument             | \"MAJOR\"              | 7                          | ARGUMENTS        | 7:18",
                "number parameter as argument   | \"MAJOR\"              | param(\"tst.loss\")        | UNKNOWN_PARAMETER| 7:18",
                "nothing proposed               | decide.label(\"MAJOR\");|                           | NO_ACTION        | 1:1",
                "name of blanks                 | \"one\"                | \" \"                      | RULE_NAME        | 1:6",
                "name without quotes            | \"one\"                | one                        | EXPECTED         | 1:6",
                "escape                         | \"one\"                | \"o\\ne\"                  | ESCAPE           | 1:8",
                "comment never closed           | when                   | /* when                    | COMMENT_OPEN     | 4:1",
            })
    void told_at_its_place(String what, String from, String to, String code, String at) {
        String drl = RULE.replace(from, to == null ? "" : to);
        assertThat(drl).isNotEqualTo(RULE);
        List<PackFault> faults = faults(drl);
        assertThat(faults).as(what).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.at()).hasToString(at);
            assertThat(fault.reason()).isNotBlank();
            assertThat(fault.suggestion()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grading.drl | @clause(\"TST-02\")\\n    @basis(\"TEXT\") | @clause(\"TST-02; TST-02a\")\\n    @basis(\"TEXT\") | 3:22:7",
                "grading.table.csv | a,TST-01                                  | a,\"TST-01, TST-1\"                             | 2:12:5",
            })
    void a_clause_that_is_none_is_told_where_it_is_cited(String file, String from, String to, String at) {
        String table = "name,clause,basis,channel,then grade\na,TST-01,TEXT,PHONE,HIGH\n";
        TestPack good = TestPack.good();
        String text = file.endsWith(".table.csv") ? table : good.text(file);
        String edited = text.replace(from.replace("\\n", "\n"), to.replace("\\n", "\n"));
        assertThat(edited).isNotEqualTo(text);
        assertThat(good.with(file, edited).faults())
                .filteredOn(fault ->
                        fault.code().equals("UNKNOWN_CLAUSE") && fault.file().equals(file))
                .extracting(fault -> fault.at() + ":" + fault.at().length())
                .containsExactly(at);
    }

    @Test
    void a_second_rule_of_the_same_name_is_told_with_the_place_of_the_first() {
        assertThat(faults(RULE + RULE)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("DUPLICATE_RULE");
            assertThat(fault.place()).isEqualTo("grading.drl:9:1");
            assertThat(fault.reason()).contains("grading.drl:1:1");
        });
    }

    @Test
    void a_file_without_rules_is_told() {
        assertThat(faults("Dear colleagues,\nplease find below our rules.\n"))
                .first()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("NO_RULE"));
    }

    @Test
    void all_faults_are_told_and_not_the_first_alone() {
        String two = RULE.replace(">= 5,", ">= 5,,")
                + RULE.replace("\"one\"", "\"two\"").replace("MAJOR", "MAJR");
        assertThat(faults(two)).extracting(PackFault::code).containsExactly("FIELD_FIRST", "UNKNOWN_CODE");
    }

    @Test
    void a_rule_without_end_does_not_swallow_the_next() {
        String drl =
                RULE.replace("end\n", "") + RULE.replace("\"one\"", "\"two\"").replace("MAJOR", "MAJR");
        assertThat(faults(drl)).extracting(PackFault::code).containsExactly("END_MISSING", "UNKNOWN_CODE");
    }

    @Test
    void the_nearest_known_word_is_suggested() {
        assertThat(faults(RULE.replace("category", "categry")).get(0).suggestion())
                .contains("did you mean category?");
        assertThat(faults(RULE.replace("PRODUCT", "PRODUCTS")).get(0).suggestion())
                .contains("PRODUCT?");
    }

    @Test
    void depth_and_number_of_conditions_are_bounded() {
        String deep = "(".repeat(21) + "claimedLoss >= 5" + ")".repeat(21);
        assertThat(faults(RULE.replace("claimedLoss >= 5", deep)))
                .extracting(PackFault::code)
                .containsExactly("NESTING");
        String many = "claimedLoss >= 5" + " || claimedLoss >= 5".repeat(100);
        assertThat(faults(RULE.replace("claimedLoss >= 5", many)))
                .extracting(PackFault::code)
                .containsExactly("TOO_MANY_CONDITIONS");
        String endless = "(".repeat(200_000);
        assertThat(faults(RULE.replace("claimedLoss >= 5", endless)))
                .extracting(PackFault::code)
                .containsExactly("NESTING");
    }

    @Test
    void more_rules_than_a_pack_may_have_are_refused() {
        StringBuilder drl = new StringBuilder();
        for (int i = 0; i <= RuleParser.MAX_RULES; i++) {
            drl.append("rule \"r")
                    .append(i)
                    .append("\" @clause(\"TST-01\") @basis(\"TEXT\") when decide : Grading() then"
                            + " decide.label(\"MAJOR\"); end\n");
        }
        assertThat(faults(drl.toString())).extracting(PackFault::code).contains("TOO_MANY_RULES");
    }
}
