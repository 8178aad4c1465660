package org.complaintkit.rules.pack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON that is plainly written: without escapes and exponents, neither deep nor long. Of any other text it says
 * nothing and leaves it to Jackson, which knows all of JSON and tells what is wrong; but to start Jackson takes a process
 * that has just begun longer than to read all tables of a pack. What it does read Jackson reads as the same. Used once.
 */
final class PlainJson {
    private static final int MAX_DEPTH = 8;
    private static final int MAX_TEXT = 5_000;
    private static final int MAX_NUMBER = 30;

    private final String text;
    private final Map<String, Position> places = new HashMap<>();
    private int next;
    private int line = 1;
    private int lineStart;

    /** Says only that the text is for somebody else. */
    private static final class NotPlain extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotPlain() {
            super("not plain", null, false, false);
        }
    }

    private PlainJson(String text) {
        this.text = text;
    }

    /** The value of the file with the place of each value in it; empty if the text is not plain, or no JSON. */
    static Optional<JsonFile> read(String text) {
        PlainJson json = new PlainJson(text);
        try {
            Object root = json.value("", 1);
            json.skipBlanks();
            return json.next == text.length() ? Optional.of(new JsonFile(root, json.places)) : Optional.empty();
        } catch (NotPlain e) {
            return Optional.empty();
        }
    }

    private @Nullable Object value(String pointer, int depth) {
        skipBlanks();
        places.put(pointer, new Position(line, next - lineStart + 1));
        return switch (peek()) {
            case '{' -> object(pointer, depth);
            case '[' -> array(pointer, depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object(String pointer, int depth) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        next++;
        if (ends('}', depth)) {
            return object;
        }
        do {
            skipBlanks();
            String name = string();
            skipBlanks();
            take(':');
            Object value = value(JsonFile.inner(pointer, name), depth + 1);
            if (object.containsKey(name)) {
                throw new NotPlain();
            }
            object.put(name, value);
        } while (goesOn('}'));
        return object;
    }

    private List<@Nullable Object> array(String pointer, int depth) {
        List<@Nullable Object> array = new ArrayList<>();
        next++;
        if (ends(']', depth)) {
            return array;
        }
        do {
            array.add(value(pointer + "/" + array.size(), depth + 1));
        } while (goesOn(']'));
        return array;
    }

    private boolean ends(char end, int depth) {
        if (depth > MAX_DEPTH) {
            throw new NotPlain();
        }
        skipBlanks();
        boolean ends = peek() == end;
        next += ends ? 1 : 0;
        return ends;
    }

    private boolean goesOn(char end) {
        skipBlanks();
        boolean more = peek() == ',';
        take(more ? ',' : end);
        return more;
    }

    private String string() {
        take('"');
        int end = text.indexOf('"', next);
        if (end < 0 || end - next > MAX_TEXT) {
            throw new NotPlain();
        }
        String string = text.substring(next, end);
        for (int i = 0; i < string.length(); i++) {
            if (string.charAt(i) == '\\' || string.charAt(i) < ' ') {
                throw new NotPlain();
            }
        }
        if (Characters.invisibleIn(string).isPresent()) {
            throw new NotPlain();
        }
        next = end + 1;
        return string;
    }

    private BigDecimal number() {
        int from = next;
        next += peek() == '-' ? 1 : 0;
        int whole = next;
        skipDigits();
        if (text.charAt(whole) == '0' && next > whole + 1) {
            throw new NotPlain();
        }
        if (next < text.length() && text.charAt(next) == '.') {
            next++;
            skipDigits();
        }
        boolean open = next < text.length() && "}], \t\r\n".indexOf(text.charAt(next)) < 0;
        if (open || next - from > MAX_NUMBER) {
            throw new NotPlain();
        }
        return new BigDecimal(text.substring(from, next));
    }

    private void skipDigits() {
        int from = next;
        while (next < text.length() && text.charAt(next) >= '0' && text.charAt(next) <= '9') {
            next++;
        }
        if (next == from) {
            throw new NotPlain();
        }
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, next)) {
            throw new NotPlain();
        }
        next += word.length();
        return value;
    }

    private void take(char sign) {
        if (peek() != sign) {
            throw new NotPlain();
        }
        next++;
    }

    private char peek() {
        if (next >= text.length()) {
            throw new NotPlain();
        }
        return text.charAt(next);
    }

    private void skipBlanks() {
        for (; next < text.length(); next++) {
            char c = text.charAt(next);
            if (c == '\n') {
                line++;
                lineStart = next + 1;
            } else if (c == '\r' && !text.startsWith("\n", next + 1)) {
                throw new NotPlain();
            } else if (c != ' ' && c != '\t' && c != '\r') {
                return;
            }
        }
    }
}
