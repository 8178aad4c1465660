package org.complaintkit.examples.quickstart.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columns_line_up_although_chinese_characters_are_wide() {
        Table table = Table.of("Kind", "n").right(1).row("投诉", "7").row("abc", "12");

        assertThat(table.lines(40, (text, style) -> text))
                .containsExactly("Kind   n", "----  --", "投诉   7", "abc   12");
    }

    @Test
    void the_last_column_gives_way() {
        Table table = Table.of("a", "b").row("1", "a long text that does not fit");

        assertThat(table.lines(20, (text, style) -> text)).last().isEqualTo("1  a long text tha..");
    }

    @Test
    void a_note_stands_under_its_row() {
        Table table = Table.of("No.", "x")
                .row("why", List.of(new Table.Cell("A-1", Style.GOOD), new Table.Cell("y", Style.PLAIN)));

        assertThat(table.lines(20, (text, style) -> style == Style.FAINT ? "~" + text : text))
                .contains("A-1  y", "     ~why");
    }
}
