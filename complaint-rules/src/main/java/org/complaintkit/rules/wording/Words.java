package org.complaintkit.rules.wording;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.policy.Vocabulary;

/** Texts in one language, from a table with a row a text and a column a language. Immutable and thread-safe. */
public final class Words {
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");
    private static final Map<String, Map<String, Map<String, String>>> READ = new ConcurrentHashMap<>();

    private final String language;
    private final Map<String, Map<String, String>> rows;

    private Words(String language, Map<String, Map<String, String>> rows) {
        this.language = language;
        this.rows = rows;
    }

    /** The words of sentences, in the nearest of the three languages. */
    public static Words of(Locale locale) {
        return of(Words.class, "sentences.csv", locale);
    }

    /**
     * Those of a table of its own.
     *
     * @param owner a class beside which the resource lies
     */
    public static Words of(Class<?> owner, String resource, Locale locale) {
        return new Words(
                Vocabulary.language(locale),
                READ.computeIfAbsent(owner.getName() + " " + resource, key -> read(owner, resource)));
    }

    private static Map<String, Map<String, String>> read(Class<?> owner, String resource) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("packaged words " + resource + " are missing");
            }
            List<CsvRecord> lines =
                    CsvReader.builder().ofCsvRecord(new String(in.readAllBytes(), StandardCharsets.UTF_8)).stream()
                            .toList();
            List<String> header = lines.get(0).getFields();
            Map<String, Map<String, String>> rows = new HashMap<>();
            for (CsvRecord line : lines.subList(1, lines.size())) {
                Map<String, String> row = new HashMap<>();
                for (int i = 1; i < header.size(); i++) {
                    row.put(header.get(i), line.getField(i));
                }
                if (rows.put(line.getField(0), Map.copyOf(row)) != null) {
                    throw new IllegalStateException("packaged words " + resource + " twice: " + line.getField(0));
                }
            }
            return Map.copyOf(rows);
        } catch (IOException e) {
            throw new UncheckedIOException("packaged words " + resource + " cannot be read", e);
        }
    }

    /** Tag of the language: {@code en}, {@code zh-CN} or {@code zh-TW}. */
    public String language() {
        return language;
    }

    /** Keys of all texts, sorted. */
    public Set<String> keys() {
        return new TreeSet<>(rows.keySet());
    }

    public boolean knows(String key) {
        return rows.containsKey(key);
    }

    /**
     * A text, with what belongs into its places.
     *
     * @throws IllegalStateException if there is none, which is our own mistake
     */
    public String text(String key, String... parts) {
        Map<String, String> row = rows.get(key);
        if (row == null) {
            throw new IllegalStateException("no words for " + key);
        }
        Matcher place = PLACE.matcher(row.getOrDefault(language, key));
        StringBuilder text = new StringBuilder();
        while (place.find()) {
            place.appendReplacement(text, Matcher.quoteReplacement(parts[Integer.parseInt(place.group(1))]));
        }
        return place.appendTail(text).toString();
    }

    /** Parts joined two by two by a text with two places; the empty text where there is none. */
    public String joined(String key, List<String> parts) {
        return parts.stream().reduce((a, b) -> text(key, a, b)).orElse("");
    }
}
