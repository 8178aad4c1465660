package org.complaintkit.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.calendar.InvalidInputException;

/** Reads a {@link Formula}, from left to right, each sign once. One parser reads one text. */
final class FormulaParser {
    private static final int LONGEST = 500;
    private static final int DEEPEST = 30;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,10})?");
    private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z0-9_.]{1,80})}");
    private static final Pattern EVENT =
            Pattern.compile("([A-Z][A-Z0-9_]+(?:\\[[^\\[\\]]*])?)\\.([A-Za-z][A-Za-z0-9_]*)");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(?:\\.[A-Za-z0-9_]+)*");
    private static final Pattern CALL = Pattern.compile("(min|max|sum)\\s*\\(");

    private final String text;
    private int next;
    private int depth;

    FormulaParser(String text) {
        this.text = text;
    }

    Formula.Node whole() {
        if (text.length() > LONGEST) {
            throw malformed("at most " + LONGEST + " characters");
        }
        Formula.Node node = sum();
        if (next < text.length()) {
            throw malformed("a sign between two numbers");
        }
        return node;
    }

    private Formula.Node sum() {
        if (++depth > DEEPEST) {
            throw malformed("parentheses at most " + DEEPEST + " deep");
        }
        Formula.Node node = product();
        while (true) {
            if (taken('+')) {
                node = new Formula.Joined(Formula.Sign.PLUS, List.of(node, product()));
            } else if (taken('-')) {
                node = new Formula.Joined(Formula.Sign.MINUS, List.of(node, product()));
            } else {
                depth--;
                return node;
            }
        }
    }

    private Formula.Node product() {
        Formula.Node node = single();
        while (true) {
            if (taken('*')) {
                node = new Formula.Joined(Formula.Sign.TIMES, List.of(node, single()));
            } else if (taken('/')) {
                node = new Formula.Joined(Formula.Sign.OVER, List.of(node, single()));
            } else {
                return node;
            }
        }
    }

    private Formula.Node single() {
        blanks();
        if (taken('(')) {
            Formula.Node node = sum();
            close();
            return node;
        }
        return matched(CALL)
                .map(this::call)
                .or(() -> matched(NUMBER).map(found -> new Formula.Constant(new BigDecimal(found.group()))))
                .or(() -> matched(PARAMETER).map(found -> named(Formula.Kind.PARAMETER, found.group(1))))
                .or(() -> event(Formula.Kind.EVENT))
                .or(() -> matched(WORD).map(found -> named(Formula.Kind.WORD, found.group())))
                .orElseThrow(() -> malformed("a number, {parameter}, EVENT.key, name, min(...), max(...), sum(...)"));
    }

    private Formula.Node call(Matcher found) {
        if (found.group(1).equals("sum")) {
            blanks();
            Formula.Node node = event(Formula.Kind.SUM).orElseThrow(() -> malformed("sum(EVENT.key)"));
            close();
            return node;
        }
        List<Formula.Node> parts = new ArrayList<>();
        do {
            parts.add(sum());
        } while (taken(','));
        close();
        return new Formula.Joined(found.group(1).equals("min") ? Formula.Sign.MIN : Formula.Sign.MAX, parts);
    }

    private Optional<Formula.Node> event(Formula.Kind kind) {
        return matched(EVENT)
                .map(found -> new Formula.Named(
                        new Formula.Name(kind, found.group(2), Optional.of(EventPattern.parse(found.group(1))))));
    }

    private static Formula.Node named(Formula.Kind kind, String name) {
        return new Formula.Named(new Formula.Name(kind, name, Optional.empty()));
    }

    private Optional<Matcher> matched(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(next, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        next = matcher.end();
        return Optional.of(matcher);
    }

    private boolean taken(char sign) {
        blanks();
        boolean there = next < text.length() && text.charAt(next) == sign;
        next += there ? 1 : 0;
        return there;
    }

    private void close() {
        if (!taken(')')) {
            throw malformed("a closing parenthesis");
        }
        blanks();
    }

    private void blanks() {
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
    }

    private InvalidInputException malformed(String wanted) {
        return InvalidInputException.of("FORMULA", "formula")
                .value(text.length() > LONGEST ? text.substring(0, LONGEST) : text)
                .rule("at character " + (next + 1) + ": " + wanted)
                .wayOut("write it like min({x.cap}, given.requestedAmount) - sum(PAYMENT_MADE.amount)")
                .build();
    }
}
