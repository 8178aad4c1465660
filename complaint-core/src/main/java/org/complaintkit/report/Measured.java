package org.complaintkit.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A figure with what it was reckoned from.
 *
 * @param part how many count for it
 * @param whole among how many; the base of a rate per million
 * @param value the figure: a number, a sum, or a rate with four decimals; null where nothing can be measured, as the rate
 *     of nothing
 */
public record Measured(long part, long whole, @Nullable BigDecimal value) {
    private static final int DECIMALS = 4;
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /** A number of cases among those looked at. */
    public static Measured count(long part, long whole) {
        return new Measured(part, whole, BigDecimal.valueOf(part));
    }

    /** A share in 0..1. */
    public static Measured rate(long part, long whole) {
        return new Measured(part, whole, over(BigDecimal.valueOf(part), whole));
    }

    /** Cases per million of a base, such as customers; unknown while the base is zero. */
    public static Measured perMillion(long cases, long base) {
        return new Measured(cases, base, over(BigDecimal.valueOf(cases).multiply(MILLION), base));
    }

    /** A sum, and how many of the cases looked at add to it. */
    public static Measured sum(BigDecimal sum, long adding, long cases) {
        BigDecimal stripped = sum.stripTrailingZeros();
        return new Measured(adding, cases, stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }

    /** How much larger it is than an earlier one, as a share of that; null where this cannot be said. */
    public @Nullable BigDecimal growth(Measured earlier) {
        return value == null || earlier.value == null || earlier.value.signum() == 0
                ? null
                : value.subtract(earlier.value).divide(earlier.value, DECIMALS, RoundingMode.HALF_UP);
    }

    /** A share with four decimals; null of nothing. */
    static @Nullable BigDecimal over(BigDecimal part, long whole) {
        return whole == 0 ? null : part.divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    }
}
