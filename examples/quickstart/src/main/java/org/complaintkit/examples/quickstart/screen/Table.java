package org.complaintkit.examples.quickstart.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** Rows and columns; columns are as wide as their content, and the last one gives way where room is short. */
public final class Table {
    private static final String GAP = "  ";

    private final List<String> headings;
    private final Set<Integer> numbers = new TreeSet<>();
    private final List<Row> rows = new ArrayList<>();

    private Table(List<String> headings) {
        this.headings = headings;
    }

    private record Row(List<Cell> cells, String note) {}

    /** A cell with its emphasis. */
    public record Cell(String text, Style style) {}

    /** A table with these columns. */
    public static Table of(String... headings) {
        return new Table(List.of(headings));
    }

    /** Sets columns flush right, counted from 0. */
    public Table right(Integer... columns) {
        numbers.addAll(List.of(columns));
        return this;
    }

    /** Adds a row of plain cells. */
    public Table row(String... cells) {
        return row(
                "",
                List.of(cells).stream().map(text -> new Cell(text, Style.PLAIN)).toList());
    }

    /**
     * Adds a row.
     *
     * @param note a line below the row, set in under the second column; empty for none
     */
    public Table row(String note, List<Cell> cells) {
        if (cells.size() != headings.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + headings.size() + " columns");
        }
        rows.add(new Row(cells, note));
        return this;
    }

    List<String> lines(int width, BiFunction<String, Style, String> painter) {
        int[] columns = columns(width);
        List<String> lines = new ArrayList<>();
        lines.add(line(
                columns, headings.stream().map(h -> new Cell(h, Style.STRONG)).toList(), painter));
        List<Cell> rule = new ArrayList<>();
        for (int column : columns) {
            rule.add(new Cell("-".repeat(column), Style.FAINT));
        }
        lines.add(line(columns, rule, painter));
        String indent = " ".repeat(columns[0] + GAP.length());
        for (Row row : rows) {
            lines.add(line(columns, row.cells(), painter));
            if (!row.note().isEmpty()) {
                Width.wrap(row.note(), width - indent.length())
                        .forEach(each -> lines.add(indent + painter.apply(each, Style.FAINT)));
            }
        }
        return lines;
    }

    private String line(int[] columns, List<Cell> cells, BiFunction<String, Style, String> painter) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns.length; i++) {
            String text = Width.cut(cells.get(i).text(), columns[i]);
            String blanks = " ".repeat(columns[i] - Width.of(text));
            String painted = painter.apply(text, cells.get(i).style());
            line.append(i == 0 ? "" : GAP).append(numbers.contains(i) ? blanks + painted : painted + blanks);
        }
        return line.toString();
    }

    private int[] columns(int width) {
        int[] columns = headings.stream().mapToInt(Width::of).toArray();
        for (Row row : rows) {
            for (int i = 0; i < columns.length; i++) {
                columns[i] = Math.max(columns[i], Width.of(row.cells().get(i).text()));
            }
        }
        int last = columns.length - 1;
        int used = last * GAP.length();
        for (int i = 0; i < last; i++) {
            used += columns[i];
        }
        columns[last] = Math.max(Math.min(columns[last], width - used), Math.min(columns[last], 4));
        return columns;
    }
}
