package org.complaintkit.rules.syntax;

import java.util.List;
import org.complaintkit.rules.pack.Cell;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.pack.Told;

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

    /** The words of a text that stands in one cell of a table. */
    TokenStream(String file, Cell cell, Faults faults) {
        Faults own = new Faults();
        this.file = file;
        this.tokens = Lexer.read(file, cell.text(), own).stream()
                .map(token -> new Token(token.kind(), token.text(), place(cell, token.at())))
                .toList();
        this.faults = faults;
        own.all().forEach(fault -> faults.add(fault.told(), file, place(cell, fault.at()), fault.text()));
    }

    /** Where in the file stands what has a place in the text of a cell. */
    private static Position place(Cell cell, Position at) {
        int from = 0;
        for (int line = 1; line < at.line(); line++) {
            from = cell.text().indexOf('\n', from) + 1;
        }
        from += at.column() - 1;
        return cell.place(from, from + at.length());
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
    Token expect(String wanted) {
        if (!peek().is(wanted)) {
            throw stop(FaultKind.EXPECTED.told(wanted, before()), peek());
        }
        return take();
    }

    Token expectString() {
        if (peek().kind() != Token.Kind.STRING) {
            throw stop(FaultKind.TEXT_IN_QUOTES.told(before()), peek());
        }
        return take();
    }

    /** What was read last, as it is shown to people. */
    private String before() {
        Token last = next == 0 ? peek() : tokens.get(next - 1);
        return last.kind() == Token.Kind.STRING ? "\"" + last.text() + "\"" : last.text();
    }

    /** Whether a rule begins here: where a rule is never closed, the next one shows it. */
    boolean atRule() {
        return peek().is("rule") && peek(1).kind() == Token.Kind.STRING;
    }

    /** Goes behind the word, unless the rule ends before it comes. */
    boolean skipTo(String word) {
        while (!atEnd() && !atRule() && !peek().is("end")) {
            if (take().is(word)) {
                return true;
            }
        }
        return false;
    }

    /** Goes to the end of the rule that was given up, or to the next rule. */
    void skipRule() {
        while (!atEnd() && !atRule()) {
            if (take().is("end")) {
                return;
            }
        }
    }

    void fault(Told told, Token token) {
        fault(told, token.at(), token.kind() == Token.Kind.END ? "end of the file" : token.text());
    }

    void fault(Told told, Position at, String text) {
        faults.add(told, file, at, text);
    }

    Stop stop(Told told, Token token) {
        fault(told, token);
        return new Stop();
    }
}
