package org.complaintkit.rules.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.policy.Vocabulary;

/** The texts of the faults, from the resource {@code faults.csv}: a row a kind, a reason and a way out a language. */
final class FaultTexts {
    private static final String FILE = "faults.csv";
    private static final String RESOURCE = "/org/complaintkit/rules/" + FILE;
    private static final String WAY_OUT = "way out ";
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

    /** Row of what is said where a known word is near. */
    static final String NEAREST = "NEAREST";

    private static final List<String> HEADER =
            List.of("fault", "en", "zh-CN", "zh-TW", "way out en", "way out zh-CN", "way out zh-TW");

    private final Map<String, Map<String, String>> rows;

    private FaultTexts(Map<String, Map<String, String>> rows) {
        this.rows = rows;
    }

    private static final class Loaded {
        private static final FaultTexts TEXTS = load();
    }

    static FaultTexts get() {
        return Loaded.TEXTS;
    }

    /** The kinds that have a row, by name. */
    Map<String, Map<String, String>> rows() {
        return rows;
    }

    String reason(FaultKind kind, Locale locale, List<String> arguments) {
        return text(kind.name(), Vocabulary.language(locale), arguments);
    }

    String wayOut(FaultKind kind, Locale locale, List<String> arguments) {
        return text(kind.name(), WAY_OUT + Vocabulary.language(locale), arguments);
    }

    String nearest(Locale locale, String word, String otherwise) {
        return text(NEAREST, WAY_OUT + Vocabulary.language(locale), List.of(word, otherwise));
    }

    private String text(String row, String column, List<String> arguments) {
        String template = rows.getOrDefault(row, Map.of()).getOrDefault(column, row);
        Matcher place = PLACE.matcher(template);
        StringBuilder text = new StringBuilder();
        while (place.find()) {
            int index = Integer.parseInt(place.group(1));
            String argument = index < arguments.size() ? arguments.get(index) : place.group();
            place.appendReplacement(text, Matcher.quoteReplacement(argument));
        }
        return place.appendTail(text).toString();
    }

    /** Read without the checks of a pack's tables, whose faults are told with these texts. */
    private static FaultTexts load() {
        Faults faults = new Faults();
        Map<String, Map<String, String>> rows = new HashMap<>();
        List<List<Cell>> lines = CsvFile.read(FILE, text(), faults);
        for (List<Cell> line : lines.subList(1, lines.size())) {
            Map<String, String> row = new HashMap<>();
            for (int i = 1; i < HEADER.size(); i++) {
                row.put(HEADER.get(i), line.get(i).text());
            }
            rows.put(line.get(0).text(), Map.copyOf(row));
        }
        return new FaultTexts(Map.copyOf(rows));
    }

    private static String text() {
        try (InputStream in = FaultTexts.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + RESOURCE + " is not in this jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
