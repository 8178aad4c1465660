package org.complaintkit.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.complaintkit.calendar.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    private static final Map<String, String> KNOWN = Map.of(
            "PARAMETER x.cap []", "5000",
            "WORD claimedLoss []", "80",
            "WORD given.requestedAmount []", "8000",
            "EVENT amount [PAYMENT_MADE]", "3000",
            "EVENT amount [PAYMENT_MADE[by=OUTLET_HEAD,to!=*]]", "700",
            "SUM amount [PAYMENT_MADE]", "4500.5");

    private static Optional<BigDecimal> value(String formula) {
        return Formula.parse(formula)
                .value(name -> Optional.ofNullable(KNOWN.get(name.kind() + " " + name.text() + " "
                                + name.event().stream().toList()))
                        .map(BigDecimal::new));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2 + 3 * 4                                          | 14",
                "(2 + 3) * 4                                        | 20",
                "10 - 3 - 2                                         | 5",
                "100 / 8 / 2                                        | 6.25",
                "0.10 + 0.20                                        | 0.3",
                "min(3, 1, 2)                                       | 1",
                "max( 1 , (2), min(9,8) )                           | 8",
                "{x.cap}                                            | 5000",
                "max(0, given.requestedAmount - {x.cap})            | 3000",
                "{x.cap}-PAYMENT_MADE.amount                        | 2000",
                "PAYMENT_MADE[by=OUTLET_HEAD,to!=*].amount * 2      | 1400",
                "sum(PAYMENT_MADE.amount) + claimedLoss             | 4580.5",
                "minimum                                            | ",
                "1 / 0                                              | ",
                "1 / (claimedLoss - 80)                             | ",
                "2 + unknown                                        | ",
                "max(2, REPLIED.amount)                             | ",
            })
    void is_reckoned_as_at_school(String formula, String expected) {
        assertThat(value(formula).map(BigDecimal::stripTrailingZeros))
                .isEqualTo(Optional.ofNullable(expected).map(text -> new BigDecimal(text).stripTrailingZeros()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1 +",
                "+ 1",
                "-1",
                "1 2",
                "(1",
                "1)",
                "min()",
                "min(1",
                "sum(1)",
                "sum(amount)",
                "1e9",
                "1,2",
                "{}",
                "{x",
                "{x y}",
                "a..b",
                "PAYMENT_MADE[by].amount",
                "１",
                "×",
                "1 // 2",
                "max(1;2)",
                ".5",
                "5."
            })
    void what_is_no_formula_is_refused_with_its_place(String text) {
        assertThatThrownBy(() -> Formula.parse(text))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isIn("FORMULA", "EVENT_PATTERN"));
    }

    @Test
    void length_and_depth_are_bounded() {
        assertThatThrownBy(() -> Formula.parse("1+".repeat(400_000) + "1")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Formula.parse("(".repeat(200) + "1" + ")".repeat(200)))
                .isInstanceOf(InvalidInputException.class);
        assertThat(value("(".repeat(29) + "1" + ")".repeat(29))).contains(BigDecimal.ONE);
    }

    @Test
    void what_is_written_is_what_is_shown() {
        assertThat(Formula.parse(" 1 + {x.cap} ")).hasToString("1 + {x.cap}").isEqualTo(Formula.parse("1 + {x.cap}"));
    }

    @Test
    void a_formula_is_the_one_that_is_written_so() {
        assertThat(Formula.parse("1 + 2"))
                .isEqualTo(Formula.parse("1 + 2"))
                .hasSameHashCodeAs(Formula.parse("1 + 2"))
                .isNotEqualTo(Formula.parse("2 + 1"))
                .isNotEqualTo("1 + 2");
    }
}
