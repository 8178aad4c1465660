package org.complaintkit.policy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A little arithmetic over named numbers, as the tables of a pack write it.
 *
 * <p>{@code + - * /}, parentheses, {@code min(a, b)}, {@code max(a, b)}, numbers without exponent, and names:
 *
 * <ul>
 *   <li><code>{itb.cap}</code>: a parameter
 *   <li>{@code PAYMENT_MADE.amount}, {@code PAYMENT_MADE[by=OUTLET_HEAD].amount}: the number that an event says
 *   <li>{@code sum(PAYMENT_MADE.amount)}: those of all such events together
 *   <li>{@code claimedLoss}, {@code given.requestedAmount}, {@code paymentCap}: a word, for the reader to resolve
 * </ul>
 *
 * <p>What rests on a number that nobody knows, or on a division by zero, has no value. 34 digits are kept on the way.
 * Length and depth are bounded. Immutable and thread-safe.
 */
public final class Formula {
    private final String text;
    private final Node node;

    Formula(String text, Node node) {
        this.text = text;
        this.node = node;
    }

    /** What a name can stand for. */
    public enum Kind {
        /** In braces: a parameter of the pack. */
        PARAMETER,
        /** A word, with dots inside. */
        WORD,
        /** A number of the last event of a pattern. */
        EVENT,
        /** The sum of the numbers of all events of a pattern. */
        SUM
    }

    /**
     * A name in a formula.
     *
     * @param text the parameter or word; of events the key under which the number is said
     * @param event the events meant; empty for parameters and words
     */
    public record Name(Kind kind, String text, Optional<EventPattern> event) {}

    /** Knows the numbers behind the names. */
    @FunctionalInterface
    public interface Values {
        /** The number; empty where it is not known. */
        Optional<BigDecimal> of(Name name);
    }

    /**
     * Reads a formula.
     *
     * @throws org.complaintkit.calendar.InvalidInputException code {@code FORMULA} if the text is none
     */
    public static Formula parse(String text) {
        return new Formula(text.strip(), new FormulaParser(text).whole());
    }

    /** Its value; empty where one of its numbers is not known, or on a division by zero. */
    public Optional<BigDecimal> value(Values values) {
        return node.value(values);
    }

    /** All names in it, from left to right. */
    public Stream<Name> names() {
        return node.names();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Formula formula && formula.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** As written. */
    @Override
    public String toString() {
        return text;
    }

    /** A part of a formula. */
    sealed interface Node {
        Optional<BigDecimal> value(Values values);

        Stream<Name> names();
    }

    record Constant(BigDecimal number) implements Node {
        @Override
        public Optional<BigDecimal> value(Values values) {
            return Optional.of(number);
        }

        @Override
        public Stream<Name> names() {
            return Stream.of();
        }
    }

    record Named(Name name) implements Node {
        @Override
        public Optional<BigDecimal> value(Values values) {
            return values.of(name);
        }

        @Override
        public Stream<Name> names() {
            return Stream.of(name);
        }
    }

    /** How numbers are joined. */
    enum Sign {
        PLUS,
        MINUS,
        TIMES,
        OVER,
        MIN,
        MAX;

        Optional<BigDecimal> join(BigDecimal a, BigDecimal b) {
            return switch (this) {
                case PLUS -> Optional.of(a.add(b, MathContext.DECIMAL128));
                case MINUS -> Optional.of(a.subtract(b, MathContext.DECIMAL128));
                case TIMES -> Optional.of(a.multiply(b, MathContext.DECIMAL128));
                case OVER -> b.signum() == 0 ? Optional.empty() : Optional.of(a.divide(b, MathContext.DECIMAL128));
                case MIN -> Optional.of(a.min(b));
                case MAX -> Optional.of(a.max(b));
            };
        }
    }

    record Joined(Sign sign, List<Node> parts) implements Node {
        @Override
        public Optional<BigDecimal> value(Values values) {
            Optional<BigDecimal> value = parts.get(0).value(values);
            for (Node part : parts.subList(1, parts.size())) {
                value = value.flatMap(a -> part.value(values).flatMap(b -> sign.join(a, b)));
            }
            return value;
        }

        @Override
        public Stream<Name> names() {
            return parts.stream().flatMap(Node::names);
        }
    }
}
