package org.complaintkit.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text in the one form in which words are compared: full-width letters made half-width, traditional characters made
 * simplified ones, characters that writers confuse made one, capitals small, a Latin letter said twice said once (so that
 * most slips of spelling vanish), apostrophes, accents and invisible characters left out, the end of a sentence made
 * {@link #STOP}, other punctuation {@link #BREAK}, the number before a point of a list ({@code 2.}, {@code (2)}, {@code ②})
 * the circled one and blanks between Latin words one blank. Each character knows where it stood. One pass, no locale; what
 * lies beyond {@link #LONGEST} characters of the text or {@link #MOST} folded ones is not read. Immutable.
 */
final class FoldedText {
    /** No more of a text is looked at, however little of it is to be read. */
    static final int LONGEST = 200_000;

    /** More than anybody writes; what is longer is no complaint but an attachment. */
    static final int MOST = 20_000;

    /** Where a clause of the text ends. */
    static final char BREAK = '\n';

    /** Where a sentence of the text ends. */
    static final char STOP = '\r';

    private static final String SIMPLIFIED = "/org/complaintkit/policy/simplified.txt";
    private static final String ENDING = "!?;\u3002\u2026";
    private static final String DROPPED = "'\u2019\u2018\u02BC\uFF07`\u00B4";
    private static final char CIRCLED = '\u2460';
    private static final String NUMBERING = ").\u3001\uFF09\uFF0E";
    private static final String JOINING = "\u3001-\u2010\u2011_/\"\u201C\u201D\u300C\u300D\u300E\u300F*\u00B7";

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
                simple[c] = base((char) c);
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
            for (int c = 0; c < simple.length; c++) {
                simple[c] = simple[simple[simple[c]]];
            }
            return simple;
        }

        /** The letter without its accents, the character that another is a form of. */
        private static char base(char c) {
            if (c < '\u00C0' || Character.isSurrogate(c) || !Character.isLetterOrDigit(c)) {
                return c;
            }
            String apart = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
            boolean one = apart.chars().skip(1).allMatch(part -> Character.getType(part) == Character.NON_SPACING_MARK);
            return one && Character.isLetterOrDigit(apart.charAt(0)) ? Character.toLowerCase(apart.charAt(0)) : c;
        }
    }

    static FoldedText of(String text) {
        int length = Math.min(text.length(), LONGEST);
        char[] folded = new char[Math.min(length, MOST)];
        int[] origin = new int[folded.length];
        int size = 0;
        for (int i = 0; i < length && size < folded.length; i++) {
            char c = fold(text, i);
            char before = size == 0 ? BREAK : folded[size - 1];
            if (c == 0 || (c == ' ' && (before == ' ' || breaks(before) || ideographic(before)))) {
                continue;
            }
            if (breaks(c) && before == ' ') {
                size--;
                before = size == 0 ? BREAK : folded[size - 1];
            }
            if (breaks(c) && breaks(before)) {
                folded[Math.max(0, size - 1)] = c == STOP && size > 0 ? STOP : folded[Math.max(0, size - 1)];
                continue;
            }
            if (c == before && latin(c) && Character.isLetter(c)) {
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

    private static char fold(String text, int index) {
        char c = text.charAt(index);
        char half = c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c;
        int type = Character.getType(half);
        if (DROPPED.indexOf(half) >= 0
                || type == Character.FORMAT
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        if (c >= CIRCLED && c < CIRCLED + 9) {
            return c;
        }
        if (half >= '1' && half <= '9' && point(text, index)) {
            return (char) (CIRCLED + half - '1');
        }
        if (Character.isLetterOrDigit(half)) {
            return Table.SIMPLE[Character.toLowerCase(half)];
        }
        boolean blank = half != '\n' && half != '\r' && (Character.isWhitespace(half) || Character.isSpaceChar(half));
        if (blank || JOINING.indexOf(half) >= 0) {
            return ' ';
        }
        boolean point = half == '.' && (index + 1 == text.length() || Character.isWhitespace(text.charAt(index + 1)));
        return point || ENDING.indexOf(half) >= 0 ? STOP : BREAK;
    }

    /** Whether a digit is the number of a point: first of a clause, a bracket or point behind it, and no decimal. */
    private static boolean point(String text, int index) {
        if (index + 2 >= text.length()
                || NUMBERING.indexOf(text.charAt(index + 1)) < 0
                || Character.isDigit(text.charAt(index + 2))) {
            return false;
        }
        int before = index - 1;
        while (before >= Math.max(0, index - 3) && text.charAt(before) == ' ') {
            before--;
        }
        char last = before < 0 ? '\n' : text.charAt(before);
        return last == '\n' || !(Character.isLetterOrDigit(last) || Character.isWhitespace(last));
    }

    /** Whether a clause ends here. */
    static boolean breaks(char c) {
        return c == BREAK || c == STOP;
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
