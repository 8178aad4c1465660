package org.complaintkit.rules.pack;

/**
 * A place in a file of a pack.
 *
 * @param line counted from 1; 0 where the fault concerns the file as a whole
 * @param column counted from 1 in UTF-16 units, as editors count; 0 where the line as a whole is meant
 * @param length how far what stands there reaches within its line, in UTF-16 units; 0 where only its beginning is known
 */
public record Position(int line, int column, int length) implements Comparable<Position> {
    /** The file as a whole. */
    public static final Position WHOLE_FILE = new Position(0, 0);

    /** A place of which only the beginning is known. */
    public Position(int line, int column) {
        this(line, column, 0);
    }

    /** The same place, reaching so far. */
    public Position spanning(int units) {
        return new Position(line, column, units);
    }

    /** From here to the end of another place; where that is in another line, only as far as before. */
    public Position to(Position last) {
        return line == last.line ? spanning(Math.max(length, last.column + last.length - column)) : this;
    }

    @Override
    public int compareTo(Position other) {
        int byLine = Integer.compare(line, other.line);
        int byColumn = byLine != 0 ? byLine : Integer.compare(column, other.column);
        return byColumn != 0 ? byColumn : Integer.compare(length, other.length);
    }

    /** {@code 12:3}. */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
