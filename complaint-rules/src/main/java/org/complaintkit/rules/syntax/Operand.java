package org.complaintkit.rules.syntax;

import java.math.BigDecimal;

/** What a field is compared with, or what a verb is told. Immutable. */
public sealed interface Operand {
    /** As it is written in a rule. */
    String text();

    /** A code in double quotes. */
    record Text(String value) implements Operand {
        @Override
        public String text() {
            return quoted(value);
        }
    }

    /** A number, without needless zeros after the point. */
    record Amount(BigDecimal value) implements Operand {
        public Amount {
            value = value.stripTrailingZeros();
            value = value.scale() < 0 ? value.setScale(0) : value;
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
        public String text() {
            return "param(" + quoted(id) + ")";
        }
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
