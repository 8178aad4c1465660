package org.complaintkit.rules;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.complaintkit.rules.forms.RuleForms;
import org.complaintkit.rules.pack.PackFiles;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.pack.RuleForm;

/** The lines of a pack's files, as its author sees them beside a fault. Immutable. */
final class SourceText {
    private static final int LONGEST = 80;

    private final Map<String, List<String>> lines;
    private final Map<String, NavigableMap<Integer, String>> rules;

    private SourceText(Map<String, List<String>> lines, Map<String, NavigableMap<Integer, String>> rules) {
        this.lines = lines;
        this.rules = rules;
    }

    static SourceText of(PackFiles files) {
        Map<String, List<String>> lines = new HashMap<>();
        Map<String, NavigableMap<Integer, String>> rules = new HashMap<>();
        for (String file : files.files()) {
            byte[] bytes = files.bytes(file).orElseThrow();
            if (bytes.length <= PackFiles.MAX_BYTES) {
                String text = new String(bytes, StandardCharsets.UTF_8);
                String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
                lines.put(file, List.of(plain.split("\r?\n", -1)));
                RuleForm.of(file)
                        .filter(form -> form != RuleForm.TABLE)
                        .ifPresent(form -> rules.put(file, RuleForms.names(form, plain)));
            }
        }
        return new SourceText(lines, rules);
    }

    /** The line, without its end; empty if there is none. */
    String line(String file, int line) {
        List<String> text = lines.getOrDefault(file, List.of());
        return line < 1 || line > text.size() ? "" : text.get(line - 1);
    }

    /** Name of the rule, or first cell of the row, in which a place lies. */
    String within(String file, Position at) {
        if (rules.containsKey(file)) {
            Map.Entry<Integer, String> rule = rules.get(file).floorEntry(at.line());
            return rule == null || at.line() == 0 ? "" : rule.getValue();
        }
        boolean row = file.endsWith(".csv") && at.line() > 1;
        return row ? cut(line(file, at.line()).split(",", 2)[0].strip()) : "";
    }

    /** Where in a table the row with a first cell stands; the file as a whole if it has none. */
    Position row(String file, String cell) {
        List<String> text = lines.getOrDefault(file, List.of());
        for (int i = 1; i < text.size(); i++) {
            if (text.get(i).split(",", 2)[0].strip().equals(cell)) {
                return new Position(i + 1, 1);
            }
        }
        return Position.WHOLE_FILE;
    }

    private static String cut(String text) {
        String visible = text.replaceAll("\\p{Cntrl}", " ");
        return visible.length() > LONGEST ? visible.substring(0, LONGEST) : visible;
    }
}
