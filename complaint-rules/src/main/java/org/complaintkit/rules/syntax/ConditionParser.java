package org.complaintkit.rules.syntax;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.complaintkit.rules.pack.Position;

/** Reads the conditions of a pattern. */
final class ConditionParser {
    private static final int MAX_NESTING = 20;
    private static final int MAX_TESTS = 100;
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
                tokens.fault(
                        "WORD_FOR_SIGN", joint, "inside the parentheses " + word + " is not known", "write " + sign);
            }
            parts.add(part.get());
        }
        return parts;
    }

    private Condition part() {
        Token token = tokens.peek();
        if (++depth > MAX_NESTING) {
            throw tokens.stop(
                    "NESTING", token, "parentheses are nested more than " + MAX_NESTING + " deep", "simplify");
        }
        Condition part;
        if (tokens.accept("!")) {
            tokens.expect("(", "after !");
            part = new Condition.Not(any(), token.at());
            tokens.expect(")", "to close !(");
        } else if (tokens.accept("(")) {
            part = any();
            tokens.expect(")", "to close the parenthesis");
        } else {
            part = test();
        }
        depth--;
        return part;
    }

    private Condition test() {
        Token field = tokens.take();
        if (field.is("eval")) {
            throw tokens.stop("NOT_ALLOWED", field, "eval runs code", "compare a field with a value");
        }
        if (field.kind() != Token.Kind.WORD) {
            throw tokens.stop("FIELD_FIRST", field, "a condition begins with a field", "write field, sign, value");
        }
        if (++tests > MAX_TESTS) {
            throw tokens.stop(
                    "TOO_MANY_CONDITIONS", field, "at most " + MAX_TESTS + " conditions a rule", "split the rule");
        }
        boolean negated = tokens.accept("not");
        if (tokens.accept("in")) {
            return new Condition.In(field.text(), negated, operands(), field.at());
        }
        if (tokens.accept("contains")) {
            return new Condition.Contains(field.text(), negated, operand(), field.at());
        }
        return new Condition.Compare(field.text(), operator(field, negated), operand(), field.at());
    }

    private Operator operator(Token field, boolean negated) {
        Token sign = tokens.take();
        if (sign.is("=") && !negated) {
            tokens.fault("SINGLE_EQUALS", sign, "a comparison has two signs of equality", "write ==");
            return Operator.EQUAL;
        }
        if (sign.is(".") || sign.is("(")) {
            throw tokens.stop("NOT_ALLOWED", sign, "a condition calls nothing", "compare the field with a value");
        }
        if (sign.kind() == Token.Kind.WORD && OTHER_OPERATORS.contains(sign.text())) {
            throw tokens.stop("NOT_ALLOWED", sign, sign.text() + " is not known here", "use ==, in or contains");
        }
        return Operator.of(sign.text())
                .filter(operator -> sign.kind() == Token.Kind.SIGN && !negated)
                .orElseThrow(() -> tokens.stop(
                        "OPERATOR",
                        sign,
                        "after the field " + field.text() + " comes ==, !=, <, <=, >, >=, in, not in, contains or not"
                                + " contains",
                        "for a yes-or-no field write " + field.text() + " == true"));
    }

    private List<Operand> operands() {
        tokens.expect("(", "after in");
        List<Operand> operands = new ArrayList<>();
        do {
            operands.add(operand());
        } while (tokens.accept(","));
        tokens.expect(")", "after the list");
        return operands;
    }

    /** A literal or a parameter. */
    Operand operand() {
        Token token = tokens.take();
        return switch (token.kind()) {
            case STRING -> new Operand.Text(token.text());
            case NUMBER -> number(token, token.text());
            case SIGN -> {
                if (token.is("-") && tokens.peek().kind() == Token.Kind.NUMBER) {
                    yield number(token, "-" + tokens.take().text());
                }
                throw tokens.stop("VALUE", token, "a value is expected here", "write a code in quotes or a number");
            }
            case WORD -> word(token);
            case END -> throw tokens.stop("VALUE", token, "a value is expected here", "write a code in quotes");
        };
    }

    private Operand word(Token token) {
        if (token.is("true") || token.is("false")) {
            return new Operand.Flag(token.is("true"));
        }
        if (token.is("param")) {
            tokens.expect("(", "after param");
            Token id = tokens.expectString("as the id of the parameter");
            tokens.expect(")", "after the id");
            return new Operand.Parameter(id.text());
        }
        if (token.is("null")) {
            throw tokens.stop("VALUE", token, "there is no null: what is not given is empty", "write \"\"");
        }
        if (tokens.peek().is(".") || tokens.peek().is("(")) {
            throw tokens.stop("NOT_ALLOWED", token, "a rule calls nothing but verbs and param", "write a value");
        }
        tokens.fault("CODE_UNQUOTED", token, "codes stand in double quotes", "write \"" + token.text() + "\"");
        return new Operand.Text(token.text());
    }

    private Operand number(Token token, String digits) {
        try {
            BigDecimal number = new BigDecimal(digits);
            if (number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0 || number.scale() > 6) {
                String way = "make it a parameter of the pack";
                tokens.fault("NUMBER_RANGE", token, "numbers go up to 2147483647, with 6 places", way);
                return new Operand.Amount(BigDecimal.ZERO);
            }
            return new Operand.Amount(number);
        } catch (NumberFormatException e) {
            tokens.fault("NUMBER", token, "this is no number", "write digits, with a point before a fraction");
            return new Operand.Amount(BigDecimal.ZERO);
        }
    }
}
