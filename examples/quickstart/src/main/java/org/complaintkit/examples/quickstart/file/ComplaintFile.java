package org.complaintkit.examples.quickstart.file;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.complaintkit.calendar.InvalidInputException;

/**
 * What a complaint file holds. A row that cannot be read is put aside with its reason and does not stop the others.
 *
 * @param rows readable rows in the order of the file
 * @param faults one for each row put aside, its line in {@link InvalidInputException#at()}
 */
public record ComplaintFile(List<FileRow> rows, List<InvalidInputException> faults) {
    private static final String ID = "id";
    private static final String RECEIVED = "Date received";
    private static final String SENT = "Date sent to company";

    public ComplaintFile {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /**
     * Reads a file with a heading line; columns are found by name.
     *
     * @throws InvalidInputException if a column that we need is missing
     */
    public static ComplaintFile read(Reader from) {
        List<FileRow> rows = new ArrayList<>();
        List<InvalidInputException> faults = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(false)
                .ofCsvRecord(from)) {
            List<String> columns = List.of();
            Set<String> ids = new TreeSet<>();
            for (CsvRecord record : csv) {
                if (columns.isEmpty()) {
                    columns = columns(record);
                    continue;
                }
                try {
                    rows.add(row(columns, record, ids));
                } catch (InvalidInputException e) {
                    faults.add(e.at("line " + record.getStartingLineNumber()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ComplaintFile(rows, faults);
    }

    private static List<String> columns(CsvRecord heading) {
        List<String> columns = heading.getFields();
        for (String needed : List.of(ID, RECEIVED, SENT)) {
            if (!columns.contains(needed)) {
                throw InvalidInputException.of("MISSING_COLUMN", "complaint file")
                        .value(needed)
                        .rule("the heading line names the columns " + ID + ", " + RECEIVED + " and " + SENT)
                        .wayOut("export the file with its heading, or rename the column")
                        .at("line 1")
                        .build();
            }
        }
        return columns;
    }

    private static FileRow row(List<String> columns, CsvRecord record, Set<String> ids) {
        if (record.getFieldCount() != columns.size()) {
            throw InvalidInputException.of("CELL_COUNT", "row")
                    .value(record.getFieldCount())
                    .rule("a row has " + columns.size() + " cells like the heading")
                    .wayOut("look for a lost or an extra comma")
                    .build();
        }
        Map<String, String> cells = new TreeMap<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), record.getField(i).strip());
        }
        String id = cells.get(ID);
        if (id.isEmpty() || !ids.add(id)) {
            throw InvalidInputException.of("COMPLAINT_NUMBER", ID)
                    .value(id)
                    .rule("every complaint has a number of its own")
                    .wayOut("number the rows")
                    .build();
        }
        return new FileRow(record.getStartingLineNumber(), id, day(cells, RECEIVED), day(cells, SENT), cells);
    }

    private static LocalDate day(Map<String, String> cells, String column) {
        try {
            return LocalDate.parse(cells.get(column));
        } catch (DateTimeException e) {
            throw InvalidInputException.of("DATE", column)
                    .value(cells.get(column))
                    .rule("a date is written like 2017-02-23")
                    .wayOut("correct the date")
                    .cause(e)
                    .build();
        }
    }
}
