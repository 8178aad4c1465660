package org.complaintkit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldedTextTest {
    @Test
    void a_word_of_a_table_has_the_form_of_a_text_without_the_sign_of_an_open_end() {
        assertThat(FoldedText.word("Crash*")).isEqualTo("crash");
        assertThat(FoldedText.word(" ＡＢ ")).isEqualTo("ab");
    }

    @Test
    void a_digit_is_the_number_of_a_point_only_where_a_clause_begins() {
        assertThat(FoldedText.of("1. ab").at(0)).isEqualTo('①');
        assertThat(FoldedText.of("x1. ab").at(1)).isEqualTo('1');
        assertThat(FoldedText.of("1.5 ab").at(0)).isEqualTo('1');
    }
}
