package org.complaintkit.policy;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.calendar.InvalidInputException;

/**
 * A condition that the parameters of a pack must fulfil together, as {@code ins.l2.amountMin < ins.l1.amount}: two
 * formulas over parameters of kind NUMBER or DATE with one of {@code < <= = >= >} between them. Immutable and thread-safe.
 *
 * @param text as written
 * @param clause the clause that demands it
 */
public record Consistency(String text, Formula left, String sign, Formula right, String clause) {
    private static final Pattern SHAPE = Pattern.compile("([^<>=]+)(<=|>=|<|>|=)([^<>=]+)");

    /**
     * Reads a condition.
     *
     * @throws InvalidInputException if the text is none
     */
    public static Consistency parse(String text, String clause) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw InvalidInputException.of("CONSISTENCY", "consistency rule")
                    .value(text)
                    .rule("two sides with one of < <= = >= > between them")
                    .wayOut("write it like a.b < min(c.d, 3)")
                    .build();
        }
        return new Consistency(
                text.strip(), Formula.parse(shape.group(1)), shape.group(2), Formula.parse(shape.group(3)), clause);
    }

    /** Whether the parameters fulfil it; a side without a value, such as a division by zero, does not. */
    public boolean holds(Parameters parameters) {
        Formula.Values values = name -> Optional.of(parameters.number(name.text()));
        Optional<BigDecimal> a = left.value(values);
        Optional<BigDecimal> b = right.value(values);
        return a.isPresent() && b.isPresent() && fits(a.get().compareTo(b.get()));
    }

    private boolean fits(int order) {
        return switch (sign) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> order == 0;
        };
    }
}
