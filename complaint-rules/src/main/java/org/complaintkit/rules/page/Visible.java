package org.complaintkit.rules.page;

/** Texts of strangers on one line: what could break a line, a terminal or the direction of the text becomes U+FFFD. */
final class Visible {
    private Visible() {}

    static String text(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean blank = c == '\n' || c == '\t' || c == '\r' || c == 0x2028 || c == 0x2029;
            boolean control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
            boolean turning = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
            boolean half = c >= 0xD800 && c <= 0xDFFF;
            safe.appendCodePoint(blank ? ' ' : control || turning || half ? 0xFFFD : c);
        });
        return safe.toString();
    }
}
