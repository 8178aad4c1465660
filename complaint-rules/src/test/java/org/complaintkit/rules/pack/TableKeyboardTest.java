package org.complaintkit.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.complaintkit.rules.TestPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a Chinese keyboard and a spreadsheet do to the cells of tables: named for what it is. */
class TableKeyboardTest {
    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "deadlines.csv | {tst.days} working | ３ working | 2:73 | U+FF13 FULLWIDTH DIGIT THREE, which only looks like the plain 3",
                "precedence.csv | CRIME,1        | CRIME,1　0        | 2:16 | U+3000 IDEOGRAPHIC SPACE, which only looks like the plain U+0020 SPACE",
                "deadlines.csv | 75 %;           | 75 ％;            | 2:97 | U+FF05 FULLWIDTH PERCENT SIGN",
                "deadlines.csv | ,yes,           | ,ｙes,            | 2:129 | U+FF59 FULLWIDTH LATIN SMALL LETTER Y",
                "precedence.csv | CRIME,1        | CRIME,１          | 2:16 | U+FF11 FULLWIDTH DIGIT ONE",
                "escalations.csv | > LEGAL       | ＞ LEGAL          | 2:27 | U+FF1E FULLWIDTH GREATER-THAN SIGN",
                "amounts.csv | 2 * {tst.cap}     | 2 × {tst.cap}     | 3:21 | U+00D7 MULTIPLICATION SIGN",
                "indicators.csv | <= 10          | ≤ 10              | 3:35 | U+2264 LESS-THAN OR EQUAL TO",
                "vocabulary.csv | kind,code      | kind,ｃode        | 1:6  | U+FF43 FULLWIDTH LATIN SMALL LETTER C",
            })
    void a_sign_that_only_looks_plain_is_named_in_place_of_what_it_leads_to(
            String file, String from, String to, String line, String told) {
        TestPack pack = TestPack.good().edited(file, from, to);
        assertThat(pack.faults())
                .filteredOn(fault -> fault.code().equals("FULL_WIDTH"))
                .anySatisfy(fault -> {
                    assertThat(fault.reason()).contains(told);
                    assertThat(fault.place()).startsWith(file + ":" + line.substring(0, line.indexOf(':')) + ":");
                });
    }

    @Test
    void the_column_is_that_of_the_sign_where_the_cell_is_written_as_it_is_read() {
        assertThat(TestPack.good()
                        .edited("precedence.csv", "CRIME,1", "CRIME,1０")
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.place()).isEqualTo("precedence.csv:2:17"));
    }

    @Test
    void in_words_of_the_language_such_signs_are_at_home() {
        assertThat(TestPack.good()
                        .edited("escalations.csv", "> LEGAL", "> 法务部、店长")
                        .faults())
                .extracting(PackFault::code)
                .doesNotContain("FULL_WIDTH");
        assertThat(TestPack.good()
                        .edited("vocabulary.csv", "犯罪,犯罪", "犯罪（刑事）,犯罪")
                        .faults())
                .isEmpty();
    }

    @Test
    void empty_cells_behind_the_last_column_are_commas_to_delete() {
        assertThat(TestPack.good()
                        .edited("precedence.csv", "CRIME,1,TST-02,TEXT", "CRIME,1,TST-02,TEXT,,")
                        .faults())
                .anySatisfy(
                        fault -> assertThat(fault.suggestion()).isEqualTo("delete the commas at the end of the row"));
        String wide = TestPack.good().text("precedence.csv").replaceAll("(?m)$(?=\\n)", ",,");
        assertThat(TestPack.good().with("precedence.csv", wide).faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("UNKNOWN_COLUMN");
                    assertThat(fault.suggestion()).startsWith("delete the commas at the end of the heading");
                });
    }

    @Test
    void a_bar_between_cells_is_no_comma() {
        String bars = TestPack.good().text("precedence.csv").replace(',', '|');
        assertThat(TestPack.good().with("precedence.csv", bars).faults())
                .filteredOn(fault -> fault.file().equals("precedence.csv"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.reason()).startsWith("| stands between the cells"));
    }

    @Test
    void a_row_that_could_not_be_read_hides_the_names_in_its_cells_and_no_others() {
        TestPack pack = TestPack.good()
                .with("vocabulary.csv", TestPack.good().text("vocabulary.csv") + "ROLE,SENIOR_LEGAL,a,b,c,d\n")
                .edited("escalations.csv", "> LEGAL", "> SENIOR_LEGAL > SENIOR");
        assertThat(pack.faults())
                .extracting(PackFault::code, PackFault::text)
                .containsExactlyInAnyOrder(
                        tuple("UNKNOWN_CODE", "SENIOR"), tuple("ROW_LENGTH", "ROLE,SENIOR_LEGAL,a,b,c,d"));
    }
}
