package org.complaintkit.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFileTest {
    /** Cells with their places; the line ends are written out. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "a,b\\n1,2\\n | [1:1 a, 1:3 b] [2:1 1, 2:3 2]",
                "a,b\\r\\n1,2 | [1:1 a, 1:3 b] [2:1 1, 2:3 2]",
                "a\\rb | [1:1 a] [2:1 b]",
                "a\\n\\n , \\n\\nb | [1:1 a] [5:1 b]",
                "a,\\n | [1:1 a, 1:3 ]",
                "a, | [1:1 a, 1:3 ]",
                ",a | [1:1 , 1:2 a]",
                "\" a \"\"b\"\" , \", c | [1:1 a \"b\" ,, 1:15 c]",
                "\"a\\nb\",c\\nd | [1:1 a\\nb, 2:4 c] [3:1 d]",
                "\"a\"  ,b | [1:1 a, 1:7 b]",
                " | "
            })
    void a_table_is_read_with_the_place_of_each_cell(String text, String cells) {
        Faults faults = new Faults();

        assertThat(told(CsvFile.read("t.csv", lines(text), faults))).isEqualTo(cells == null ? "" : cells);
        assertThat(faults.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "a\\n\"b\\nc | 2:1 | CSV_QUOTE | b\\nc",
                "a\\n\"b\"x,c | 2:5 | CSV_QUOTE | x",
                "a,b\u200Bc | 1:3 | INVISIBLE_CHARACTER | b\u200Bc"
            })
    void what_is_wrong_with_quotes_and_signs_is_told_where_it_stands(String text, String at, String code, String told) {
        Faults faults = new Faults();
        CsvFile.read("t.csv", lines(text), faults);

        assertThat(faults.list()).singleElement().satisfies(fault -> {
            assertThat(fault.at()).hasToString(at);
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.text()).isEqualTo(lines(told).replace('\n', ' '));
        });
    }

    @Test
    void rows_cells_and_letters_have_a_bound() {
        assertThat(refused("a\n".repeat(20_000))).isEmpty();
        assertThat(refused("a\n".repeat(20_001))).isEqualTo("TOO_MANY_ROWS 20001:1");
        assertThat(refused(",".repeat(399_999) + "\na")).isEqualTo("");
        assertThat(refused(",".repeat(400_000) + "\na")).isEqualTo("TOO_MANY_CELLS 1:400001");
        assertThat(refused("x," + "a".repeat(20_000))).isEmpty();
        assertThat(refused("x," + "a".repeat(20_001))).isEqualTo("CELL_LENGTH 1:3");
    }

    private static String refused(String text) {
        Faults faults = new Faults();
        CsvFile.read("t.csv", text, faults);
        return String.join(
                "",
                faults.list().stream()
                        .map(fault -> fault.told().kind() + " " + fault.at())
                        .toList());
    }

    private static String lines(String text) {
        return text == null ? "" : text.replace("\\n", "\n").replace("\\r", "\r");
    }

    private static String told(List<List<Cell>> rows) {
        return String.join(
                " ",
                rows.stream()
                        .map(row -> row.stream()
                                .map(cell -> cell.at() + " " + cell.text().replace("\n", "\\n"))
                                .toList()
                                .toString())
                        .toList());
    }
}
