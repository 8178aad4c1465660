package org.complaintkit.rules.wording;

import java.util.List;
import java.util.Locale;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.syntax.Action;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.Operator;
import org.complaintkit.rules.syntax.Rule;

/**
 * Makes sentences of rules, from their syntax tree. Different conditions never give the same sentence. Not thread-safe: it
 * remembers which codes it named.
 */
public final class Sentences {
    private final Words words;
    private final Labels labels;
    private final Policy policy;
    private final TableWords tables;
    private final boolean withValues;

    private Sentences(Policy policy, Words words, boolean withValues, boolean inCodes) {
        this.policy = policy;
        this.words = words;
        this.withValues = withValues;
        this.labels = new Labels(policy.vocabulary(), words, inCodes);
        this.tables = new TableWords(words, labels, policy.parameters());
    }

    /** For rules of a policy, with the values of its parameters in force, in the nearest of the three languages. */
    public static Sentences of(Policy policy, Locale locale) {
        return new Sentences(policy, Words.of(locale), true, false);
    }

    /** For a file of rules: parameters without their values, which stand in the pack and change. */
    public static Sentences inLabels(Policy policy, Locale locale) {
        return new Sentences(policy, Words.of(locale), false, false);
    }

    /** The same with codes in the place of their labels. */
    public static Sentences inCodes(Policy policy, Locale locale) {
        return new Sentences(policy, Words.of(locale), false, true);
    }

    /** What names the codes. */
    public Labels labels() {
        return labels;
    }

    /** What words the cells of tables. */
    public TableWords tables() {
        return tables;
    }

    /** The words of this language. */
    public Words words() {
        return words;
    }

    /** The whole rule: "If ..., then ...". */
    public String rule(Rule rule) {
        return rule.conditions().isEmpty()
                ? words.text("rule.always", then(rule))
                : words.text("rule", when(rule), then(rule));
    }

    /** Its conditions. */
    public String when(Rule rule) {
        return rule.conditions().isEmpty()
                ? words.text("always")
                : words.joined(
                        "conditions",
                        rule.conditions().stream().map(this::condition).toList());
    }

    /** What it answers. */
    public String then(Rule rule) {
        return words.joined("actions", rule.actions().stream().map(this::action).toList());
    }

    /** One line of a consequence. */
    public String action(Action action) {
        String kind = Stage.valueOf(stage(action)).answers().stream()
                .filter(answer -> answer.verb().equals(action.verb()))
                .map(Answer::kind)
                .findFirst()
                .orElse("");
        String first = argument(kind, action.arguments().get(0));
        if (action.arguments().size() < 2) {
            return words.text("verb." + action.verb(), first);
        }
        String pattern = ((Operand.Text) action.arguments().get(1)).value();
        return words.text("verb." + action.verb(), tables.event(first), tables.event(pattern));
    }

    private static String stage(Action action) {
        for (Stage stage : Stage.values()) {
            if (stage.answers().stream().anyMatch(answer -> answer.verb().equals(action.verb()))) {
                return stage.name();
            }
        }
        throw new IllegalStateException("no stage has the verb " + action.verb());
    }

    private String argument(String kind, Operand operand) {
        if (operand instanceof Operand.Text text) {
            return kind.isEmpty() ? text.value() : quoted(labels.of(kind, text.value()));
        }
        return parameter(kind, ((Operand.Parameter) operand).id());
    }

    /** What a proposal of a verb answers: "COMPLAINED_UNIT handles it". */
    public String answer(Answer answer, String code) {
        return words.text("verb." + answer.verb(), quoted(labels.of(answer.kind(), code)));
    }

    /** A condition, whatever is in it. */
    public String condition(Condition condition) {
        if (condition instanceof Condition.All all) {
            return words.joined("and", all.parts().stream().map(this::inner).toList());
        }
        if (condition instanceof Condition.Any any) {
            return words.joined("or", any.parts().stream().map(this::inner).toList());
        }
        if (condition instanceof Condition.Not not) {
            return words.text("not", words.text("group", condition(not.part())));
        }
        return test((Condition.Test) condition);
    }

    private String inner(Condition condition) {
        boolean nested = condition instanceof Condition.All || condition instanceof Condition.Any;
        return nested ? words.text("group", condition(condition)) : condition(condition);
    }

    /** The name of a field. */
    public String field(Field field) {
        return words.text("field." + field.word());
    }

    /** A single test. */
    public String test(Condition.Test test) {
        Field field = Field.of(test.field()).orElseThrow();
        if (test instanceof Condition.In in) {
            return words.text(in.negated() ? "test.notIn" : "test.in", field(field), values(field, in.operands()));
        }
        if (test instanceof Condition.Contains contains) {
            if (field.type() == Field.Type.EVENTS) {
                return words.text(
                        contains.negated() ? "test.notHappened" : "test.happened",
                        tables.event(((Operand.Text) contains.operand()).value()));
            }
            return words.text(
                    contains.negated() ? "test.notContains" : "test.contains",
                    field(field),
                    value(field, contains.operand()));
        }
        return compare(field, (Condition.Compare) test);
    }

    private String compare(Field field, Condition.Compare test) {
        boolean equal = test.operator() == Operator.EQUAL;
        if (test.operand() instanceof Operand.Flag flag) {
            String said = words.text((flag.value() ? "yes." : "no.") + field.word());
            return equal ? said : words.text("not", said);
        }
        if (test.operand() instanceof Operand.Text text && text.value().isEmpty()) {
            return words.text(equal ? "test.empty" : "test.some", field(field));
        }
        boolean day = isDay(field);
        String key = switch (test.operator()) {
            case EQUAL -> "test.equal";
            case NOT_EQUAL -> "test.notEqual";
            case LESS -> day ? "test.before" : "test.less";
            case AT_MOST -> day ? "test.until" : "test.atMost";
            case GREATER -> day ? "test.after" : "test.greater";
            case AT_LEAST -> day ? "test.from" : "test.atLeast";
        };
        return words.text(key, field(field), value(field, test.operand()));
    }

    private static boolean isDay(Field field) {
        return field == Field.TODAY || field == Field.RECEIVED_DAY;
    }

    private String values(Field field, List<Operand> operands) {
        return String.join(
                words.text("list"),
                operands.stream().map(operand -> value(field, operand)).toList());
    }

    /** A text speaks for categories and for labels. */
    private String label(Field field, String code) {
        return field == Field.SIGNALS ? labels.signal(code) : labels.of(field.kind(), code);
    }

    /** What a field is compared with. */
    public String value(Field field, Operand operand) {
        if (operand instanceof Operand.Text text) {
            return text.value().isEmpty() ? words.text("cell.empty") : quoted(label(field, text.value()));
        }
        if (operand instanceof Operand.Parameter parameter) {
            return parameter(field.kind(), parameter.id());
        }
        if (operand instanceof Operand.Flag flag) {
            return words.text(flag.value() ? "cell.yes" : "cell.no");
        }
        String number = ((Operand.Amount) operand).value().toPlainString();
        return isDay(field) && number.matches("[0-9]{8}")
                ? number.substring(0, 4) + "-" + number.substring(4, 6) + "-" + number.substring(6)
                : number;
    }

    private String parameter(String kind, String id) {
        if (!withValues) {
            return words.text("parameter.named", labels.of("PARAMETER", id), id);
        }
        boolean declared = policy.parameters().declared().containsKey(id);
        String value = declared ? policy.parameters().text(id) : "";
        return words.text("parameter", labels.of("PARAMETER", id), id, labels.of(kind, value));
    }

    private String quoted(String text) {
        return words.text("quote", text);
    }

    /** A test in the column of its field: without the name of the field. */
    public String cell(Condition.Test test) {
        Field field = Field.of(test.field()).orElseThrow();
        if (test instanceof Condition.In in) {
            String values = values(field, in.operands());
            return in.negated() ? words.text("cell.not", values) : values;
        }
        if (test instanceof Condition.Contains contains) {
            String value = field.type() == Field.Type.EVENTS
                    ? tables.event(((Operand.Text) contains.operand()).value())
                    : value(field, contains.operand());
            return contains.negated() ? words.text("cell.not", value) : value;
        }
        Condition.Compare compare = (Condition.Compare) test;
        String value = value(field, compare.operand());
        return switch (compare.operator()) {
            case EQUAL -> value;
            case NOT_EQUAL -> words.text("cell.not", value);
            case LESS -> "< " + value;
            case AT_MOST -> "≤ " + value;
            case GREATER -> "> " + value;
            case AT_LEAST -> "≥ " + value;
        };
    }
}
