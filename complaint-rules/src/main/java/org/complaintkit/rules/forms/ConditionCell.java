package org.complaintkit.rules.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.rules.pack.Cell;
import org.complaintkit.rules.pack.Characters;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.pack.Told;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.Operator;

/**
 * Reads a cell that holds a condition on the field of its column: {@code PHONE; LETTER}, {@code !PHONE}, {@code >= 5},
 * {@code 5..10}, {@code yes}. Several conditions of one cell are joined by {@code &}.
 */
final class ConditionCell {
    private static final Pattern COMPARISON = Pattern.compile("(>=|<=|!=|==|>|<|!|)\\s*([^\\s<>=!].*)");
    private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z0-9_.]+)}");
    private static final Pattern DAY = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    static final Map<String, Boolean> FLAGS =
            Map.of("yes", true, "true", true, "是", true, "no", false, "false", false, "否", false);

    /** What stands for a code that is not known. */
    static final String UNKNOWN = "unknown";

    private static final List<String> UNKNOWNS = List.of(UNKNOWN, "not known", "未知");

    private final Field field;
    private final CellPlaces places;
    private final Position at;
    private final CellCodes codes;

    private ConditionCell(Field field, Cell cell, CellCodes codes) {
        this.field = field;
        this.places = new CellPlaces(cell);
        this.at = cell.at();
        this.codes = codes;
    }

    /** The conditions of a cell; what is wrong is told to the codes, and what is given back then is of no use. */
    static List<Condition> read(Field field, String sign, Cell written, CellCodes codes) {
        ConditionCell cell = new ConditionCell(field, written, codes);
        String text = written.text();
        String plain = text.replace("≥", ">=").replace("≤", "<=").replace("≠", "!=");
        int semicolon = plain.indexOf('；');
        if (semicolon >= 0) {
            codes.fault(FaultKind.SEPARATOR_FULL_WIDTH.told(Characters.name('；')), written.at(), text);
        }
        List<Condition> conditions = new ArrayList<>();
        for (String part : plain.split("&", -1)) {
            cell.part(signed(sign, part.strip())).ifPresent(conditions::addAll);
        }
        return conditions;
    }

    private static String signed(String sign, String part) {
        return switch (sign) {
            case "", "==", "contains" -> part;
            case "!=" -> "!" + part;
            case "in" -> "(" + part + ")";
            case "not in" -> "!(" + part + ")";
            case "not contains" -> part.contains(";") ? "!(" + part + ")" : "!" + part;
            default -> sign + " " + part;
        };
    }

    private Optional<List<Condition>> part(String part) {
        boolean negated = part.startsWith("!") && !part.startsWith("!=");
        String rest = negated ? part.substring(1).strip() : part;
        boolean bracketed = rest.startsWith("(") && rest.endsWith(")");
        if (bracketed || rest.contains(";")) {
            if (negated && !bracketed) {
                return refused(FaultKind.CELL_NEGATION.told(rest), part);
            }
            return list(negated, bracketed ? rest.substring(1, rest.length() - 1) : rest);
        }
        return switch (field.type()) {
            case CODE -> operands(rest).map(all -> one(compare(equality(negated), all.get(0))));
            case CODES, EVENTS ->
                operands(rest).map(all -> one(new Condition.Contains(field.word(), negated, all.get(0), at)));
            case FLAG -> flag(negated, rest);
            case AMOUNT, COUNT -> number(part);
        };
    }

    private Optional<List<Condition>> list(boolean negated, String text) {
        Optional<List<Operand>> operands = operands(text);
        if (field.type() == Field.Type.FLAG) {
            return refused(FaultKind.CELL_CONDITION.told(field.word()), text);
        }
        if (field.type() != Field.Type.CODES && field.type() != Field.Type.EVENTS) {
            return operands.map(all -> one(new Condition.In(field.word(), negated, all, at)));
        }
        return operands.map(all -> {
            boolean single = all.size() == 1;
            List<Condition> parts = all.stream()
                    .<Condition>map(each -> new Condition.Contains(field.word(), single && negated, each, at))
                    .toList();
            Condition any = single ? parts.get(0) : new Condition.Any(parts, at);
            return one(negated && !single ? new Condition.Not(any, at) : any);
        });
    }

    private Optional<List<Operand>> operands(String text) {
        List<Operand> operands = new ArrayList<>();
        for (String each : Arrays.stream(text.split(";", -1)).map(String::strip).toList()) {
            operand(each).ifPresent(operands::add);
        }
        return operands.size() == text.split(";", -1).length ? Optional.of(operands) : Optional.empty();
    }

    private Optional<Operand> operand(String text) {
        if (field.type() == Field.Type.AMOUNT || field.type() == Field.Type.COUNT) {
            return numeral(text);
        }
        Position place = places.of(text);
        if (text.isEmpty() || field.type() == Field.Type.FLAG) {
            codes.fault(FaultKind.CELL_CONDITION.told(field.word()), place, text);
            return Optional.empty();
        }
        if (field.type() == Field.Type.CODE && UNKNOWNS.contains(text)) {
            return Optional.of(new Operand.Text("", place));
        }
        String kind = field == Field.SIGNALS ? CodeNames.SIGNAL : field.kind();
        return (field.type() == Field.Type.EVENTS ? codes.event(text, place) : codes.code(kind, text, place))
                .map(code -> new Operand.Text(code, place));
    }

    private Optional<List<Condition>> flag(boolean negated, String text) {
        Boolean value = FLAGS.get(Fold.text(text));
        return value == null
                ? refused(FaultKind.CELL_CONDITION.told(field.word()), text)
                : Optional.of(one(compare(equality(negated), new Operand.Flag(value, places.of(text)))));
    }

    private Optional<List<Condition>> number(String text) {
        int range = text.indexOf("..");
        if (range > 0) {
            Optional<Operand> from = numeral(text.substring(0, range).strip());
            Optional<Operand> to = numeral(text.substring(range + 2).strip());
            return from.isEmpty() || to.isEmpty()
                    ? Optional.empty()
                    : Optional.of(List.of(compare(Operator.AT_LEAST, from.get()), compare(Operator.AT_MOST, to.get())));
        }
        Matcher comparison = COMPARISON.matcher(text);
        if (!comparison.matches()) {
            return refused(FaultKind.CELL_CONDITION.told(field.word()), text);
        }
        String sign = comparison.group(1);
        Operator operator = Arrays.stream(Operator.values())
                .filter(each -> each.sign().equals(sign))
                .findFirst()
                .orElse(sign.equals("!") ? Operator.NOT_EQUAL : Operator.EQUAL);
        return numeral(comparison.group(2).strip()).map(value -> one(compare(operator, value)));
    }

    private Optional<Operand> numeral(String text) {
        Position place = places.of(text);
        Matcher parameter = PARAMETER.matcher(text);
        if (parameter.matches()) {
            return Optional.of(new Operand.Parameter(parameter.group(1), place));
        }
        Matcher day = DAY.matcher(text);
        String digits = day.matches() && isDay(field) ? day.group(1) + day.group(2) + day.group(3) : text;
        boolean plain = digits.matches("-?[0-9]+(\\.[0-9]+)?");
        Optional<Told> fault =
                plain ? Operand.Amount.fault(digits) : Optional.of(FaultKind.CELL_CONDITION.told(field.word()));
        fault.ifPresent(told -> codes.fault(told, place, text));
        return fault.isPresent() ? Optional.empty() : Optional.of(new Operand.Amount(new BigDecimal(digits), place));
    }

    static boolean isDay(Field field) {
        return field == Field.TODAY || field == Field.RECEIVED_DAY;
    }

    private Condition compare(Operator operator, Operand operand) {
        return new Condition.Compare(field.word(), operator, operand, at);
    }

    private static Operator equality(boolean negated) {
        return negated ? Operator.NOT_EQUAL : Operator.EQUAL;
    }

    private static List<Condition> one(Condition condition) {
        return List.of(condition);
    }

    private Optional<List<Condition>> refused(Told told, String text) {
        codes.fault(told, at, text);
        return Optional.empty();
    }
}
