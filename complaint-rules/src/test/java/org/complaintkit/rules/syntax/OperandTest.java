package org.complaintkit.rules.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperandTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "GENERAL", "RCC-D01/L1", "A[b=*]", "A[b=*,c!=D]"})
    void a_code_or_an_event_pattern_is_plain(String text) {
        assertThat(new Operand.Text(text).plain()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A[b=/*]", "A[b=*/]", "a\"b", "a\\b", "a;b", "a(b", "a\nb"})
    void what_begins_a_comment_or_means_something_to_a_compiler_is_not(String text) {
        assertThat(new Operand.Text(text).plain()).isFalse();
    }
}
