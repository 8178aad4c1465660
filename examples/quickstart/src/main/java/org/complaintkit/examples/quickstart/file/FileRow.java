package org.complaintkit.examples.quickstart.file;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A row of the complaint file.
 *
 * @param line its line in the file, from 1
 * @param id the number of the complaint
 * @param received day of receipt; the file has no time of day
 * @param sent day on which it was sent on to the company; a few rows have one before the receipt
 * @param cells all cells by the name of their column
 */
public record FileRow(long line, String id, LocalDate received, LocalDate sent, Map<String, String> cells) {
    public FileRow {
        cells = Collections.unmodifiableMap(new TreeMap<>(cells));
    }

    /** The company's answer, such as {@code Closed with explanation}. */
    public String response() {
        return cells.getOrDefault("Company response to consumer", "");
    }

    /** Whether the company answered in time by the rules of its own regulator. */
    public boolean timely() {
        return cells.getOrDefault("Timely response?", "").equals("Yes");
    }
}
