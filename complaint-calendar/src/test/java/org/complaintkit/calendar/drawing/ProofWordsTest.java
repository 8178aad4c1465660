package org.complaintkit.calendar.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofWordsTest {
    /** Hangul, Chinese, compatibility forms and full-width letters, at their edges. */
    @ParameterizedTest
    @CsvSource({
        "10FF, 1100, 115F, 1160",
        "2E7F, 2E80, A4CF, A4D0",
        "ABFF, AC00, D7A3, D7A4",
        "F8FF, F900, FAFF, FB00",
        "FE2F, FE30, FE4F, FE50",
        "FEFF, FF00, FF60, FF61"
    })
    void a_wide_character_takes_two_columns(String before, String first, String last, String after) {
        assertThat(width(before)).isEqualTo(1);
        assertThat(width(first)).isEqualTo(2);
        assertThat(width(last)).isEqualTo(2);
        assertThat(width(after)).isEqualTo(1);
    }

    private static int width(String hex) {
        return ProofWords.width(Character.toString(Integer.parseInt(hex, 16)));
    }

    @Test
    void a_text_that_is_wide_enough_is_not_filled() {
        assertThat(ProofWords.pad("周一", 6)).isEqualTo("周一  ");
        assertThat(ProofWords.pad("周一", 3)).isEqualTo("周一");
    }

    @Test
    void a_time_has_seconds_and_fractions_only_where_it_has_some() {
        assertThat(ProofWords.clock(Duration.ofHours(100))).isEqualTo("100:00");
        assertThat(ProofWords.clock(Duration.ofMinutes(65))).isEqualTo("1:05");
        assertThat(ProofWords.clock(Duration.ofSeconds(3661))).isEqualTo("1:01:01");
        assertThat(ProofWords.clock(Duration.ofNanos(7))).isEqualTo("0:00:00.000000007");
    }
}
