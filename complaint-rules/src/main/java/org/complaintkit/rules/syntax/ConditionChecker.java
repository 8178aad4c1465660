package org.complaintkit.rules.syntax;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.Nearest;
import org.complaintkit.policy.Parameter;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.pack.EventNames;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.Position;

/** Checks the tests of one rule: fields, types, codes and parameters. */
final class ConditionChecker {
    private final Rule rule;
    private final Policy policy;
    private final Faults faults;

    ConditionChecker(Rule rule, Policy policy, Faults faults) {
        this.rule = rule;
        this.policy = policy;
        this.faults = faults;
    }

    void check() {
        rule.tests().forEach(this::check);
    }

    private void check(Condition.Test test) {
        if (test instanceof Condition.Compare compare) {
            field(compare.field(), test.at(), field -> compare(field, compare));
        } else if (test instanceof Condition.In in) {
            field(in.field(), test.at(), field -> in(field, in));
        } else if (test instanceof Condition.Contains contains) {
            field(contains.field(), test.at(), field -> contains(field, contains));
        }
    }

    private void field(String word, Position at, java.util.function.Consumer<Field> then) {
        Field field = Field.of(word).orElse(null);
        if (field == null) {
            List<String> words = Field.wordsAt(rule.stage());
            String hint = Nearest.hint(word, words, "known fields: " + String.join(", ", words));
            add("UNKNOWN_FIELD", at, word, "rules see no field of this name", hint);
        } else if (!field.visibleAt(rule.stage())) {
            String reason = word + " is not decided yet at this stage";
            add("FIELD_TOO_EARLY", at, word, reason, "move the rule to a later file");
        } else {
            then.accept(field);
        }
    }

    private void compare(Field field, Condition.Compare compare) {
        switch (field.type()) {
            case CODES, EVENTS ->
                add("OPERATOR", compare.at(), field.word(), field.word() + " holds several codes", "use contains");
            case CODE, FLAG -> {
                if (compare.operator().ordered()) {
                    String sign = compare.operator().sign();
                    add("OPERATOR", compare.at(), sign, field.word() + " has no order", "use == or !=");
                } else {
                    operand(field, compare.operand(), compare.at());
                }
            }
            case AMOUNT, COUNT -> operand(field, compare.operand(), compare.at());
        }
    }

    private void in(Field field, Condition.In in) {
        if (field.type() == Field.Type.CODES || field.type() == Field.Type.EVENTS) {
            add("OPERATOR", in.at(), field.word(), field.word() + " holds several codes", "use contains, joined by ||");
        } else if (field.type() == Field.Type.FLAG) {
            add("OPERATOR", in.at(), field.word(), field.word() + " is yes or no", "use == true or == false");
        } else {
            in.operands().forEach(operand -> operand(field, operand, in.at()));
        }
    }

    private void contains(Field field, Condition.Contains contains) {
        if (field.type() == Field.Type.EVENTS && contains.operand() instanceof Operand.Text text) {
            new EventNames(policy, EventNames.MOMENTS, faults)
                    .check(text.value(), rule.stage().file(), contains.at());
        } else if (field.type() == Field.Type.CODES) {
            operand(field, contains.operand(), contains.at());
        } else {
            add("OPERATOR", contains.at(), field.word(), field.word() + " holds one value", "use ==");
        }
    }

    private void operand(Field field, Operand operand, Position at) {
        boolean fits = switch (field.type()) {
            case CODE, CODES, EVENTS -> operand instanceof Operand.Text;
            case FLAG -> operand instanceof Operand.Flag;
            case AMOUNT, COUNT -> operand instanceof Operand.Amount || operand instanceof Operand.Parameter;
        };
        if (!fits) {
            add(
                    "TYPE",
                    at,
                    operand.text(),
                    field.word() + " is compared with " + wanted(field),
                    "write " + wanted(field));
        } else if (operand instanceof Operand.Text text) {
            code(field, text.value(), at);
        } else if (operand instanceof Operand.Parameter parameter) {
            parameter(parameter.id(), at);
        } else if (operand instanceof Operand.Amount number
                && field.type() == Field.Type.COUNT
                && number.value().scale() > 0) {
            add("TYPE", at, operand.text(), field.word() + " is a whole number", "write a number without a fraction");
        }
    }

    private static String wanted(Field field) {
        return switch (field.type()) {
            case CODE, CODES, EVENTS -> "a code in double quotes";
            case FLAG -> "true or false";
            case AMOUNT, COUNT -> "a number or param(\"...\")";
        };
    }

    private void code(Field field, String code, Position at) {
        if (!new Operand.Text(code).plain()) {
            String reason = "a text in a condition has letters, digits and _ . - = : only";
            add("TEXT_CHARACTERS", at, code, reason, "leave the other characters out");
            return;
        }
        boolean empty = code.isEmpty() && field.type() == Field.Type.CODE;
        if (empty || field.kind().isEmpty()) {
            return;
        }
        Set<String> known = field.kind().equals("DEADLINE")
                ? policy.deadlines().keySet().stream().map(DeadlineRule::code).collect(Collectors.toSet())
                : new TreeSet<>(policy.vocabulary().kind(field.kind()).keySet());
        if (field == Field.SIGNALS) {
            known.addAll(policy.vocabulary().kind("LABEL").keySet());
        }
        if (!known.contains(code)) {
            String reason = "the vocabulary has no such code of kind " + field.kind();
            add("UNKNOWN_CODE", at, code, reason, Nearest.hint(code, known, "correct it, or add it to vocabulary.csv"));
        }
    }

    private void parameter(String id, Position at) {
        Parameter parameter = policy.parameters().declared().get(id);
        if (parameter == null) {
            Set<String> known = policy.parameters().declared().keySet();
            String hint = Nearest.hint(id, known, "declare it in pack.json");
            add("UNKNOWN_PARAMETER", at, id, "pack.json declares no such parameter", hint);
        } else if (parameter.kind() != Parameter.Kind.NUMBER && parameter.kind() != Parameter.Kind.DATE) {
            String reason = "a condition compares with parameters of kind NUMBER or DATE only";
            add("TYPE", at, id, reason, "use a code in quotes");
        }
    }

    private void add(String code, Position at, String text, String reason, String suggestion) {
        faults.add(code, rule.stage().file(), at, text, reason, suggestion);
    }
}
