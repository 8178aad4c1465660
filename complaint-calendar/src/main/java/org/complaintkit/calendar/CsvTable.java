package org.complaintkit.calendar;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Strict reading of small tables: exact header, exact number of fields, errors with file, line and column. */
final class CsvTable {
    private CsvTable() {}

    static List<Row> packaged(String name, List<String> header) {
        try (InputStream in = CsvTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("packaged table " + name + " is missing");
            }
            List<Row> rows = new ArrayList<>();
            each(
                    name,
                    new InputStreamReader(
                            in,
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPORT)
                                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
                    header,
                    rows::add);
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("packaged table " + name + " cannot be read", e);
        }
    }

    /** Hands on each line after the header as soon as it is read, so that a fault is found before the end of the file. */
    static void each(String name, Reader reader, List<String> header, Consumer<Row> rows) throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new BoundedReader(reader, name))) {
            boolean first = true;
            for (CsvRecord record : csv) {
                Row row = new Row(name, header, record);
                if (first && !record.getFields().equals(header)) {
                    throw row.fault(0, "CSV_HEADER", "the header is " + String.join(",", header));
                }
                if (record.getFieldCount() != header.size()) {
                    throw row.fault(0, "CSV_FIELDS", "a line has " + header.size() + " fields");
                }
                if (!first) {
                    rows.accept(row);
                }
                first = false;
            }
            if (first) {
                throw InvalidInputException.of("CSV_HEADER", "table " + name)
                        .rule("the header is " + String.join(",", header))
                        .wayOut("add the header line")
                        .at(name + ":1:1")
                        .build();
            }
        } catch (CsvParseException e) {
            // The CSV reader wraps what its source throws.
            if (e.getCause() instanceof InvalidInputException tooLarge) {
                throw tooLarge;
            }
            throw InvalidInputException.of("CSV_MALFORMED", "table " + name)
                    .value(e.getMessage())
                    .rule("quotes are closed and fields are not longer than the reader allows")
                    .wayOut("repair the file")
                    .at(name)
                    .cause(e)
                    .build();
        }
    }

    /** One line with its place. */
    static final class Row {
        private final String file;
        private final List<String> header;
        private final CsvRecord fields;

        private Row(String file, List<String> header, CsvRecord fields) {
            this.file = file;
            this.header = header;
            this.fields = fields;
        }

        String text(String column) {
            return fields.getField(header.indexOf(column));
        }

        LocalDate date(String column) {
            try {
                return LocalDate.parse(text(column));
            } catch (DateTimeParseException e) {
                throw fault(header.indexOf(column), "CALENDAR_DATE", "is an existing date such as 2026-02-28");
            }
        }

        int number(String column) {
            try {
                return Integer.parseInt(text(column));
            } catch (NumberFormatException e) {
                throw fault(column, "is a whole number");
            }
        }

        String place(String column) {
            return file + ":" + fields.getStartingLineNumber() + ":" + (header.indexOf(column) + 1);
        }

        void require(boolean holds, String column, String rule) {
            if (!holds) {
                throw fault(column, rule);
            }
        }

        InvalidInputException fault(String column, String rule) {
            return fault(header.indexOf(column), "CALENDAR_" + column.toUpperCase(Locale.ROOT), rule);
        }

        private InvalidInputException fault(int column, String code, String rule) {
            String value = column < fields.getFieldCount() ? fields.getField(column) : "";
            return InvalidInputException.of(code, "table " + file)
                    .value(value)
                    .rule(rule)
                    .wayOut("correct the line")
                    .at(file + ":" + fields.getStartingLineNumber() + ":" + (column + 1))
                    .build();
        }
    }
}
