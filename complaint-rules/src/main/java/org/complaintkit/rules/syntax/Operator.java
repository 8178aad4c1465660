package org.complaintkit.rules.syntax;

import java.util.Optional;

/** Comparisons of the rule language. */
public enum Operator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">=");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    /** As it is written in a rule. */
    public String sign() {
        return sign;
    }

    /** Whether it needs an order, which only numbers have. */
    public boolean ordered() {
        return this != EQUAL && this != NOT_EQUAL;
    }

    static Optional<Operator> of(String sign) {
        for (Operator operator : values()) {
            if (operator.sign.equals(sign)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }
}
