package org.complaintkit.rules.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.complaintkit.rules.pack.Cell;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.Operator;
import org.complaintkit.rules.syntax.RulePrinter;

/** Words conditions as cells of a decision table. What no cell of a field can say goes into the column {@code when}. */
final class CellText {
    private final CodeNames names;

    CellText(CodeNames names) {
        this.names = names;
    }

    /** The filled cells of a row, in the order of the conditions. */
    List<TablePrinter.Filled> conditions(List<Condition> conditions) {
        List<TablePrinter.Filled> cells = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            Condition condition = conditions.get(i);
            Optional<String> range =
                    i + 1 < conditions.size() ? range(condition, conditions.get(i + 1)) : Optional.empty();
            if (range.isPresent()) {
                append(cells, field(condition), range.get(), " & ");
                i++;
            } else {
                Optional<String> cell = cell(condition).filter(text -> reads(text, condition));
                if (cell.isPresent()) {
                    append(cells, field(condition), cell.get(), " & ");
                } else {
                    append(cells, TableColumns.WHEN, RulePrinter.print(condition), ", ");
                }
            }
        }
        return cells;
    }

    /** Adds to the last cell if it is of the same column, else a cell. */
    static void append(List<TablePrinter.Filled> cells, String word, String text, String joint) {
        int last = cells.size() - 1;
        if (last >= 0 && cells.get(last).word().equals(word)) {
            cells.set(last, new TablePrinter.Filled(word, cells.get(last).text() + joint + text));
        } else {
            cells.add(new TablePrinter.Filled(word, text));
        }
    }

    private static String field(Condition condition) {
        return condition.tests().findFirst().map(Condition.Test::field).orElse("");
    }

    private boolean reads(String text, Condition condition) {
        Faults faults = new Faults();
        CellCodes codes = new CellCodes("", names, faults);
        List<Condition> read = Field.of(field(condition))
                .map(field -> ConditionCell.read(field, "", new Cell(text, Position.WHOLE_FILE), codes))
                .orElse(List.of());
        return faults.all().isEmpty()
                && read.size() == 1
                && RulePrinter.print(read.get(0)).equals(RulePrinter.print(condition));
    }

    private static Optional<String> range(Condition from, Condition to) {
        boolean both = from instanceof Condition.Compare least
                && to instanceof Condition.Compare most
                && least.field().equals(most.field())
                && least.operator() == Operator.AT_LEAST
                && most.operator() == Operator.AT_MOST
                && numeric(least)
                && numeric(most);
        if (!both) {
            return Optional.empty();
        }
        boolean day = day((Condition.Test) from);
        return Optional.of(number(((Condition.Compare) from).operand(), day) + ".."
                + number(((Condition.Compare) to).operand(), day));
    }

    private static boolean numeric(Condition.Compare compare) {
        return compare.operand() instanceof Operand.Amount || compare.operand() instanceof Operand.Parameter;
    }

    private static boolean day(Condition.Test test) {
        return Field.of(test.field()).filter(ConditionCell::isDay).isPresent();
    }

    private static Optional<String> cell(Condition condition) {
        if (condition instanceof Condition.Not not && not.part() instanceof Condition.Any any) {
            return anyOf(any).map(list -> "!(" + list + ")");
        }
        if (condition instanceof Condition.Any any) {
            return anyOf(any);
        }
        if (condition instanceof Condition.In in) {
            String list = in.operands().stream()
                    .map(operand -> value(operand, day(in)))
                    .collect(Collectors.joining("; "));
            boolean bare = !in.negated() && in.operands().size() > 1;
            return Optional.of((in.negated() ? "!" : "") + (bare ? list : "(" + list + ")"));
        }
        if (condition instanceof Condition.Contains contains) {
            return Optional.of((contains.negated() ? "!" : "") + value(contains.operand(), false));
        }
        if (condition instanceof Condition.Compare compare) {
            String value = value(compare.operand(), day(compare));
            return Optional.of(
                    switch (compare.operator()) {
                        case EQUAL -> value;
                        case NOT_EQUAL -> "!" + value;
                        default -> compare.operator().sign() + " " + value;
                    });
        }
        return Optional.empty();
    }

    private static Optional<String> anyOf(Condition.Any any) {
        boolean alike = any.parts().stream()
                .allMatch(part -> part instanceof Condition.Contains contains
                        && !contains.negated()
                        && contains.field().equals(field(any)));
        return alike
                ? Optional.of(any.parts().stream()
                        .map(part -> value(((Condition.Contains) part).operand(), false))
                        .collect(Collectors.joining("; ")))
                : Optional.empty();
    }

    private static String value(Operand operand, boolean day) {
        if (operand instanceof Operand.Text text) {
            return text.value().isEmpty() ? ConditionCell.UNKNOWN : text.value();
        }
        if (operand instanceof Operand.Flag flag) {
            return flag.value() ? "yes" : "no";
        }
        return number(operand, day);
    }

    /** A number, a day where it is one, or a parameter. */
    static String number(Operand operand, boolean day) {
        if (operand instanceof Operand.Parameter parameter) {
            return "{" + parameter.id() + "}";
        }
        String digits =
                operand instanceof Operand.Amount amount ? amount.value().toPlainString() : operand.text();
        return day && digits.matches("[0-9]{8}")
                ? digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6)
                : digits;
    }
}
