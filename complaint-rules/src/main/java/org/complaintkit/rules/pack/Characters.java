package org.complaintkit.rules.pack;

import java.util.Locale;
import java.util.Optional;

/**
 * Names the characters that a Chinese keyboard or a copied web page smuggles into a file: full-width signs that look like
 * the plain ones, and characters that cannot be seen at all. Tables of pairs; stateless.
 */
public final class Characters {
    private static final String FULL_WIDTH = "，、：；。“”„‟‘’「」『』【】〔〕《》〈〉≥≤≠–—−×÷…·";
    private static final String FILLERS = "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u2800\u3164\uFFA0";
    private static final String PLAIN = ",,:;.\"\"\"\"''\"\"\"\"[][]<><>..!---*/..";

    private Characters() {}

    /**
     * The plain text that a look-alike stands for: {@code >=} for {@code ≥}; empty if the character is none. Covers the
     * full-width forms of all ASCII signs and digits.
     */
    public static Optional<String> plain(int character) {
        if (character == '≥' || character == '≤' || character == '≠') {
            return Optional.of(character == '≥' ? ">=" : character == '≤' ? "<=" : "!=");
        }
        if (character >= '！' && character <= '～') {
            return Optional.of(String.valueOf((char) (character - '！' + '!')));
        }
        int index = FULL_WIDTH.indexOf(character);
        return index < 0 ? Optional.empty() : Optional.of(String.valueOf(PLAIN.charAt(index)));
    }

    /** Whether the character shows nothing but is neither blank, tab nor line end; or turns the direction of the text. */
    public static boolean invisible(int character) {
        if (written(character) || character == ' ' || character == '\t' || character == '\n' || character == '\r') {
            return false;
        }
        int type = Character.getType(character);
        return FILLERS.indexOf(character) >= 0
                || type == Character.UNASSIGNED
                || type == Character.FORMAT
                || type == Character.CONTROL
                || type == Character.SPACE_SEPARATOR
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.PRIVATE_USE
                || type == Character.SURROGATE;
    }

    /** What nearly every text is made of: ASCII and Chinese, as far as both were settled long ago. */
    private static boolean written(int character) {
        return (character > ' ' && character < '\u007F') || (character >= '\u4E00' && character <= '\u9FA5');
    }

    /** The first invisible character of a text, named; blanks of any width do not count inside a text. */
    public static Optional<String> invisibleIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (written(text.charAt(i))) {
                continue;
            }
            int character = text.codePointAt(i);
            if (invisible(character) && Character.getType(character) != Character.SPACE_SEPARATOR) {
                return Optional.of(name(character));
            }
            i += Character.charCount(character) - 1;
        }
        return Optional.empty();
    }

    /** {@code U+FF0C FULLWIDTH COMMA}. */
    public static String name(int character) {
        String name = Character.getName(character);
        return String.format(Locale.ROOT, "U+%04X", character) + (name == null ? "" : " " + name);
    }
}
