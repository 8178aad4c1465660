package org.complaintkit.rules.syntax;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.pack.Told;

/** Reads the conditions of a pattern. */
final class ConditionParser {
    static final int MAX_NESTING = 20;
    static final int MAX_TESTS = 100;
    static final int MAX_VALUES = 500;
    private static final Set<String> OTHER_OPERATORS =
            Set.of("matches", "memberOf", "soundslike", "str", "excludes", "startsWith", "endsWith", "instanceof");

    private final TokenStream tokens;
    private int depth;
    private int tests;

    ConditionParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** Conditions separated by commas, up to the closing parenthesis. */
    List<Condition> list() {
        depth = 0;
        tests = 0;
        List<Condition> list = new ArrayList<>();
        if (tokens.peek().is(")")) {
            return list;
        }
        do {
            list.add(any());
        } while (tokens.accept(","));
        return list;
    }

    private Condition any() {
        Position at = tokens.peek().at();
        List<Condition> parts = joined("||", "or", this::all);
        return parts.size() == 1 ? parts.get(0) : new Condition.Any(parts, at);
    }

    private Condition all() {
        Position at = tokens.peek().at();
        List<Condition> parts = joined("&&", "and", this::part);
        return parts.size() == 1 ? parts.get(0) : new Condition.All(parts, at);
    }

    private List<Condition> joined(String sign, String word, Supplier<Condition> part) {
        List<Condition> parts = new ArrayList<>();
        parts.add(part.get());
        while (tokens.peek().is(sign) || tokens.peek().is(word)) {
            Token joint = tokens.take();
            if (joint.is(word)) {
                tokens.fault(FaultKind.WORD_FOR_SIGN.told(word, sign), joint);
            }
            parts.add(part.get());
        }
        return parts;
    }

    private Condition part() {
        Token token = tokens.peek();
        if (++depth > MAX_NESTING) {
            throw tokens.stop(FaultKind.NESTING.told(MAX_NESTING), token);
        }
        Condition part;
        if (tokens.accept("!")) {
            tokens.expect("(");
            part = new Condition.Not(any(), token.at());
            tokens.expect(")");
        } else if (tokens.accept("(")) {
            part = any();
            tokens.expect(")");
        } else {
            part = test();
        }
        depth--;
        return part;
    }

    private Condition test() {
        Token field = tokens.take();
        if (field.is("eval")) {
            throw tokens.stop(FaultKind.EVAL.told(), field);
        }
        if (field.is("not")) {
            throw tokens.stop(
                    FaultKind.NOT_FIRST.told(
                            tokens.peek().kind() == Token.Kind.WORD
                                    ? tokens.peek().text()
                                    : "vip"),
                    field);
        }
        if (field.kind() != Token.Kind.WORD) {
            throw tokens.stop(FaultKind.FIELD_FIRST.told(), field);
        }
        if (++tests > MAX_TESTS) {
            throw tokens.stop(FaultKind.TOO_MANY_CONDITIONS.told(MAX_TESTS), field);
        }
        boolean negated = tokens.accept("not");
        if (tokens.accept("in")) {
            return new Condition.In(field.text(), negated, operands(), field.at());
        }
        if (tokens.accept("contains")) {
            return new Condition.Contains(field.text(), negated, operand(), field.at());
        }
        Position sign = tokens.peek().at();
        return new Condition.Compare(field.text(), operator(field, negated), operand(), field.at(), sign);
    }

    private Operator operator(Token field, boolean negated) {
        Token sign = tokens.take();
        if (sign.is("=") && !negated) {
            tokens.fault(FaultKind.SINGLE_EQUALS.told(), sign);
            return Operator.EQUAL;
        }
        if (sign.is(".") || sign.is("(")) {
            throw tokens.stop(FaultKind.CALL.told(), sign);
        }
        if (sign.kind() == Token.Kind.WORD && OTHER_OPERATORS.contains(sign.text())) {
            throw tokens.stop(FaultKind.UNKNOWN_OPERATOR.told(sign.text()), sign);
        }
        return Operator.of(sign.text())
                .filter(operator -> sign.kind() == Token.Kind.SIGN && !negated)
                .orElseThrow(() -> tokens.stop(FaultKind.OPERATOR.told(field.text()), sign));
    }

    private List<Operand> operands() {
        tokens.expect("(");
        List<Operand> operands = values();
        tokens.expect(")");
        return operands;
    }

    /** Values separated by commas, up to the closing parenthesis. */
    List<Operand> values() {
        List<Operand> values = new ArrayList<>();
        do {
            if (values.size() == MAX_VALUES) {
                throw tokens.stop(FaultKind.TOO_MANY_VALUES.told(MAX_VALUES), tokens.peek());
            }
            values.add(operand());
        } while (tokens.accept(","));
        return values;
    }

    /** A literal or a parameter. */
    Operand operand() {
        Token token = tokens.take();
        return switch (token.kind()) {
            case STRING -> new Operand.Text(token.text(), token.at());
            case NUMBER -> number(token, token.text(), token.at());
            case SIGN -> {
                if (token.is("-") && tokens.peek().kind() == Token.Kind.NUMBER) {
                    Token digits = tokens.take();
                    yield number(token, "-" + digits.text(), token.at().to(digits.at()));
                }
                throw tokens.stop(FaultKind.VALUE.told(), token);
            }
            case WORD -> word(token);
            case END -> throw tokens.stop(FaultKind.VALUE.told(), token);
        };
    }

    private Operand word(Token token) {
        if (token.is("true") || token.is("false")) {
            return new Operand.Flag(token.is("true"), token.at());
        }
        if (token.is("param")) {
            tokens.expect("(");
            Token id = tokens.expectString();
            Token close = tokens.expect(")");
            return new Operand.Parameter(id.text(), token.at().to(close.at()));
        }
        if (token.is("null")) {
            throw tokens.stop(FaultKind.NULL_VALUE.told(), token);
        }
        if (tokens.peek().is(".") || tokens.peek().is("(")) {
            throw tokens.stop(FaultKind.CALL.told(), token);
        }
        tokens.fault(FaultKind.CODE_UNQUOTED.told(token.text()), token);
        return new Operand.Text(token.text(), token.at());
    }

    private Operand number(Token token, String digits, Position at) {
        Optional<Told> fault = Operand.Amount.fault(digits);
        fault.ifPresent(told -> tokens.fault(told, token));
        return new Operand.Amount(fault.isPresent() ? BigDecimal.ZERO : new BigDecimal(digits), at);
    }
}
