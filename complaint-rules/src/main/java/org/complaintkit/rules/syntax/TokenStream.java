package org.complaintkit.rules.syntax;

import java.util.List;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.Position;

/** The words of a file, read one after the other. */
final class TokenStream {
    private final String file;
    private final List<Token> tokens;
    private final Faults faults;
    private int next;

    TokenStream(String file, String text, Faults faults) {
        this.file = file;
        this.tokens = Lexer.read(file, text, faults);
        this.faults = faults;
    }

    /** Thrown where reading on makes no sense; the fault has been added. */
    static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stop() {
            super(null, null, false, false);
        }
    }

    Token peek() {
        return tokens.get(next);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(next + ahead, tokens.size() - 1));
    }

    Token take() {
        Token token = tokens.get(next);
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    boolean atEnd() {
        return peek().kind() == Token.Kind.END;
    }

    /** Takes the word if it comes next. */
    boolean accept(String wanted) {
        if (peek().is(wanted)) {
            take();
            return true;
        }
        return false;
    }

    /** Takes the word; anything else is a fault, and the rule is given up. */
    Token expect(String wanted, String context) {
        if (!peek().is(wanted)) {
            throw stop("EXPECTED", peek(), "a " + wanted + " is expected " + context, "add " + wanted);
        }
        return take();
    }

    Token expectString(String context) {
        if (peek().kind() != Token.Kind.STRING) {
            throw stop("EXPECTED", peek(), "a text in double quotes is expected " + context, "put it in double quotes");
        }
        return take();
    }

    /** Whether a rule begins here: where a rule is never closed, the next one shows it. */
    boolean atRule() {
        return peek().is("rule") && peek(1).kind() == Token.Kind.STRING;
    }

    /** Goes to the end of the rule that was given up, or to the next rule. */
    void skipRule() {
        while (!atEnd() && !atRule()) {
            if (take().is("end")) {
                return;
            }
        }
    }

    void fault(String code, Token token, String reason, String suggestion) {
        String shown = token.kind() == Token.Kind.END ? "end of the file" : token.text();
        fault(code, token.at(), shown, reason, suggestion);
    }

    void fault(String code, Position at, String text, String reason, String suggestion) {
        faults.add(code, file, at, text, reason, suggestion);
    }

    Stop stop(String code, Token token, String reason, String suggestion) {
        fault(code, token, reason, suggestion);
        return new Stop();
    }
}
