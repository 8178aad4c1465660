package org.complaintkit.rules.syntax;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Parameter;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.pack.EventNames;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.PolicyNames;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.pack.Told;

/** Checks the tests of one rule: fields, types, codes and parameters. */
final class ConditionChecker {
    private final Rule rule;
    private final Policy policy;
    private final PolicyNames names;
    private final Faults faults;

    ConditionChecker(Rule rule, PolicyNames names, Faults faults) {
        this.rule = rule;
        this.policy = names.policy();
        this.names = names;
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

    private void field(String word, Position at, Consumer<Field> then) {
        Field field = Field.of(word).orElse(null);
        if (field == null) {
            List<String> words = Field.wordsAt(rule.stage());
            add(FaultKind.UNKNOWN_FIELD.told(String.join(", ", words)).near(word, words), at, word);
        } else if (!field.visibleAt(rule.stage())) {
            String later = Arrays.stream(Stage.values())
                    .filter(field::visibleAt)
                    .map(Stage::file)
                    .collect(Collectors.joining(", "));
            add(FaultKind.FIELD_TOO_EARLY.told(word, later), at, word);
        } else {
            then.accept(field);
        }
    }

    private void compare(Field field, Condition.Compare compare) {
        switch (field.type()) {
            case CODES, EVENTS -> add(FaultKind.SEVERAL_CODES.told(field.word()), compare.at(), field.word());
            case CODE, FLAG -> {
                if (compare.operator().ordered()) {
                    add(
                            FaultKind.NO_ORDER.told(field.word()),
                            compare.sign(),
                            compare.operator().sign());
                } else {
                    operand(field, compare.operand());
                }
            }
            case AMOUNT, COUNT -> operand(field, compare.operand());
        }
    }

    private void in(Field field, Condition.In in) {
        if (field.type() == Field.Type.CODES || field.type() == Field.Type.EVENTS) {
            add(FaultKind.SEVERAL_CODES.told(field.word()), in.at(), field.word());
        } else if (field.type() == Field.Type.FLAG) {
            add(FaultKind.YES_OR_NO.told(field.word()), in.at(), field.word());
        } else {
            in.operands().forEach(operand -> operand(field, operand));
        }
    }

    private void contains(Field field, Condition.Contains contains) {
        if (field.type() == Field.Type.EVENTS && contains.operand() instanceof Operand.Text text) {
            new EventNames(names, EventNames.MOMENTS, faults).check(text.value(), rule.file(), text.at());
        } else if (field.type() == Field.Type.CODES) {
            operand(field, contains.operand());
        } else {
            add(FaultKind.ONE_VALUE.told(field.word()), contains.at(), field.word());
        }
    }

    private void operand(Field field, Operand operand) {
        Position at = operand.at();
        boolean fits = switch (field.type()) {
            case CODE, CODES, EVENTS -> operand instanceof Operand.Text;
            case FLAG -> operand instanceof Operand.Flag;
            case AMOUNT, COUNT -> operand instanceof Operand.Amount || operand instanceof Operand.Parameter;
        };
        if (!fits) {
            add(wanted(field).told(field.word()), at, operand.text());
        } else if (operand instanceof Operand.Text text) {
            code(field, text.value(), at);
        } else if (operand instanceof Operand.Parameter parameter) {
            parameter(parameter.id(), at);
        } else if (operand instanceof Operand.Amount number
                && field.type() == Field.Type.COUNT
                && number.value().scale() > 0) {
            add(FaultKind.WHOLE_WANTED.told(field.word()), at, operand.text());
        }
    }

    private static FaultKind wanted(Field field) {
        return switch (field.type()) {
            case CODE, CODES, EVENTS -> FaultKind.CODE_WANTED;
            case FLAG -> FaultKind.FLAG_WANTED;
            case AMOUNT, COUNT -> FaultKind.NUMBER_WANTED;
        };
    }

    private void code(Field field, String code, Position at) {
        if (!new Operand.Text(code).plain()) {
            add(names.unlessLabel(field.kind(), code, FaultKind.TEXT_CHARACTERS.told()), at, code);
            return;
        }
        boolean empty = code.isEmpty() && field.type() == Field.Type.CODE;
        if (empty || field.kind().isEmpty()) {
            return;
        }
        Set<String> known = known(field);
        if (!known.contains(code)) {
            add(names.unknown(field.kind(), code, known), at, code);
        }
    }

    private Set<String> known(Field field) {
        if (field == Field.SIGNALS) {
            return names.of(
                    "signals", () -> Stream.concat(names.codes(field.kind()).stream(), names.codes("LABEL").stream()));
        }
        return field.kind().equals("DEADLINE") ? names.deadlines() : names.codes(field.kind());
    }

    private void parameter(String id, Position at) {
        Parameter parameter = policy.parameters().declared().get(id);
        if (parameter == null) {
            Set<String> known = policy.parameters().declared().keySet();
            add(FaultKind.UNKNOWN_PARAMETER.told().near(id, known), at, id);
        } else if (parameter.kind() != Parameter.Kind.NUMBER && parameter.kind() != Parameter.Kind.DATE) {
            add(FaultKind.PARAMETER_KIND.told(), at, id);
        }
    }

    private void add(Told told, Position at, String text) {
        faults.add(told, rule.file(), at, text);
    }
}
