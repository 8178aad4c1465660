package org.complaintkit.rules.pack;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a row has more cells than the table, or fewer: most often a character that only looks like a comma. */
final class RowLength {
    private static final char FULL_WIDTH_COMMA = '，';

    private static final List<String> SEPARATORS = List.of("\t", ";", String.valueOf(FULL_WIDTH_COMMA), "|");

    private RowLength() {}

    /** Adds the fault of a row; its text is the row, so that whoever reads it finds the line. */
    static void fault(String file, List<Cell> row, int wanted, Faults faults) {
        String text = row.stream().map(Cell::text).collect(Collectors.joining(","));
        Optional<Cell> lookalike = row.stream()
                .filter(cell -> cell.text().indexOf(FULL_WIDTH_COMMA) >= 0)
                .findFirst();
        if (row.size() < wanted && lookalike.isPresent()) {
            Position cell = lookalike.get().at();
            int column = cell.column() + lookalike.get().text().indexOf(FULL_WIDTH_COMMA);
            Told told = FaultKind.ROW_FULL_WIDTH.told(Characters.name(FULL_WIDTH_COMMA), row.size(), wanted);
            faults.add(told, file, new Position(cell.line(), column), text);
        } else {
            FaultKind kind = row.size() < wanted
                    ? FaultKind.ROW_SHORT
                    : row.subList(wanted, row.size()).stream()
                                    .allMatch(cell -> cell.text().isEmpty())
                            ? FaultKind.ROW_TRAILING
                            : FaultKind.ROW_LENGTH;
            faults.add(
                    kind.told(row.size(), wanted), file, row.get(row.size() - 1).at(), text);
        }
    }

    /** Whether the heading is one cell because a spreadsheet has put something else than commas between the cells. */
    static boolean otherSeparator(String file, List<Cell> header, Faults faults) {
        String text = header.get(0).text();
        Optional<String> found = SEPARATORS.stream().filter(text::contains).findFirst();
        if (header.size() > 1 || found.isEmpty()) {
            return false;
        }
        String named = found.get().equals("\t") ? "TAB" : found.get();
        faults.add(FaultKind.CSV_SEPARATOR.told(named), file, header.get(0).at(), text);
        return true;
    }
}
