package org.complaintkit.rules.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.complaintkit.rules.PackCheck;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.pack.PackFault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Nineteen faults that people make in rule files. Drools' own compiler places six of them by line and none by column; here
 * each is told with line, column, the rule it lies in, and in three languages.
 */
class NineteenFaultsTest {
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

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "missing end                 | end                     |                        | 1:1",
                "missing parenthesis         | PRODUCT\" )             | PRODUCT\"              | 6:1",
                "one equals sign             | category ==             | category =             | 5:50",
                "name given twice            | end                     | end@                   | 9:1",
                "not a rule file             | rule \"one\"            | Dear colleagues        | 1:1",
                "first of two errors         | claimedLoss >= 5        | claimedLos >= 5        | 5:23",
                "second of two errors        | claimedLoss >= 5, category | claimedLos >= 5, categori | 5:40",
                "unknown field               | category ==             | categoy ==             | 5:41",
                "unknown type                | Grading(                | Gradng(                | 5:14",
                "unknown constant            | \"PRODUCT\"             | \"PRODUKT\"            | 5:53",
                "text against a number       | >= 5                    | >= \"5\"               | 5:38",
                "number against a code       | \"PRODUCT\"             | 7                      | 5:53",
                "unknown method              | decide.label            | decide.lable           | 7:12",
                "variable in the consequence | \"MAJOR\"               | code                   | 7:18",
                "global in the consequence   | decide.label(\"MAJOR\") | results.add(\"MAJOR\") | 7:5",
                "eval of a number            | claimedLoss >= 5        | eval( 7 )              | 5:23",
                "another dialect             | @basis(\"TEXT\")        | dialect \"mvel\"       | 3:5",
                "missing semicolon           | \"MAJOR\");             | \"MAJOR\")             | 7:26",
                "field named as a keyword    | category ==             | unit ==                | 5:41",
            })
    void placed_with_line_and_column(String what, String from, String to, String at) {
        String drl = RULE.replace(from, to == null ? "" : to).replace("@\n", "\n" + RULE);
        assertThat(drl).as(what).isNotEqualTo(RULE);
        PackCheck check = PackCheck.of(TestPack.good().with("grading.drl", drl).files(), List.of());
        List<PackFault> there = check.faults().stream()
                .filter(fault -> fault.place().equals("grading.drl:" + at))
                .toList();
        assertThat(there).as(what).isNotEmpty().allSatisfy(fault -> {
            assertThat(check.within(fault)).isEqualTo(what.startsWith("not a rule") ? "" : "one");
            assertThat(fault.reason(Locale.SIMPLIFIED_CHINESE)).isNotEqualTo(fault.reason(Locale.ENGLISH));
            assertThat(fault.suggestion(Locale.TRADITIONAL_CHINESE)).isNotBlank();
        });
    }
}
