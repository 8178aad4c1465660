package org.complaintkit.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.complaintkit.calendar.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days, parameters that follow others, and parameters that contradict each other. */
class ParametersTest {
    private static final Parameters PARAMETERS = Parameters.of(
            List.of(
                    number("upper", BigDecimal.valueOf(100_000), 0, 900_000),
                    number("max", new Parameter.Same("upper"), 0, 500_000),
                    number("lower", BigDecimal.valueOf(10_000), 0, 900_000),
                    number("least", new Parameter.Same("max"), 0, 900_000),
                    date("from", Parameter.PAST, "none"),
                    date("to", Parameter.FUTURE, "2025-11-23")),
            List.of(Consistency.parse("lower < upper", "X-1"), Consistency.parse("from <= to", "X-2")));

    private static Parameter number(String id, Object initial, long min, long max) {
        return new Parameter(
                id,
                Parameter.Kind.NUMBER,
                "yuan",
                initial,
                BigDecimal.valueOf(min),
                BigDecimal.valueOf(max),
                "X-1",
                Basis.DEFAULT);
    }

    private static Parameter date(String id, String none, String initial) {
        return new Parameter(id, Parameter.Kind.DATE, none, initial, null, null, "X-2", Basis.DEFAULT);
    }

    private static void refused(Map<String, ?> values, String code, String subject) {
        assertThatThrownBy(() -> PARAMETERS.with(values)).isInstanceOfSatisfying(InvalidInputException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.subject()).isEqualTo(subject);
        });
    }

    @ParameterizedTest
    @CsvSource({"2025-11-14,20251114", "2000-02-29,20000229", "none,0"})
    void a_day_is_year_month_and_day_as_one_number(String day, String number) {
        assertThat(PARAMETERS.with(Map.of("from", day)).number("from")).isEqualTo(new BigDecimal(number));
        assertThat(PARAMETERS.with(Map.of("from", day)).text("from")).isEqualTo(day);
    }

    @Test
    void an_end_that_is_open_lies_after_every_day() {
        assertThat(PARAMETERS.with(Map.of("to", "none")).number("to")).isEqualTo("99991231");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-30", "14.11.2025", "", "None", "+12345-01-01", "2025-11-14T00:00"})
    void what_is_no_day_is_refused(String day) {
        refused(Map.of("to", day), "PARAMETER_VALUE", "to");
    }

    @Test
    void one_that_follows_another_changes_with_it_until_it_is_set_itself() {
        Parameters set = PARAMETERS.with(Map.of("upper", 200_000));

        assertThat(PARAMETERS.number("least")).isEqualTo("100000");
        assertThat(set.number("least")).isEqualTo("200000");
        assertThat(set.basis("least")).isEqualTo(Basis.PARAMETER);
        assertThat(set.with(Map.of("max", 3)).number("least")).isEqualTo("3");
        assertThat(PARAMETERS.basis("least")).isEqualTo(Basis.DEFAULT);
    }

    @Test
    void one_that_follows_another_keeps_its_own_range() {
        refused(Map.of("upper", 600_000), "PARAMETER_RANGE", "max");
        assertThat(PARAMETERS.with(Map.of("upper", 600_000, "max", 1)).number("least"))
                .isEqualTo("1");
    }

    @Test
    void values_that_contradict_each_other_are_refused_with_the_clause() {
        refused(Map.of("lower", 100_000), "PARAMS_INCONSISTENT", "params");
        refused(Map.of("upper", 9_999), "PARAMS_INCONSISTENT", "params");
        refused(Map.of("from", "2025-11-24"), "PARAMS_INCONSISTENT", "params");
        assertThatThrownBy(() -> PARAMETERS.with(Map.of("lower", 200_000)))
                .hasMessageContaining("X-1")
                .hasMessageContaining("lower < upper");
        assertThat(PARAMETERS.with(Map.of("lower", 99_999)).number("lower")).isEqualTo("99999");
        assertThat(PARAMETERS.with(Map.of("lower", 200_000, "upper", 300_000)).number("upper"))
                .isEqualTo("300000");
    }

    @ParameterizedTest
    @CsvSource({
        "1 < 2,true",
        "2 < 2,false",
        "2 <= 2,true",
        "2 >= 3,false",
        "3 > 2,true",
        "2 > 2,false",
        "2 = 2,true",
        "1 = 2,false",
        "lower <= min(upper;max;least),true",
        "1 / 0 = 1 / 0,false"
    })
    void both_sides_are_compared_as_numbers(String rule, boolean holds) {
        assertThat(Consistency.parse(rule.replace(';', ','), "X-1").holds(PARAMETERS))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lower", "a <", "a < b < c", "a == b", "a <> b", "a ! b"})
    void what_compares_nothing_is_refused(String rule) {
        assertThatThrownBy(() -> Consistency.parse(rule, "X-1")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void parameters_that_follow_each_other_in_a_circle_are_refused_when_they_are_asked_for() {
        Parameters circle = Parameters.of(
                List.of(number("a", new Parameter.Same("b"), 0, 9), number("b", new Parameter.Same("a"), 0, 9)));

        assertThatThrownBy(() -> circle.number("a"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo("PARAMETER_CYCLE"));
    }
}
