package org.complaintkit.rules.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.pack.PackFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signs of a Chinese keyboard and signs that nobody sees: named, placed, and read as what was meant. */
class KeyboardTest {
    private static final String RULE = """
            rule "重大投诉（损失），“暂定”"
                @clause("TST-02")
                @basis("TEXT")
            when // 中文注释，全角也可以
                decide : Grading( claimedLoss >= 5, category in ("PRODUCT", "CRIME") )
            then
                decide.label("MAJOR");
            end
            """;

    private static List<PackFault> faults(String drl) {
        return TestPack.good().with("grading.drl", drl).faults().stream()
                .filter(fault -> fault.file().equals("grading.drl"))
                .toList();
    }

    @Test
    void names_and_comments_may_be_chinese() {
        assertThat(faults(RULE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "5,       | 5，      | FULLWIDTH COMMA           | 5:39",
                "decide : | decide ： | FULLWIDTH COLON           | 5:12",
                "Grading( | Grading（ | FULLWIDTH LEFT PARENTHESIS | 5:21",
                "\") )    | \") ）   | FULLWIDTH RIGHT PARENTHESIS | 5:74",
                ">=       | ≥        | GREATER-THAN OR EQUAL TO   | 5:35",
                "\"MAJOR\"| “MAJOR”  | LEFT DOUBLE QUOTATION MARK | 7:18",
                "\"MAJOR\"| \"MAJOR” | RIGHT DOUBLE QUOTATION MARK| 7:24",
                ">= 5     | >= ５    | FULLWIDTH DIGIT FIVE       | 5:38",
                ");       | )；      | FULLWIDTH SEMICOLON        | 7:26",
                "category | ｃategory| FULLWIDTH LATIN SMALL LETTER C | 5:41",
                "@clause  | ＠clause | FULLWIDTH COMMERCIAL AT    | 2:5",
            })
    void a_full_width_sign_is_named_and_nothing_else_is_reported(String from, String to, String name, String at) {
        List<PackFault> faults = faults(RULE.replace(from, to));
        assertThat(faults)
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.code()).isEqualTo("FULL_WIDTH"));
        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.reason()).contains(name);
            assertThat(fault.at()).hasToString(at);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "3000, IDEOGRAPHIC SPACE",
        "00A0, NO-BREAK SPACE",
        "200B, ZERO WIDTH SPACE",
        "FEFF, ZERO WIDTH NO-BREAK SPACE",
        "2060, WORD JOINER",
        "202E, RIGHT-TO-LEFT OVERRIDE",
        "0000, NULL"
    })
    void an_invisible_character_is_named(String hex, String name) {
        String character = Character.toString(Integer.parseInt(hex, 16));
        assertThat(faults(RULE.replace("category in", "category" + character + " in")))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("INVISIBLE_CHARACTER");
                    assertThat(fault.reason()).contains("U+" + hex).contains(name);
                    assertThat(fault.at()).hasToString("5:49");
                });
        assertThat(faults(RULE.replace("MAJOR", "MAJOR" + character)))
                .extracting(PackFault::code)
                .contains("INVISIBLE_CHARACTER");
    }

    @Test
    void a_comment_cannot_hide_what_it_shows() {
        assertThat(faults(RULE.replace("// ", "// \u202E")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.at()).hasToString("4:9"));
    }

    @Test
    void a_byte_order_mark_and_line_ends_of_windows_are_no_fault() {
        assertThat(faults("\uFEFF" + RULE.replace("\n", "\r\n"))).isEmpty();
    }
}
