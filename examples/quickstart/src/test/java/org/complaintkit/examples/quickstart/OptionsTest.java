package org.complaintkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.complaintkit.calendar.InvalidInputException;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void nothing_asked_means_the_packaged_file_in_english() {
        assertThat(Options.parse()).isEqualTo(new Options("en", false, false, null));
    }

    @Test
    void options_come_in_any_order() {
        assertThat(Options.parse("mine.csv", "--all", "--lang", "zh-TW"))
                .isEqualTo(new Options("zh-TW", true, false, Path.of("mine.csv")));
    }

    @Test
    void a_language_must_follow_and_be_known() {
        assertThatThrownBy(() -> Options.parse("--lang"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("en, zh-CN, zh-TW");
    }

    @Test
    void a_second_file_is_refused() {
        assertThatThrownBy(() -> Options.parse("a.csv", "b.csv")).hasMessageContaining("'b.csv'");
    }

    @Test
    void a_test_is_no_terminal() {
        assertThat(Terminal.of(Map.of("NO_COLOR", "1")).coloured()).isFalse();
    }
}
