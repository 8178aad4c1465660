package org.complaintkit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.complaintkit.calendar.InvalidInputException;

class FormulaProperties {
    /** A formula with every parenthesis written, and the value that it was built with. */
    record Built(String text, Optional<BigDecimal> value) {
        Built join(String sign, Built other) {
            return new Built(
                    "(" + text + " " + sign + " " + other.text + ")",
                    value.flatMap(a -> other.value.flatMap(b -> reckoned(a, sign, b))));
        }

        private static Optional<BigDecimal> reckoned(BigDecimal a, String sign, BigDecimal b) {
            return switch (sign) {
                case "+" -> Optional.of(a.add(b, MathContext.DECIMAL128));
                case "-" -> Optional.of(a.subtract(b, MathContext.DECIMAL128));
                case "*" -> Optional.of(a.multiply(b, MathContext.DECIMAL128));
                default -> b.signum() == 0 ? Optional.empty() : Optional.of(a.divide(b, MathContext.DECIMAL128));
            };
        }
    }

    @Provide
    Arbitrary<Built> built() {
        Arbitrary<Built> leaf = Arbitraries.oneOf(
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, BigDecimal.valueOf(100_000))
                        .ofScale(2)
                        .map(number -> new Built(number.toPlainString(), Optional.of(number))),
                Arbitraries.just(new Built("unknown", Optional.empty())));
        return Arbitraries.recursive(
                () -> leaf,
                inner -> Combinators.combine(inner, Arbitraries.of("+", "-", "*", "/"), leaf)
                        .as((a, sign, b) -> a.join(sign, b)),
                0,
                12);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void a_formula_has_the_value_that_it_was_built_with(@ForAll("built") Built built) {
        if (built.text().length() <= 500) {
            Formula formula = Formula.parse(built.text());

            assertThat(formula.value(name -> Optional.empty())).isEqualTo(built.value());
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void any_text_is_read_or_refused(@ForAll("noise") String text) {
        try {
            Formula formula = Formula.parse(text);

            assertThat(Formula.parse(formula.toString())).isEqualTo(formula);
            formula.value(name -> Optional.of(BigDecimal.ONE));
        } catch (InvalidInputException e) {
            assertThat(e.code()).isIn("FORMULA", "EVENT_PATTERN");
        }
    }

    @Provide
    Arbitrary<String> noise() {
        return Arbitraries.of(
                        "1",
                        "2.5",
                        "+",
                        "-",
                        "*",
                        "/",
                        "(",
                        ")",
                        ",",
                        " ",
                        "min(",
                        "max(",
                        "sum(",
                        "{a.b}",
                        "E_V.x",
                        "word",
                        "[",
                        "]",
                        "=",
                        "\u0000",
                        "9".repeat(30))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
