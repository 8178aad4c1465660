package org.complaintkit.examples.quickstart.screen;

/** Emphasis. The colours were chosen to be legible on dark and on light ground; yellow and blue are not. */
public enum Style {
    PLAIN(""),
    STRONG("1"),
    /** Of second importance. */
    FAINT("2"),
    GOOD("32"),
    /** A limit is near. */
    WARNING("1;35"),
    /** A limit has passed, or somebody must be told. */
    ALARM("1;31");

    private static final String ESCAPE = "\u001b[";

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /** The text with the codes that a terminal understands. */
    String paint(String text) {
        return code.isEmpty() || text.isEmpty() ? text : ESCAPE + code + "m" + text + ESCAPE + "0m";
    }
}
