package org.complaintkit.rules.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.rules.analysis.Variable.Moment;
import org.complaintkit.rules.syntax.Field;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a number: each bound by itself, and what lies between two bounds or beyond all of them, unless the field
 * can hold nothing there: whole numbers and days leave no room between neighbours.
 */
final class NumberClasses {
    private static final BigDecimal FIRST_DAY = BigDecimal.valueOf(1900_01_01);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(9999_12_31);
    private static final BigDecimal USUAL_DAY = BigDecimal.valueOf(2025_03_03);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private NumberClasses() {}

    static Variable of(Field field, Moment moment, Set<BigDecimal> bounds, int cost) {
        BigDecimal usual = usual(field);
        BigDecimal least = isDay(field)
                ? FIRST_DAY
                : field == Field.ROUND || field == Field.COMPLAINANT_COUNT ? BigDecimal.ONE : BigDecimal.ZERO;
        List<BigDecimal> sorted = List.copyOf(new TreeSet<>(bounds));
        List<Object> values = new ArrayList<>();
        BigDecimal below = least.subtract(BigDecimal.ONE);
        for (BigDecimal bound : sorted) {
            between(field, below.max(least.subtract(BigDecimal.ONE)), bound, usual, least)
                    .ifPresent(values::add);
            if (bound.compareTo(least) >= 0 && held(field, bound)) {
                values.add(bound);
            }
            below = bound;
        }
        between(field, below.max(least.subtract(BigDecimal.ONE)), null, usual, least)
                .ifPresent(values::add);
        List<Integer> costs = new ArrayList<>(Collections.nCopies(values.size(), cost));
        int near = 0;
        for (int i = 0; i < values.size(); i++) {
            near = ((BigDecimal) values.get(i)).compareTo(usual) == 0 ? i : near;
        }
        costs.set(near, 0);
        return new Variable(field, "", moment, List.copyOf(values), List.copyOf(costs));
    }

    static boolean isDay(Field field) {
        return field == Field.TODAY || field == Field.RECEIVED_DAY;
    }

    private static BigDecimal usual(Field field) {
        return switch (field) {
            case TODAY, RECEIVED_DAY -> USUAL_DAY;
            case ROUND, COMPLAINANT_COUNT -> BigDecimal.ONE;
            default -> BigDecimal.ZERO;
        };
    }

    private static boolean held(Field field, BigDecimal number) {
        return isDay(field) ? day(number).isPresent() : field.type() == Field.Type.AMOUNT || number.scale() <= 0;
    }

    /** Something that the field can hold above one number and below another; the usual value if it lies there. */
    private static Optional<Object> between(
            Field field, BigDecimal above, @Nullable BigDecimal below, BigDecimal usual, BigDecimal least) {
        BigDecimal found;
        if (usual.compareTo(above) > 0 && (below == null || usual.compareTo(below) < 0)) {
            found = usual;
        } else if (isDay(field)) {
            found = day(above)
                    .map(day -> number(day.plusDays(1)))
                    .orElse(above.compareTo(least) < 0 ? least : LAST_DAY);
        } else {
            found = above.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
            boolean fits = below == null || found.compareTo(below) < 0;
            if (!fits && field.type() == Field.Type.AMOUNT && above.compareTo(least) >= 0) {
                found = above.add(below).divide(TWO);
            }
        }
        boolean inside = found.compareTo(above) > 0
                && found.compareTo(least) >= 0
                && !(isDay(field) && found.compareTo(LAST_DAY) > 0)
                && (below == null || found.compareTo(below) < 0);
        return inside ? Optional.of(found.stripTrailingZeros()) : Optional.empty();
    }

    private static BigDecimal number(LocalDate day) {
        return BigDecimal.valueOf((day.getYear() * 100L + day.getMonthValue()) * 100 + day.getDayOfMonth());
    }

    static Optional<LocalDate> day(BigDecimal number) {
        try {
            long digits = number.longValueExact();
            return digits < 0 || digits > LAST_DAY.longValue()
                    ? Optional.empty()
                    : Optional.of(
                            LocalDate.of((int) (digits / 10_000), (int) (digits / 100 % 100), (int) (digits % 100)));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
