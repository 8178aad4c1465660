package org.complaintkit.rules.syntax;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.pack.Told;

/**
 * What a field is compared with, or what a verb is told. Immutable. Where it stands is no part of what it says: operands
 * that say the same are equal wherever they stand.
 */
public sealed interface Operand {
    /** What a code or an event pattern consists of; a star never beside a slash, where it would begin or end a comment. */
    Pattern PLAIN = Pattern.compile("(?:[A-Za-z0-9_./=:,!\\[\\] -]|(?<!/)\\*(?!/)){0,200}");

    /** Whether nothing in it means anything to a compiler. */
    default boolean plain() {
        return true;
    }

    /** As it is written in a rule. */
    String text();

    /** Where it stands, its quotes included; the file as a whole if it was not read from one. */
    Position at();

    /** A code in double quotes; it contains neither quote nor backslash. */
    record Text(String value, Position at) implements Operand {
        /** One that was not read from a file. */
        public Text(String value) {
            this(value, Position.WHOLE_FILE);
        }

        @Override
        public boolean plain() {
            return PLAIN.matcher(value).matches();
        }

        @Override
        public String text() {
            return quoted(value);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Text text && value.equals(text.value);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }
    }

    /** A number, without needless zeros after the point. */
    record Amount(BigDecimal value, Position at) implements Operand {
        private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);
        private static final int MOST_PLACES = 6;

        public Amount {
            value = value.stripTrailingZeros();
            value = value.scale() < 0 ? value.setScale(0) : value;
        }

        /** One that was not read from a file. */
        public Amount(BigDecimal value) {
            this(value, Position.WHOLE_FILE);
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

        @Override
        public boolean equals(Object other) {
            return other instanceof Amount amount && value.equals(amount.value);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }
    }

    /** {@code true} or {@code false}. */
    record Flag(boolean value, Position at) implements Operand {
        /** One that was not read from a file. */
        public Flag(boolean value) {
            this(value, Position.WHOLE_FILE);
        }

        @Override
        public String text() {
            return String.valueOf(value);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Flag flag && value == flag.value;
        }

        @Override
        public int hashCode() {
            return Boolean.hashCode(value);
        }
    }

    /** {@code param("id")}: a value that the institution may set. */
    record Parameter(String id, Position at) implements Operand {
        /** One that was not read from a file. */
        public Parameter(String id) {
            this(id, Position.WHOLE_FILE);
        }

        @Override
        public boolean plain() {
            return PLAIN.matcher(id).matches();
        }

        @Override
        public String text() {
            return "param(" + quoted(id) + ")";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Parameter parameter && id.equals(parameter.id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    private static String quoted(String value) {
        return '"' + value + '"';
    }
}
