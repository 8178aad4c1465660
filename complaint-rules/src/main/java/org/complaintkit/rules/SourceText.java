package org.complaintkit.rules;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.complaintkit.rules.forms.RuleForms;
import org.complaintkit.rules.pack.Cell;
import org.complaintkit.rules.pack.CsvFile;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.FileText;
import org.complaintkit.rules.pack.PackFiles;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.pack.RuleForm;

/** The lines of a pack's files, as its author sees them beside a fault. Immutable. */
final class SourceText {
    private static final int LONGEST = 80;
    private static final Pattern LINE = Pattern.compile("\r\n|\r|\n");
    private static final Pattern LINE_OF_RULES = Pattern.compile("\r?\n");
    private static final Pattern LINE_END = Pattern.compile("[\r\n]");
    private static final Pattern CELL_END = Pattern.compile("[,\r\n]");
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, List<String>> lines;
    private final Map<String, NavigableMap<Integer, String>> rules;
    private final Map<String, Rows> tables;

    private SourceText(
            Map<String, List<String>> lines,
            Map<String, NavigableMap<Integer, String>> rules,
            Map<String, Rows> tables) {
        this.lines = lines;
        this.rules = rules;
        this.tables = tables;
    }

    /** The rows of a table by the line where each begins, and the column that tells one from the other. */
    private record Rows(NavigableMap<Integer, List<Cell>> byLine, int column) {
        static Rows of(String file, String text) {
            NavigableMap<Integer, List<Cell>> byLine = new TreeMap<>();
            Faults faults = new Faults();
            List<List<Cell>> rows = CsvFile.read(file, text, faults);
            boolean cases = file.startsWith(PackFiles.CASES);
            for (List<Cell> row : rows.subList(Math.min(1, rows.size()), rows.size())) {
                byLine.put(row.get(0).at().line(), row);
            }
            List<String> heading = rows.isEmpty()
                    ? List.of()
                    : rows.get(0).stream().map(Cell::text).toList();
            if (cases) {
                // Any other cell may hold the words of a customer, as may one of a row that has slipped sideways.
                byLine.values().removeIf(row -> row.size() > heading.size());
                return new Rows(faults.all().isEmpty() ? byLine : new TreeMap<>(), heading.indexOf("id"));
            }
            return new Rows(byLine, Math.max(0, heading.indexOf(PackFiles.firstColumn(file))));
        }

        String name(List<Cell> row) {
            return column >= 0 && column < row.size() ? row.get(column).text() : "";
        }
    }

    static SourceText of(PackFiles files) {
        return of(files, Map.of());
    }

    /**
     * The texts of a pack.
     *
     * @param cases those of its worked cases, by file
     */
    static SourceText of(PackFiles files, Map<String, String> cases) {
        Map<String, List<String>> lines = new HashMap<>();
        Map<String, NavigableMap<Integer, String>> rules = new HashMap<>();
        Map<String, Rows> tables = new HashMap<>();
        for (String file : files.files()) {
            byte[] bytes = files.bytes(file).orElseThrow();
            if (bytes.length <= PackFiles.MAX_BYTES) {
                String text = FileText.shown(bytes);
                lines.put(file, List.of(ends(file).split(text, -1)));
                RuleForm.of(file)
                        .filter(form -> form != RuleForm.TABLE)
                        .ifPresent(form -> rules.put(file, RuleForms.names(form, text)));
                if (file.endsWith(".csv")) {
                    tables.put(file, Rows.of(file, text));
                }
            }
        }
        cases.forEach((file, text) -> {
            lines.put(file, List.of(LINE.split(text, -1)));
            if (file.endsWith(".csv")) {
                tables.put(file, Rows.of(file, text));
            }
        });
        return new SourceText(lines, rules, tables);
    }

    /** Where a line ends for whoever reads such a file: in rules a lone return is a character that does not belong there. */
    private static Pattern ends(String file) {
        return RuleForm.of(file).filter(form -> form != RuleForm.TABLE).isPresent() ? LINE_OF_RULES : LINE;
    }

    /** The line, without its end; empty if there is none. */
    String line(String file, int line) {
        List<String> text = lines.getOrDefault(file, List.of());
        return line < 1 || line > text.size() ? "" : text.get(line - 1);
    }

    /** Name of the rule, of the row, or of the worked case in which a place lies. */
    String within(String file, Position at) {
        if (rules.containsKey(file)) {
            Map.Entry<Integer, String> rule = rules.get(file).floorEntry(at.line());
            return rule == null || at.line() == 0 ? "" : rule.getValue();
        }
        if (file.startsWith(PackFiles.CASES) && !tables.containsKey(file)) {
            return cut(id(line(file, at.line())));
        }
        Rows table = tables.get(file);
        Map.Entry<Integer, List<Cell>> row =
                table == null ? null : table.byLine().floorEntry(at.line());
        return row == null ? "" : cut(table.name(row.getValue()));
    }

    /** The line's own id, as far as it can be read; not that of a part of it. */
    private static String id(String line) {
        try (JsonParser parser = JSON.createParser(line)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean own = parser.currentName().equals("id");
                JsonToken value = parser.nextToken();
                if (own && value.isScalarValue()) {
                    return parser.getText();
                }
                parser.skipChildren();
            }
        } catch (IOException e) {
            return "";
        }
        return "";
    }

    /** Where in a table the row of a name stands; the file as a whole if it has none. */
    Position row(String file, String name) {
        Rows table = tables.get(file);
        return table == null
                ? Position.WHOLE_FILE
                : table.byLine().values().stream()
                        .filter(row -> table.column() >= 0 && table.name(row).equals(name))
                        .findFirst()
                        .map(row -> row.get(table.column()).at())
                        .orElse(Position.WHOLE_FILE);
    }

    /** One line; of a cell of several lines, which most often a quote too many has made, the beginning. */
    private static String cut(String text) {
        String begin = LINE_END.matcher(text).find() ? CELL_END.split(text, 2)[0] : text;
        String visible = begin.replaceAll("\\p{Cntrl}", " ");
        return visible.length() > LONGEST ? visible.substring(0, LONGEST) : visible;
    }
}
