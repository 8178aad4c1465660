package org.complaintkit.policy;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.calendar.InvalidInputException;

/**
 * What an indicator should be: {@code 0}, {@code >= 0.95} or {@code <= 10}.
 *
 * @param sense how the value must stand to the number
 * @param number the number
 */
public record IndicatorTarget(Sense sense, BigDecimal number) {
    private static final Pattern SHAPE = Pattern.compile("(>=|<=)?\\s*([0-9]{1,15}(?:\\.[0-9]{1,8})?)");

    /** How a value must stand to the number. */
    public enum Sense {
        EXACTLY(""),
        AT_LEAST(">= "),
        AT_MOST("<= ");

        private final String sign;

        Sense(String sign) {
            this.sign = sign;
        }
    }

    /**
     * Reads one.
     *
     * @throws InvalidInputException if the text is none
     */
    public static IndicatorTarget parse(String text) {
        Matcher shape = SHAPE.matcher(text.strip());
        if (!shape.matches()) {
            throw InvalidInputException.of("INDICATOR_TARGET", "target")
                    .value(text)
                    .rule("a number, or >= or <= and a number")
                    .wayOut("write 0, >= 0.95 or <= 10; rates lie between 0 and 1")
                    .build();
        }
        Sense sense =
                shape.group(1) == null ? Sense.EXACTLY : shape.group(1).equals(">=") ? Sense.AT_LEAST : Sense.AT_MOST;
        return new IndicatorTarget(sense, new BigDecimal(shape.group(2)));
    }

    /** Whether a value reaches it. */
    public boolean reachedBy(BigDecimal value) {
        int order = value.compareTo(number);
        return switch (sense) {
            case EXACTLY -> order == 0;
            case AT_LEAST -> order >= 0;
            case AT_MOST -> order <= 0;
        };
    }

    /** As tables write it. */
    @Override
    public String toString() {
        return sense.sign + number.toPlainString();
    }
}
