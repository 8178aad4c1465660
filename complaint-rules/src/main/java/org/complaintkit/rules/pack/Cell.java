package org.complaintkit.rules.pack;

/**
 * One cell of a table with its place.
 *
 * @param text without surrounding blanks
 * @param at where the cell begins, its quote included
 * @param inside where its text begins
 * @param quoted whether a quote within its text is written twice
 */
public record Cell(String text, Position at, Position inside, boolean quoted) {
    /** A cell that nobody has written, or of which only the place counts. */
    public Cell(String text, Position at) {
        this(text, at, at, false);
    }

    /** Where a part of the text stands in the file. */
    public Position place(int from, int to) {
        Position begin = behind(from);
        return begin.to(behind(to));
    }

    private Position behind(int offset) {
        int line = inside.line();
        int column = inside.column();
        for (int i = 0; i < offset; i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1));
            line += ends ? 1 : 0;
            column = ends ? 1 : column + (c == '"' && quoted ? 2 : 1);
        }
        return new Position(line, column);
    }
}
