package org.complaintkit.rules.syntax;

import java.util.ArrayList;
import java.util.List;
import org.complaintkit.rules.pack.Characters;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.pack.Told;

/**
 * Cuts a rule file into words. A full-width sign is told as a fault and read as the plain sign that it looks like, so that
 * one slip of the keyboard does not hide the faults behind it.
 */
final class Lexer {
    private static final List<String> SIGNS = List.of("&&", "||", "==", "!=", "<=", ">=");
    private static final String DOUBLE_QUOTES = "\"“”„‟＂「」『』";
    private static final String SINGLE_QUOTES = "'‘’＇";

    private final String file;
    private final String text;
    private final Faults faults;
    private final List<Token> tokens = new ArrayList<>();
    private int next;
    private int line = 1;
    private int lineStart;
    private boolean begun;

    private Lexer(String file, String text, Faults faults) {
        this.file = file;
        this.text = text;
        this.faults = faults;
    }

    /** The words of the file, closed by one of kind END. */
    static List<Token> read(String file, String text, Faults faults) {
        Lexer lexer = new Lexer(file, text, faults);
        lexer.readAll();
        return lexer.tokens;
    }

    private void readAll() {
        while (next < text.length()) {
            readOne();
        }
        tokens.add(new Token(Token.Kind.END, "", position()));
    }

    private void readOne() {
        char c = text.charAt(next);
        if (c == '\n') {
            newLine();
        } else if (c == ' ' || c == '\t' || c == '\r') {
            checkVisible(c);
            next++;
        } else {
            boolean first = !begun;
            readWritten(c, first);
            begun = true;
        }
    }

    /** Reads something that can be seen; a line whose first sign is # is a comment. */
    private void readWritten(char c, boolean first) {
        if (text.startsWith("//", next) || (c == '#' && first)) {
            skipLine();
        } else if (text.startsWith("/*", next)) {
            skipComment();
        } else if (DOUBLE_QUOTES.indexOf(c) >= 0 || SINGLE_QUOTES.indexOf(c) >= 0) {
            readString();
        } else if ((c >= '0' && c <= '9') || (c >= '０' && c <= '９')) {
            readNumber();
        } else if (isLetter(text.codePointAt(next))) {
            readWord();
        } else {
            readSign();
        }
    }

    private void readWord() {
        Position at = position();
        int from = next;
        int foreign = 0;
        StringBuilder word = new StringBuilder();
        while (next < text.length() && (isLetter(text.codePointAt(next)) || isDigit(text.charAt(next)))) {
            int c = text.codePointAt(next);
            foreign = c > '~' && foreign == 0 ? c : foreign;
            if (c > '~') {
                word.append(Characters.plain(c).orElse(Character.toString(c)));
            } else {
                word.append((char) c);
            }
            next += Character.charCount(c);
        }
        if (foreign != 0) {
            faults.add(
                    FaultKind.LETTER_FULL_WIDTH.told(Characters.name(foreign)), file, at, text.substring(from, next));
        }
        tokens.add(new Token(Token.Kind.WORD, word.toString(), reached(at)));
    }

    private void readNumber() {
        Position at = position();
        StringBuilder digits = new StringBuilder();
        while (next < text.length() && (isDigit(text.charAt(next)) || text.charAt(next) == '.')) {
            int c = text.charAt(next);
            if (c > '9') {
                lookalike(c, Characters.plain(c).orElse("?"));
            }
            digits.append(Characters.plain(c).orElse(String.valueOf((char) c)));
            next++;
        }
        if (next < text.length() && text.charAt(next) == 'B') {
            next++;
        }
        tokens.add(new Token(Token.Kind.NUMBER, digits.toString(), reached(at)));
    }

    private void readString() {
        Position at = position();
        String closing = closing(text.charAt(next));
        checkQuote();
        next++;
        StringBuilder content = new StringBuilder();
        while (next < text.length() && text.charAt(next) != '\n') {
            int c = text.codePointAt(next);
            if (closing.indexOf(c) >= 0) {
                checkQuote();
                next++;
                tokens.add(new Token(Token.Kind.STRING, content.toString(), reached(at)));
                return;
            }
            if (c == '\\') {
                fault(FaultKind.ESCAPE.told(), "\\");
            } else {
                checkVisible(c);
            }
            content.appendCodePoint(c);
            next += Character.charCount(c);
        }
        faults.add(FaultKind.QUOTE_OPEN.told(), file, at, content.toString());
        tokens.add(new Token(Token.Kind.STRING, content.toString().strip(), reached(at)));
    }

    /** Signs that close a string; a rule's name is prose and may contain the quotes of prose. */
    private String closing(char opening) {
        if (SINGLE_QUOTES.indexOf(opening) >= 0) {
            return SINGLE_QUOTES;
        }
        return opening == '"' && afterRule() ? "\"" : DOUBLE_QUOTES;
    }

    private boolean afterRule() {
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).is("rule");
    }

    private void checkQuote() {
        if (text.charAt(next) != '"') {
            lookalike(text.charAt(next), "\"");
        }
    }

    private void readSign() {
        Position at = position();
        int character = text.codePointAt(next);
        if (Characters.invisible(character)) {
            checkVisible(character);
            next += Character.charCount(character);
            return;
        }
        String sign = sign(character);
        if (character > '~') {
            String plain = Characters.plain(character).orElse("");
            lookalike(character, plain);
            sign = plain;
            next += Character.charCount(character);
        } else {
            next += sign.length();
        }
        if (!sign.isEmpty()) {
            tokens.add(new Token(Token.Kind.SIGN, sign, reached(at)));
        }
    }

    private String sign(int character) {
        for (String sign : SIGNS) {
            if (text.startsWith(sign, next)) {
                return sign;
            }
        }
        return Character.toString(character);
    }

    private void lookalike(int character, String plain) {
        if (plain.isEmpty()) {
            fault(FaultKind.CHARACTER.told(Characters.name(character)), Character.toString(character));
        } else {
            Told told = FaultKind.FULL_WIDTH.told(Characters.name(character), plain);
            fault(told, Character.toString(character));
        }
    }

    private void checkVisible(int character) {
        boolean loneReturn = character == '\r' && !text.startsWith("\r\n", next);
        if (loneReturn || (Characters.invisible(character) && !(character == '\u3000' && afterRule()))) {
            fault(FaultKind.INVISIBLE_CHARACTER.told(Characters.name(character)), "");
        }
    }

    private void skipLine() {
        while (next < text.length() && text.charAt(next) != '\n') {
            skipped();
        }
    }

    private void skipComment() {
        Position at = position();
        while (next < text.length() && !text.startsWith("*/", next)) {
            if (text.charAt(next) == '\n') {
                newLine();
            } else {
                skipped();
            }
        }
        if (next >= text.length()) {
            faults.add(FaultKind.COMMENT_OPEN.told(), file, at, "/*");
        }
        next = Math.min(text.length(), next + 2);
    }

    /** Comments may say anything that can be seen: what cannot would let a reader see another text than the machine. */
    private void skipped() {
        int character = text.codePointAt(next);
        if (Character.getType(character) != Character.SPACE_SEPARATOR) {
            checkVisible(character);
        }
        next += Character.charCount(character);
    }

    private void newLine() {
        next++;
        line++;
        lineStart = next;
        begun = false;
    }

    private static boolean isLetter(int c) {
        return c == '_' || c == '$' || Character.isLetter(c);
    }

    private static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
    }

    private Position position() {
        return new Position(line, next - lineStart + 1);
    }

    /** From a place of this line to where reading has come. */
    private Position reached(Position from) {
        return from.to(position());
    }

    private void fault(Told told, String offending) {
        faults.add(told, file, position(), offending);
    }
}
