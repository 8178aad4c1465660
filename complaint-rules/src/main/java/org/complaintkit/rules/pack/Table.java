package org.complaintkit.rules.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table of a pack: its rows under the columns that it must have. A file that is not there is a table without rows. */
record Table(String file, List<Row> rows) {

    /** Reads a table; columns that lack, are unknown or come twice, and rows of another length, are faults. */
    static Table read(PackFiles files, String file, List<String> columns, Faults faults) {
        return read(files, file, columns, List.of(), faults);
    }

    /** The same; columns that may be left out are then empty in every row. */
    static Table read(PackFiles files, String file, List<String> columns, List<String> optional, Faults faults) {
        Optional<String> text = files.text(file, faults);
        if (text.isEmpty()) {
            return new Table(file, List.of());
        }
        List<List<Cell>> lines = CsvFile.read(file, text.get(), faults);
        if (lines.isEmpty()) {
            faults.add(FaultKind.FILE_EMPTY.told(), file, Position.WHOLE_FILE, "");
            return new Table(file, List.of());
        }
        List<Cell> header = lines.get(0);
        if (RowLength.otherSeparator(file, header, faults) || !checkHeader(file, header, columns, optional, faults)) {
            return new Table(file, List.of());
        }
        if (lines.size() == 1) {
            faults.add(empty(file), file, Position.WHOLE_FILE, "");
        }
        List<Row> rows = new ArrayList<>();
        for (List<Cell> line : lines.subList(1, lines.size())) {
            if (line.size() != header.size()) {
                RowLength.fault(file, line, header.size(), faults);
                continue;
            }
            Map<String, Cell> cells = new LinkedHashMap<>();
            for (int i = 0; i < line.size(); i++) {
                cells.put(header.get(i).text(), line.get(i));
            }
            for (String column : optional) {
                cells.putIfAbsent(column, new Cell("", line.get(0).at()));
            }
            rows.add(new Row(file, cells, faults));
        }
        return new Table(file, List.copyOf(rows));
    }

    /** A pack can do without the rows of any other table. */
    private static Told empty(String file) {
        return (file.equals("lifecycle.csv") ? FaultKind.LIFECYCLE_EMPTY : FaultKind.TABLE_EMPTY).told();
    }

    private static boolean checkHeader(
            String file, List<Cell> header, List<String> needed, List<String> optional, Faults faults) {
        Set<String> seen = new HashSet<>();
        List<String> columns = Stream.concat(needed.stream(), optional.stream()).toList();
        if (header.stream().noneMatch(cell -> columns.contains(cell.text()))) {
            String text = header.stream().map(Cell::text).collect(Collectors.joining(","));
            faults.add(
                    FaultKind.HEADER_MISSING.told(String.join(",", needed)),
                    file,
                    header.get(0).at(),
                    text);
            return false;
        }
        boolean usable = true;
        int named = header.size();
        while (named > 1 && header.get(named - 1).text().isEmpty()) {
            named--;
        }
        if (named < header.size()) {
            Told told = FaultKind.COLUMN_UNNAMED.told(header.size() - named);
            faults.add(told, file, header.get(named).at(), "");
        }
        for (Cell cell : header.subList(0, named)) {
            if (!columns.contains(cell.text())) {
                Told told = FaultKind.UNKNOWN_COLUMN
                        .told(String.join(", ", columns))
                        .near(cell.text(), columns);
                faults.add(told, file, cell.at(), cell.text());
            } else if (!seen.add(cell.text())) {
                faults.add(FaultKind.COLUMN_TWICE.told(), file, cell.at(), cell.text());
                usable = false;
            }
        }
        List<String> missing =
                needed.stream().filter(column -> !seen.contains(column)).toList();
        if (!missing.isEmpty()) {
            faults.add(
                    FaultKind.COLUMN_MISSING.told(String.join(",", columns)),
                    file,
                    header.get(0).at(),
                    String.join(",", missing));
            usable = false;
        }
        return usable;
    }
}
