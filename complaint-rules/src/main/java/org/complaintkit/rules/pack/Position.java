package org.complaintkit.rules.pack;

/**
 * A place in a file of a pack.
 *
 * @param line counted from 1; 0 where the fault concerns the file as a whole
 * @param column counted from 1 in UTF-16 units, as editors count; 0 where the line as a whole is meant
 */
public record Position(int line, int column) implements Comparable<Position> {
    /** The file as a whole. */
    public static final Position WHOLE_FILE = new Position(0, 0);

    @Override
    public int compareTo(Position other) {
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    /** {@code 12:3}. */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
