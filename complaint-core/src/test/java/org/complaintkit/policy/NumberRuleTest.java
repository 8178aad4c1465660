package org.complaintkit.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.complaintkit.calendar.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberRuleTest {
    private static final Parameters PARAMETERS = Parameters.of(List.of(new Parameter(
            "x.width", Parameter.Kind.NUMBER, "digits", BigDecimal.valueOf(3), null, null, "X-1", Basis.DEFAULT)));

    private static NumberRule rule(String format, NumberRule.Restart restart) {
        return new NumberRule(
                "complaint",
                EventPattern.parse("COMPLAINT_RECEIVED"),
                NumberRule.format(format),
                restart,
                "X-1",
                Basis.TEXT);
    }

    @ParameterizedTest(name = "{0} of {1}, no. {2}: {3}")
    @CsvSource({
        "{yy}{MM}{dd}{seq:3},2025-09-30,128,250930128",
        "{yy}{MM}{dd}{seq:{x.width}},2026-04-29,66,260429066",
        "{yy}{MM}{seq:2},2026-01-27,7,260107",
        "INS-{yyyy}{MM}{dd}-{seq:4},2026-01-04,1,INS-20260104-0001",
        "{seq},2026-01-04,1234567,1234567",
        "{seq:2},2026-01-04,99,99",
        "{seq:2},2026-01-04,100,",
        "{yy}/{seq:18},2105-01-04,999999999999999999,05/999999999999999999",
        "{seq:{x.width}},2026-01-04,1000,",
    })
    void a_number_is_made_of_day_and_sequence(String format, LocalDate day, long sequence, String number) {
        assertThat(rule(format, NumberRule.Restart.NEVER)
                        .text(day, sequence, PARAMETERS)
                        .orElse(null))
                .isEqualTo(number);
    }

    @Test
    void a_width_that_the_institution_sets_is_kept_within_what_can_be_written() {
        NumberRule rule = rule("{seq:{x.width}}", NumberRule.Restart.NEVER);
        LocalDate day = LocalDate.of(2026, 1, 4);

        assertThat(rule.text(day, 7, PARAMETERS.with(Map.of("x.width", -3)))).contains("7");
        assertThat(rule.text(day, 7, PARAMETERS.with(Map.of("x.width", "1000000000000"))))
                .contains("0".repeat(17) + "7");
        assertThat(rule.widthParameter()).contains("x.width");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{yy}",
                "{seq}{seq}",
                "{seq:0}",
                "{seq:19}",
                "{seq:}",
                "{yy:2}{seq}",
                "{YY}{seq}",
                "{seq",
                "号{seq}",
                "{seq:{}}"
            })
    void a_format_that_makes_no_number_is_refused(String format) {
        assertThatThrownBy(() -> NumberRule.format(format))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo("NUMBER_FORMAT"));
        assertThatThrownBy(() -> NumberRule.format("{seq}" + "-".repeat(1_000_000)))
                .isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "DAY,FUR/complaint/2025-09-30",
        "MONTH,FUR/complaint/2025-09",
        "YEAR,FUR/complaint/2025",
        "NEVER,FUR/complaint"
    })
    void a_sequence_begins_again_with_each_period(NumberRule.Restart restart, String name) {
        assertThat(rule("{seq}", restart).sequence("FUR", LocalDate.of(2025, 9, 30)))
                .isEqualTo(name);
    }
}
