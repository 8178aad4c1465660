package org.complaintkit.rules.cases;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.pack.Cell;
import org.complaintkit.rules.pack.CsvFile;
import org.complaintkit.rules.pack.Faults;

/**
 * Reads a table of worked cases, for people who keep them in a spreadsheet: a row a case, a column a field by its path,
 * such as {@code complaint.channel} or {@code expect.deadlines.RCC-D01.limit}.
 *
 * <p>An empty cell says nothing; a list is separated by semicolons under a heading that ends in {@code []}; a number,
 * {@code true}, {@code false} and {@code null} are what they look like, unless an apostrophe stands before them; what
 * begins with a bracket is JSON. A cell of {@code events} holds events separated by semicolons, each as
 * {@code 2025-09-30T16:30:00+08:00 REPLIED_TO_CUSTOMER by TEA_MASTER outcome=OURS}.
 */
final class CaseTable {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private CaseTable() {}

    /**
     * The rows of a table; one that is no case tells why.
     *
     * @param faults takes what keeps the table from being read at all
     */
    static List<PlacedCase> read(String name, String text, Faults faults) {
        List<List<Cell>> rows = CsvFile.read(name, text, faults);
        if (!faults.all().isEmpty()) {
            return List.of();
        }
        List<PlacedCase> cases = new ArrayList<>();
        for (List<Cell> row : rows.subList(Math.min(1, rows.size()), rows.size())) {
            cases.add(one(name, rows.get(0), row));
        }
        return List.copyOf(cases);
    }

    private static PlacedCase one(String name, List<Cell> headings, List<Cell> row) {
        ObjectNode line = NODES.objectNode();
        CasePlaces places = new CasePlaces(row.get(0).at());
        int i = 0;
        try {
            for (; i < row.size(); i++) {
                String at = name + ":" + row.get(i).at();
                if (i >= headings.size()) {
                    throw malformed("row", at, "as many cells as the first row has headings");
                }
                if (!row.get(i).text().isEmpty()) {
                    new CaseCell(headings.get(i), row.get(i), at, places).into(line);
                }
            }
            return new PlacedCase(new PackCase(name + ":" + row.get(0).at(), line), places);
        } catch (InvalidInputException e) {
            return new PlacedCase(
                    PackCase.unusable(e), new CasePlaces(row.get(i).at()));
        }
    }

    /** The cell itself is not told: it may be personal. */
    static InvalidInputException malformed(String heading, String at, String rule) {
        return InvalidInputException.of("MALFORMED_ROW", heading)
                .rule(rule)
                .wayOut("mend the cell, or write the case as a line of a file .jsonl")
                .at(at)
                .build();
    }
}
