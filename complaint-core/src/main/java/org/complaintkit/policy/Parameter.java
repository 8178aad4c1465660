package org.complaintkit.policy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A value that the institution may set: missing numbers of the text become parameters with a documented default.
 *
 * @param id such as {@code rcc.major.loss}
 * @param kind what it holds
 * @param unit unit of a number ({@code yuan}, {@code working days}, {@code persons}) or, for a code, its vocabulary kind
 * @param initial the default: a {@link java.math.BigDecimal} for a number, else a text
 * @param min least number allowed; null where unbounded or no number
 * @param max greatest number allowed; null where unbounded or no number
 * @param clause the clause that needs it
 * @param basis {@link Basis#DEFAULT} as a rule; {@link Basis#TEXT} where the text gives the number
 */
public record Parameter(
        String id,
        Kind kind,
        String unit,
        Object initial,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        String clause,
        Basis basis) {

    /** What a parameter holds. */
    public enum Kind {
        NUMBER,
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
