package org.complaintkit.examples.quickstart.screen;

import java.util.ArrayList;
import java.util.List;

/** Columns that a text takes on a terminal. */
public final class Width {
    private static final String CUT = "..";

    private Width() {}

    /** Columns of a text: Chinese characters and full-width punctuation take two. */
    public static int of(String text) {
        return text.codePoints().map(Width::of).sum();
    }

    /** The text filled with blanks up to a width; a wider one stays as it is. */
    public static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    /** The text cut to a width, with two dots where something is missing. */
    public static String cut(String text, int width) {
        if (of(text) <= width) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = CUT.length();
        for (int c : text.codePoints().toArray()) {
            used += of(c);
            if (used > width) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept.toString().stripTrailing() + CUT;
    }

    /** The text broken at blanks, or between wide characters, into lines of at most a width. */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (of(rest) > width) {
            int end = breakBefore(rest, width);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    private static int breakBefore(String text, int width) {
        int used = 0;
        int best = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (c == ' ' || (of(c) == 2 && !closes(c))) {
                best = i;
            }
            used += of(c);
            if (used > width) {
                break;
            }
            i += Character.charCount(c);
        }
        return best > 0 ? best : Math.max(i, Character.charCount(text.codePointAt(0)));
    }

    /** Punctuation that may not begin a line. */
    private static boolean closes(int c) {
        return "，。；：、）」”".indexOf(c) >= 0;
    }

    private static int of(int c) {
        boolean wide = (c >= 0x1100 && c <= 0x115f)
                || (c >= 0x2e80 && c <= 0xa4cf)
                || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xfe30 && c <= 0xfe4f)
                || (c >= 0xff00 && c <= 0xff60);
        return wide ? 2 : 1;
    }
}
