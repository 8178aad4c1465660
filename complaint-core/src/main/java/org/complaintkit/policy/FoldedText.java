package org.complaintkit.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text in the one form in which words are compared: full-width letters made half-width, traditional characters made
 * simplified ones, capitals small, apostrophes and invisible characters left out, punctuation made {@link #BREAK} and
 * blanks between Latin words one blank. Each character knows where it stood. One pass, no locale; whatever lies beyond
 * {@link #LONGEST} characters is not read. Immutable.
 */
final class FoldedText {
    /** More than anybody writes; what is longer is no complaint but an attachment. */
    static final int LONGEST = 20_000;

    /** Where a clause of the text ends. */
    static final char BREAK = '\n';

    private static final String SIMPLIFIED = "/org/complaintkit/policy/simplified.txt";
    private static final String DROPPED = "'\u2019\u2018\u02BC\uFF07`\u00B4";
    private static final String JOINING = "-\u2010\u2011_/\"\u201C\u201D\u300C\u300D\u300E\u300F*\u00B7";

    private final char[] folded;
    private final int[] origin;

    private FoldedText(char[] folded, int[] origin) {
        this.folded = folded;
        this.origin = origin;
    }

    /** Pairs of a traditional character and the simplified one, read once. */
    private static final class Table {
        private static final char[] SIMPLE = load();

        private static char[] load() {
            char[] simple = new char[Character.MAX_VALUE + 1];
            for (int c = 0; c < simple.length; c++) {
                simple[c] = (char) c;
            }
            try (InputStream in = FoldedText.class.getResourceAsStream(SIMPLIFIED)) {
                if (in == null) {
                    throw new IllegalStateException("the resource " + SIMPLIFIED + " is not in this jar");
                }
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .forEach(line -> {
                            for (int i = 0; i + 1 < line.length(); i += 2) {
                                simple[line.charAt(i)] = line.charAt(i + 1);
                            }
                        });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return simple;
        }
    }

    static FoldedText of(String text) {
        int length = Math.min(text.length(), LONGEST);
        char[] folded = new char[length];
        int[] origin = new int[length];
        int size = 0;
        for (int i = 0; i < length; i++) {
            char c = fold(text.charAt(i));
            char before = size == 0 ? BREAK : folded[size - 1];
            if (c == 0 || (c == ' ' && (before == ' ' || before == BREAK || ideographic(before)))) {
                continue;
            }
            if (c == BREAK && before == ' ') {
                size--;
                before = size == 0 ? BREAK : folded[size - 1];
            }
            if (c == BREAK && before == BREAK) {
                continue;
            }
            folded[size] = c;
            origin[size++] = i;
        }
        return new FoldedText(Arrays.copyOf(folded, size), Arrays.copyOf(origin, size));
    }

    /** A word of a table in the same form. */
    static String word(String word) {
        boolean open = word.endsWith("*");
        String bare = new String(of(open ? word.substring(0, word.length() - 1) : word).folded);
        return bare.strip();
    }

    private static char fold(char c) {
        char half = c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c;
        if (DROPPED.indexOf(half) >= 0 || Character.getType(half) == Character.FORMAT) {
            return 0;
        }
        if (Character.isLetterOrDigit(half)) {
            return Table.SIMPLE[Character.toLowerCase(half)];
        }
        boolean blank = half != '\n' && half != '\r' && (Character.isWhitespace(half) || Character.isSpaceChar(half));
        return blank || JOINING.indexOf(half) >= 0 ? ' ' : BREAK;
    }

    /** A character that is a word of its own, so that blanks around it say nothing. */
    private static boolean ideographic(char c) {
        return c >= '\u2E80' && Character.isLetter(c);
    }

    /** A letter or digit of a script that parts its words with blanks. */
    static boolean latin(char c) {
        return c < '\u2E80' && Character.isLetterOrDigit(c);
    }

    int length() {
        return folded.length;
    }

    char at(int index) {
        return folded[index];
    }

    /** Where the character stood in the text. */
    int origin(int index) {
        return origin[index];
    }

    /** Whether a Latin word begins, or has ended before, the index. */
    boolean boundary(int index) {
        return index <= 0 || index >= folded.length || !latin(folded[index - 1]) || !latin(folded[index]);
    }
}
