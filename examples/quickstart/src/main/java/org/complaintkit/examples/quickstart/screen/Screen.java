package org.complaintkit.examples.quickstart.screen;

import java.io.PrintStream;
import java.util.List;

/** Where lines go; at most {@link #WIDTH} columns each. Not thread-safe. */
public final class Screen {
    /** Columns that every line fits into. */
    public static final int WIDTH = 100;

    private final PrintStream out;
    private final boolean coloured;

    /**
     * A screen.
     *
     * @param coloured whether colours are written: only where a person looks at a terminal
     */
    public Screen(PrintStream out, boolean coloured) {
        this.out = out;
        this.coloured = coloured;
    }

    /** Opens a chapter. */
    public void title(String text) {
        blank();
        line(text, Style.STRONG);
        line("=".repeat(Width.of(text)), Style.FAINT);
    }

    public void blank() {
        raw("");
    }

    /** A text, broken into as many lines as it needs. */
    public void text(String text) {
        Width.wrap(text, WIDTH).forEach(this::raw);
    }

    /** A text in one emphasis, the lines after the first one set in. */
    public void line(String text, Style style) {
        hanging("", text, 4, style);
    }

    /** A head in plain and a text after it; lines after the first one begin at a column. */
    public void hanging(String head, String text, int column, Style style) {
        List<String> first = Width.wrap(text, WIDTH - Width.of(head));
        raw(head + paint(first.get(0), style));
        if (first.size() > 1) {
            String rest = text.substring(first.get(0).length()).stripLeading();
            Width.wrap(rest, WIDTH - column).forEach(each -> raw(" ".repeat(column) + paint(each, style)));
        }
    }

    /** Lines that are laid out already. */
    public void block(String lines) {
        lines.lines().forEach(this::raw);
    }

    public void table(Table table) {
        table.lines(WIDTH, this::paint).forEach(this::raw);
    }

    private String paint(String text, Style style) {
        return coloured ? style.paint(text) : text;
    }

    /** A line feed on every machine, so that the same run gives the same bytes. */
    private void raw(String line) {
        out.print(line.stripTrailing() + "\n");
    }
}
