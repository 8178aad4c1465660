package org.complaintkit.rules.forms;

import org.complaintkit.rules.pack.Characters;

/**
 * Compares texts as a reader does: capitals, full-width signs, kinds of quotes and the amount of blanks make no difference.
 * Stateless.
 */
final class Fold {
    private Fold() {}

    /**
     * The plain sign or small letter that a character stands for; one for one, so that places stay what they are. Corner
     * brackets are quotes in a sentence.
     */
    static char fold(char c) {
        if (c < 0x80) {
            return Character.toLowerCase(c);
        }
        if (c == '\u3000') {
            return ' ';
        }
        String plain = Characters.plain(c).orElse("");
        char folded = plain.length() == 1 ? plain.charAt(0) : c;
        return "「」『』".indexOf(c) >= 0 ? '"' : Character.toLowerCase(folded);
    }

    /** A text with each of its characters folded, blanks as they are. */
    static String each(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(fold(text.charAt(i)));
        }
        return folded.toString();
    }

    /** A text without differences that do not matter. */
    static String text(String text) {
        StringBuilder folded = new StringBuilder();
        for (char c : text.strip().toCharArray()) {
            char each = fold(c);
            boolean blank = Character.isWhitespace(each);
            if (!blank) {
                folded.append(each);
            } else if (folded.length() > 0 && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        return folded.toString();
    }

    /** Whether two of these in a row belong to one word. */
    static boolean word(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
