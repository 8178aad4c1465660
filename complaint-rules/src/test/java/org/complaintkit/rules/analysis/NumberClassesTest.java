package org.complaintkit.rules.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.complaintkit.rules.analysis.Variable.Moment;
import org.complaintkit.rules.syntax.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberClassesTest {
    private static Variable of(Field field, String bounds) {
        Set<BigDecimal> set = Arrays.stream(bounds.split(" ", -1))
                .map(BigDecimal::new)
                .map(BigDecimal::stripTrailingZeros)
                .collect(Collectors.toSet());
        return NumberClasses.of(field, Moment.NOW, set, 4);
    }

    @ParameterizedTest
    @CsvSource({
        "CLAIMED_LOSS, 0, 0 1, 0",
        "CLAIMED_LOSS, 100, 0 100 101, 0",
        "CLAIMED_LOSS, 0 100, 0 1 100 101, 0",
        "CLAIMED_LOSS, 5 6, 0 5 5.5 6 7, 0",
        "CLAIMED_LOSS, 0.5, 0 0.5 1, 0",
        "CLAIMED_LOSS, -3, 0, 0",
        "CLAIMED_LOSS, -3 2, 0 2 3, 0",
        "COMPLAINANT_COUNT, 1, 1 2, 1",
        "COMPLAINANT_COUNT, 3 4, 1 3 4 5, 1",
        "COMPLAINANT_COUNT, 0, 1, 1",
        "COMPLAINANT_COUNT, 2.5, 1 3, 1",
        "COMPLAINANT_COUNT, 5, 1 5 6, 1",
        "ROUND, 2, 1 2 3, 1",
        "REPRESENTATIVES, 2, 0 2 3, 0",
        "REPRESENTATIVES, 1, 0 1 2, 0",
        "RECEIVED_DAY, 20240101, 19000101 20240101 20250303, 20250303",
        "RECEIVED_DAY, 20260228 20260301, 20250303 20260228 20260301 20260302, 20250303",
        "RECEIVED_DAY, 20250303, 19000101 20250303 20250304, 20250303",
        "TODAY, 99991231, 20250303 99991231, 20250303",
        "TODAY, 19000101, 19000101 20250303, 20250303",
        "TODAY, 20251332, 20250303 99991231, 20250303",
    })
    void each_bound_stands_alone_and_what_lies_between_has_one_value(
            Field field, String bounds, String values, String usual) {
        Variable variable = of(field, bounds);
        assertThat(variable.values().stream()
                        .map(each -> ((BigDecimal) each).toPlainString())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(values);
        assertThat(((BigDecimal) variable.values().get(variable.usual())).toPlainString())
                .isEqualTo(usual);
        assertThat(variable.costs()).hasSameSizeAs(variable.values()).containsOnlyOnce(0);
        assertThat(variable.costs().stream().filter(cost -> cost == 4))
                .hasSize(variable.values().size() - 1);
    }

    @Test
    void a_number_is_a_day_if_the_calendar_has_it() {
        assertThat(NumberClasses.day(new BigDecimal("20240229"))).contains(LocalDate.of(2024, 2, 29));
        assertThat(NumberClasses.day(new BigDecimal("99991231"))).contains(LocalDate.of(9999, 12, 31));
        assertThat(NumberClasses.day(new BigDecimal("20250229"))).isEmpty();
        assertThat(NumberClasses.day(new BigDecimal("99991232"))).isEmpty();
        assertThat(NumberClasses.day(new BigDecimal("100000101"))).isEmpty();
        assertThat(NumberClasses.day(new BigDecimal("-20240101"))).isEmpty();
        assertThat(NumberClasses.day(new BigDecimal("20240101.5"))).isEmpty();
        assertThat(NumberClasses.isDay(Field.TODAY)).isTrue();
        assertThat(NumberClasses.isDay(Field.RECEIVED_DAY)).isTrue();
        assertThat(NumberClasses.isDay(Field.ROUND)).isFalse();
    }
}
