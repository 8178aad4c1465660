package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An error is one line in a log, whatever stood in the input. */
class InvalidInputExceptionTest {
    @Test
    void names_from_the_input_break_no_line_and_the_place_is_told_as_it_is() {
        InvalidInputException refused = InvalidInputException.of("UNKNOWN_PARAMETER", "params\r")
                .value("a\nb\u202e")
                .rule("one that is declared")
                .wayOut("correct its name")
                .at("/params/a\nb\u007f")
                .build();

        assertThat(refused)
                .hasMessage("UNKNOWN_PARAMETER: params\\u000d 'a\\u000ab\\u202e' at /params/a\\u000ab\\u007f:"
                        + " one that is declared (correct its name)");
        assertThat(refused.at()).isEqualTo("/params/a\nb\u007f");
        assertThat(refused.value()).isEqualTo("a\\u000ab\\u202e");
    }

    @Test
    void a_long_value_is_cut_and_a_long_place_is_not() {
        InvalidInputException refused = InvalidInputException.of("X", "x")
                .value("v".repeat(1_000))
                .at("/" + "p".repeat(1_000))
                .build();

        assertThat(refused.value().length()).isLessThan(300);
        assertThat(refused).hasMessageContaining("p".repeat(1_000));
    }
}
