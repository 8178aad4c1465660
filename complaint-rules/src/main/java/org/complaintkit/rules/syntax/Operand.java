package org.complaintkit.rules.syntax;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Told;

/** What a field is compared with, or what a verb is told. Immutable. */
public sealed interface Operand {
    /** What a code or an event pattern consists of; a star never beside a slash, where it would begin or end a comment. */
    Pattern PLAIN = Pattern.compile("(?:[A-Za-z0-9_./=:,!\\[\\] -]|(?<!/)\\*(?!/)){0,200}");

    /** Whether nothing in it means anything to a compiler. */
    default boolean plain() {
        return true;
    }

    /** As it is written in a rule. */
    String text();

    /** A code in double quotes; it contains neither quote nor backslash. */
    record Text(String value) implements Operand {
        @Override
        public boolean plain() {
            return PLAIN.matcher(value).matches();
        }

        @Override
        public String text() {
            return quoted(value);
        }
    }

    /** A number, without needless zeros after the point. */
    record Amount(BigDecimal value) implements Operand {
        private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);
        private static final int MOST_PLACES = 6;

        public Amount {
            value = value.stripTrailingZeros();
            value = value.scale() < 0 ? value.setScale(0) : value;
        }

        /** What is wrong with the digits of a number; empty if they can be one. */
        public static Optional<Told> fault(String digits) {
            try {
                BigDecimal number = new BigDecimal(digits);
                return number.abs().compareTo(MOST) > 0 || number.scale() > MOST_PLACES
                        ? Optional.of(FaultKind.NUMBER_RANGE.told())
                        : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.of(FaultKind.NUMBER.told());
            }
        }

        /** A fraction carries a {@code B}: without it Drools would take the nearest binary fraction instead. */
        @Override
        public String text() {
            return value.toPlainString() + (value.scale() > 0 ? "B" : "");
        }
    }

    /** {@code true} or {@code false}. */
    record Flag(boolean value) implements Operand {
        @Override
        public String text() {
            return String.valueOf(value);
        }
    }

    /** {@code param("id")}: a value that the institution may set. */
    record Parameter(String id) implements Operand {
        @Override
        public boolean plain() {
            return PLAIN.matcher(id).matches();
        }

        @Override
        public String text() {
            return "param(" + quoted(id) + ")";
        }
    }

    private static String quoted(String value) {
        return '"' + value + '"';
    }
}
