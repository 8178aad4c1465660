package org.complaintkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an erasure takes out of what was told, and what it leaves. */
class PersonalTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mrs Li",
                "li",
                "13800138000",
                "+8613800138000",
                "138-0013-8000",
                "0571-88001234",
                "2345 6789",
                "23456789",
                "6789012",
                "11010119900307771X",
                "1101011990030777",
                "88 Birdsong Road",
                "1990/03/07",
                "2026-03-02T09:00:00+08:00 Li",
            })
    void what_may_name_a_person_goes(String words) {
        assertThat(Personal.erased(words)).isEqualTo(Personal.ERASED);
        assertThat(Personal.erased(List.of("OURS", words))).isEqualTo(List.of("OURS", Personal.ERASED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OURS",
                "RCC-D01",
                "DUTY_FULFILLED",
                "2026-03",
                "2026-03-02",
                "2026-03-02T09:00:00+08:00",
                "2026-03-02T01:00:00.123456789Z",
                "2026-03-02T09:00",
                "16:30",
                "12",
                "60000",
                "1200000.50",
                "2026-0001",
            })
    void codes_days_and_amounts_stay(String value) {
        assertThat(Personal.erased(value)).isEqualTo(value);
    }

    @Test
    void numbers_and_flags_stay() {
        assertThat(Personal.erased(new BigDecimal("12.50"))).isEqualTo(new BigDecimal("12.50"));
        assertThat(Personal.erased(true)).isEqualTo(true);
    }
}
