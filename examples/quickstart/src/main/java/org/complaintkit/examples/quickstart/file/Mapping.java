package org.complaintkit.examples.quickstart.file;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.complaintkit.calendar.InvalidInputException;

/**
 * The table that turns columns of a file into facts, written by a user who knows the file.
 *
 * <p>Columns {@code fact}, {@code value} and {@code because}; every other column bears the name of a column of the file
 * and holds a pattern for the whole cell, in which {@code *} stands for any text. For a fact that has one value the first
 * row that fits decides; every fitting row of the others adds its value. Immutable.
 *
 * @param rules the rows, in their order
 */
public record Mapping(List<Rule> rules) {
    /** Facts in the order in which they are shown. */
    public static final List<String> FACTS =
            List.of("complainantType", "channel", "category", "label", "cause", "event");

    private static final Set<String> ADDING = Set.of("label", "cause", "event");
    private static final Set<String> OURS = Set.of("fact", "value", "because");

    public Mapping {
        rules = List.copyOf(rules);
    }

    /**
     * A row.
     *
     * @param fact one of {@link #FACTS}
     * @param patterns patterns by column of the file; a column that may hold anything is left out
     * @param value code of the pack; empty where the matter stays open
     */
    public record Rule(String fact, Map<String, Pattern> patterns, Map<String, String> written, String value) {
        boolean fits(FileRow row) {
            return patterns.entrySet().stream()
                    .allMatch(each -> each.getValue()
                            .matcher(row.cells().getOrDefault(each.getKey(), ""))
                            .matches());
        }

        /** The row as its author wrote it: {@code Issue = Fraud or scam}. */
        public String says() {
            return written.entrySet().stream()
                    .map(each -> each.getKey() + " = " + each.getValue())
                    .collect(Collectors.joining(", "));
        }
    }

    /**
     * Reads a mapping.
     *
     * @throws InvalidInputException if a row names a fact that there is not
     */
    public static Mapping read(Reader from) {
        List<Rule> rules = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(from)) {
            for (NamedCsvRecord record : csv) {
                rules.add(rule(record));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Mapping(rules);
    }

    /** What a row of the file means. */
    public Facts of(FileRow row) {
        List<Rule> fitting = new ArrayList<>();
        Set<String> settled = new HashSet<>();
        for (Rule rule : rules) {
            boolean open = ADDING.contains(rule.fact()) || !settled.contains(rule.fact());
            if (open && rule.fits(row)) {
                settled.add(rule.fact());
                fitting.add(rule);
            }
        }
        return new Facts(fitting);
    }

    private static Rule rule(NamedCsvRecord record) {
        String fact = record.getField("fact");
        if (!FACTS.contains(fact)) {
            throw InvalidInputException.of("UNKNOWN_FACT", "fact")
                    .value(fact)
                    .rule("one of " + String.join(", ", FACTS))
                    .wayOut("correct the row of the mapping")
                    .at("mapping line " + record.getStartingLineNumber())
                    .build();
        }
        Map<String, Pattern> patterns = new TreeMap<>();
        Map<String, String> written = new TreeMap<>();
        for (String column : record.getHeader()) {
            String pattern = record.getField(column);
            if (!OURS.contains(column) && !pattern.equals("*")) {
                patterns.put(column, pattern(pattern));
                written.put(column, pattern);
            }
        }
        return new Rule(fact, patterns, written, record.getField("value"));
    }

    private static Pattern pattern(String written) {
        return Pattern.compile(
                Arrays.stream(written.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }
}
