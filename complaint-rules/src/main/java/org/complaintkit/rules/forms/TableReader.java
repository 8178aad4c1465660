package org.complaintkit.rules.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Basis;
import org.complaintkit.rules.pack.Cell;
import org.complaintkit.rules.pack.CsvFile;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.pack.RuleForm;
import org.complaintkit.rules.syntax.Action;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.Rule;
import org.complaintkit.rules.syntax.RuleParser;

/**
 * Reads a decision table: a row a rule, a column a field or a verb. An empty cell asks nothing. The conditions of a row
 * stand in the order of the columns; a column {@code when} holds whatever does not fit under a field, written as in a
 * rule file.
 */
final class TableReader {
    private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z0-9_.]+)}");
    private static final Map<String, Basis> BASES =
            Map.of("TEXT", Basis.TEXT, "READING", Basis.READING, "DEFAULT", Basis.DEFAULT);

    private final Stage stage;
    private final String file;
    private final Faults faults;
    private final CellCodes codes;
    private final List<Rule> rules = new ArrayList<>();
    private final NavigableMap<Integer, String> names = new TreeMap<>();

    private TableReader(Stage stage, CodeNames names, Faults faults) {
        this.stage = stage;
        this.file = RuleForm.TABLE.file(stage);
        this.faults = faults;
        this.codes = new CellCodes(file, names, faults);
    }

    static ReadRules read(Stage stage, String text, CodeNames names, Faults faults) {
        TableReader reader = new TableReader(stage, names, faults);
        reader.read(CsvFile.read(reader.file, text, faults));
        return new ReadRules(reader.rules, reader.names);
    }

    private void read(List<List<Cell>> lines) {
        if (lines.isEmpty()) {
            return;
        }
        TableColumns columns = TableColumns.read(stage, file, lines.get(0), faults);
        for (List<Cell> line : lines.subList(1, lines.size())) {
            Cell first = line.get(0);
            names.put(first.at().line(), first.text());
            if (line.size() != columns.columns().size()) {
                faults.add(
                        FaultKind.ROW_LENGTH.told(line.size(), columns.columns().size()),
                        file,
                        line.get(line.size() - 1).at(),
                        first.text());
            } else if (columns.usable()) {
                row(columns.columns(), line);
            }
            if (names.size() > RuleParser.MAX_RULES) {
                faults.add(FaultKind.TOO_MANY_RULES.told(RuleParser.MAX_RULES), file, first.at(), first.text());
                return;
            }
        }
    }

    private void row(List<TableColumns.Column> columns, List<Cell> cells) {
        codes.begin();
        Cell name = cells.get(0);
        Cell clause = name;
        Basis basis = Basis.DEFAULT;
        List<Condition> conditions = new ArrayList<>();
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            TableColumns.Column column = columns.get(i);
            Cell cell = cells.get(i);
            switch (column.word()) {
                case TableColumns.NAME -> name = cell;
                case TableColumns.CLAUSE -> clause = required(cell, TableColumns.CLAUSE);
                case TableColumns.BASIS -> basis = basis(cell);
                case TableColumns.WHEN -> conditions.addAll(when(cell));
                default -> {
                    if (!cell.text().isEmpty()) {
                        column.verb().ifPresent(verb -> actions.addAll(actions(verb, cell)));
                        column.field()
                                .ifPresent(field ->
                                        conditions.addAll(ConditionCell.read(field, column.sign(), cell, codes)));
                    }
                }
            }
        }
        RuleName.check(name.text())
                .ifPresent(told -> codes.fault(told, cells.get(0).at(), ""));
        if (actions.isEmpty() && !codes.faulty()) {
            codes.fault(FaultKind.NO_ANSWER_COLUMN.told(TableColumns.THEN + verb()), name.at(), name.text());
        }
        Cell named = name;
        RuleBounds.check(conditions, actions).ifPresent(told -> codes.fault(told, named.at(), named.text()));
        if (!codes.faulty()) {
            Position cited = clause.inside();
            rules.add(new Rule(name.text(), clause.text(), basis, stage, conditions, actions, file, name.at(), cited));
        }
    }

    private String verb() {
        return stage.answers().iterator().next().verb();
    }

    private Cell required(Cell cell, String column) {
        if (cell.text().isEmpty()) {
            codes.fault(FaultKind.CELL_EMPTY.told(column), cell.at(), "");
        }
        return cell;
    }

    private Basis basis(Cell cell) {
        Basis basis = BASES.get(cell.text());
        if (basis == null) {
            codes.fault(FaultKind.BASIS_WORD.told(), cell.at(), cell.text());
        }
        return basis == null ? Basis.DEFAULT : basis;
    }

    private List<Condition> when(Cell cell) {
        if (cell.text().isEmpty()) {
            return List.of();
        }
        Optional<List<Condition>> conditions = RuleParser.conditions(file, cell, faults);
        if (conditions.isEmpty()) {
            codes.fail();
        }
        return conditions.orElse(List.of());
    }

    /** Several answers of one verb are separated by semicolons. */
    private List<Action> actions(String verb, Cell cell) {
        CellPlaces places = new CellPlaces(cell);
        return Arrays.stream(cell.text().split(";", -1))
                .map(String::strip)
                .flatMap(text ->
                        arguments(verb, text, places)
                                .map(arguments -> new Action(
                                        verb, arguments, arguments.get(0).at()))
                                .stream())
                .toList();
    }

    private Optional<List<Operand>> arguments(String verb, String text, CellPlaces places) {
        Answer answer = stage.answers().stream()
                .filter(each -> each.verb().equals(verb))
                .findFirst()
                .orElseThrow();
        if (answer == Answer.ENDS) {
            int colon = text.indexOf(':');
            if (colon < 0) {
                codes.fault(FaultKind.CELL_ENDS.told(), places.of(text), text);
                return Optional.empty();
            }
            String milestone = text.substring(0, colon).strip();
            Position first = places.of(milestone);
            String written = text.substring(colon + 1).strip();
            Position second = places.of(written);
            return codes.event(written, second)
                    .map(event -> List.of(new Operand.Text(milestone, first), new Operand.Text(event, second)));
        }
        Position at = places.of(text);
        Matcher parameter = PARAMETER.matcher(text);
        return parameter.matches()
                ? Optional.of(List.of(new Operand.Parameter(parameter.group(1), at)))
                : codes.code(answer.kind(), text, at).map(code -> List.of(new Operand.Text(code, at)));
    }
}
