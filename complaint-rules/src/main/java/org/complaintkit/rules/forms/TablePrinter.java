package org.complaintkit.rules.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.complaintkit.decision.Stage;
import org.complaintkit.rules.syntax.Action;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.Rule;

/**
 * Prints rules of one stage as a decision table. The columns are as few as the order of conditions in the rules allows: a
 * field has two columns only where rules ask for it before and after another one.
 */
final class TablePrinter {
    /** A column of the table that grows; two of them may have the same heading. */
    private static final class Heading {
        private final String word;

        Heading(String word) {
            this.word = word;
        }
    }

    /** One filled cell of a row. */
    record Filled(String word, String text) {}

    private final CellText cells;
    private final List<Heading> headings = new ArrayList<>();
    private final List<Heading> answers = new ArrayList<>();

    private TablePrinter(CellText cells) {
        this.cells = cells;
    }

    static String print(Stage stage, List<Rule> rules, CodeNames names) {
        TablePrinter printer = new TablePrinter(new CellText(names));
        List<Map<Heading, String>> rows = rules.stream().map(printer::row).toList();
        if (printer.answers.isEmpty()) {
            String verb = stage.answers().iterator().next().verb();
            printer.answers.add(new Heading(TableColumns.THEN + verb));
        }
        List<String> header = new ArrayList<>(List.of(TableColumns.NAME, TableColumns.CLAUSE, TableColumns.BASIS));
        List<Heading> all = new ArrayList<>(printer.headings);
        all.addAll(printer.answers);
        all.forEach(heading -> header.add(heading.word));
        StringBuilder text = new StringBuilder(line(header));
        for (int i = 0; i < rows.size(); i++) {
            Rule rule = rules.get(i);
            List<String> line = new ArrayList<>(
                    List.of(rule.name(), rule.clause(), rule.basis().name()));
            for (Heading heading : all) {
                line.add(rows.get(i).getOrDefault(heading, ""));
            }
            text.append(line(line));
        }
        return text.toString();
    }

    private Map<Heading, String> row(Rule rule) {
        Map<Heading, String> row = new HashMap<>();
        place(cells.conditions(rule.conditions()), headings, row);
        List<Filled> actions = new ArrayList<>();
        for (Action action : rule.actions()) {
            String word = TableColumns.THEN + action.verb();
            String text =
                    action.arguments().stream().map(TablePrinter::argument).collect(Collectors.joining(": "));
            CellText.append(actions, word, text, "; ");
        }
        place(actions, answers, row);
        return row;
    }

    private static String argument(Operand operand) {
        return operand instanceof Operand.Text text ? text.value() : CellText.number(operand, false);
    }

    private static void place(List<Filled> filled, List<Heading> headings, Map<Heading, String> row) {
        int next = 0;
        for (Filled cell : filled) {
            int found = next;
            while (found < headings.size() && !headings.get(found).word.equals(cell.word())) {
                found++;
            }
            if (found == headings.size()) {
                found = next;
                headings.add(found, new Heading(cell.word()));
            }
            row.put(headings.get(found), cell.text());
            next = found + 1;
        }
    }

    private static String line(List<String> cells) {
        return cells.stream().map(TablePrinter::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
