package org.complaintkit.rules.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads CSV (RFC 4180: comma, double quotes) and keeps the place of every cell, which readers made for data do not.
 * Empty lines are passed over, and rows of empty cells, which a spreadsheet leaves behind. Not thread-safe.
 */
public final class CsvFile {
    private static final int MAX_ROWS = 20_000;
    private static final int MAX_CELLS = 400_000;
    private static final int MAX_CELL = 20_000;

    private final String file;
    private final String text;
    private final Faults faults;
    private final List<List<Cell>> rows = new ArrayList<>();
    private int next;
    private int line = 1;
    private int lineStart;
    private int cells;

    private CsvFile(String file, String text, Faults faults) {
        this.file = file;
        this.text = text;
        this.faults = faults;
    }

    /** The rows of a table, the heading included; what is wrong with quotes and characters is added to the faults. */
    public static List<List<Cell>> read(String file, String text, Faults faults) {
        CsvFile csv = new CsvFile(file, text, faults);
        csv.readRows();
        return csv.rows;
    }

    private void readRows() {
        while (next < text.length()) {
            if (rows.size() == MAX_ROWS) {
                fault(FaultKind.TOO_MANY_ROWS.told(MAX_ROWS), "");
                return;
            }
            if (cells > MAX_CELLS) {
                fault(FaultKind.TOO_MANY_CELLS.told(MAX_CELLS), "");
                return;
            }
            List<Cell> row = readRow();
            if (!empty(row)) {
                rows.add(row);
            }
        }
    }

    private static boolean empty(List<Cell> row) {
        for (Cell cell : row) {
            if (!cell.text().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private List<Cell> readRow() {
        List<Cell> row = new ArrayList<>();
        while (true) {
            row.add(readCell());
            if (++cells > MAX_CELLS || next >= text.length()) {
                return row;
            }
            if (text.charAt(next) == ',') {
                next++;
                if (next == text.length()) {
                    row.add(new Cell("", position()));
                    return row;
                }
            } else {
                endLine();
                return row;
            }
        }
    }

    private Cell readCell() {
        Position begin = position();
        int from = next;
        boolean quoted = next < text.length() && text.charAt(next) == '"';
        String written = quoted ? readQuoted() : readPlain();
        String content = written.strip();
        Position at = begin.line() == line ? begin.spanning(next - from) : begin;
        if (content.length() > MAX_CELL) {
            faults.add(FaultKind.CELL_LENGTH.told(MAX_CELL), file, at, content);
            return new Cell("", at);
        }
        Optional<String> invisible = Characters.invisibleIn(content);
        if (invisible.isPresent()) {
            faults.add(FaultKind.INVISIBLE_IN_CELL.told(invisible.get()), file, at, content);
        }
        Cell all = new Cell(written, begin, quoted ? new Position(begin.line(), begin.column() + 1) : begin, quoted);
        int blanks = content.isEmpty() ? 0 : written.indexOf(content);
        return new Cell(content, at, all.place(blanks, blanks), quoted);
    }

    private String readPlain() {
        int from = next;
        while (next < text.length() && !ends(text.charAt(next))) {
            next++;
        }
        return text.substring(from, next);
    }

    private static boolean ends(char c) {
        return c == ',' || c == '\n' || c == '\r';
    }

    private String readQuoted() {
        Position at = position();
        StringBuilder cell = new StringBuilder();
        next++;
        while (next < text.length()) {
            char c = text.charAt(next++);
            if (c == '"') {
                if (next >= text.length() || text.charAt(next) != '"') {
                    skipAfterQuote();
                    return cell.toString();
                }
                next++;
            } else if (c == '\n' || (c == '\r' && (next >= text.length() || text.charAt(next) != '\n'))) {
                line++;
                lineStart = next;
            }
            cell.append(c);
        }
        faults.add(FaultKind.QUOTE_UNCLOSED.told(), file, at, cell.toString());
        return cell.toString();
    }

    private void skipAfterQuote() {
        int from = next;
        while (next < text.length() && !ends(text.charAt(next))) {
            next++;
        }
        if (!text.substring(from, next).isBlank()) {
            fault(FaultKind.TEXT_BEHIND_QUOTE.told(), text.substring(from, next));
        }
    }

    private void endLine() {
        if (text.charAt(next) == '\r') {
            next++;
        }
        if (next < text.length() && text.charAt(next) == '\n') {
            next++;
        }
        line++;
        lineStart = next;
    }

    private Position position() {
        return new Position(line, next - lineStart + 1);
    }

    private void fault(Told told, String offending) {
        faults.add(told, file, position(), offending);
    }
}
