package org.complaintkit.policy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A value that the institution may set: missing numbers of the text become parameters with a documented default.
 *
 * @param id such as {@code rcc.major.loss}
 * @param kind what it holds
 * @param unit unit of a number ({@code yuan}, {@code working days}, {@code persons}); for a code, its vocabulary kind; for a
 *     date, what {@code none} stands for: {@link #PAST} or {@link #FUTURE}
 * @param initial the default: a {@link java.math.BigDecimal} for a number, a {@link Same} for the value of another
 *     parameter, else a text
 * @param min least number allowed; null where unbounded or no number
 * @param max greatest number allowed; null where unbounded or no number
 * @param clause the clause that needs it
 * @param basis {@link Basis#DEFAULT} as a rule; {@link Basis#TEXT} where the text gives the number
 * @param stricter in which direction a pack of a lower layer may move it
 */
public record Parameter(
        String id,
        Kind kind,
        String unit,
        Object initial,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        String clause,
        Basis basis,
        Stricter stricter) {

    /** One that packs of lower layers leave alone. */
    public Parameter(
            String id,
            Kind kind,
            String unit,
            Object initial,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            String clause,
            Basis basis) {
        this(id, kind, unit, initial, min, max, clause, basis, Stricter.FIXED);
    }

    /** Which values are stricter than the one in force. */
    public enum Stricter {
        /** None: a lower layer may not touch it. */
        FIXED,
        /** Smaller ones: days to answer in. */
        LOWER,
        /** Greater ones: years to keep records. */
        HIGHER
    }

    /** Unit of a date whose {@code none} lies before every day: a beginning that is open, or an end long gone. */
    public static final String PAST = "past";
    /** Unit of a date whose {@code none} lies after every day: an end that is open, or a beginning that never comes. */
    public static final String FUTURE = "future";

    /**
     * The default of a parameter that follows another one until it is set itself: its value, or an equal part of it.
     *
     * @param other id of a parameter of the same kind
     * @param parts 1 for the whole; a number or a term is divided by it
     */
    public record Same(String other, int parts) {
        /** The whole value of another one. */
        public Same(String other) {
            this(other, 1);
        }

        /** As the manifest writes it. */
        @Override
        public String toString() {
            return "= " + other + (parts == 1 ? "" : " / " + parts);
        }
    }

    /** What a parameter holds. */
    public enum Kind {
        NUMBER,
        /** A day, such as {@code 2025-11-14}, or {@code none}; as a number 20251114. */
        DATE,
        /** A code of the vocabulary. */
        CODE,
        /** A term of time, such as {@code 2 hours}. */
        TERM,
        /** A time of day, such as {@code 17:00} or {@code 24:00}; {@code none} for none. */
        TIME,
        /** {@code true} or {@code false}. */
        FLAG,
        TEXT
    }
}
