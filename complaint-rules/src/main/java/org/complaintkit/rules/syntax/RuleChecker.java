package org.complaintkit.rules.syntax;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Parameter;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Roles;
import org.complaintkit.rules.pack.EventNames;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.PolicyNames;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.pack.Told;

/** Holds the rules of a pack against its policy: names, clauses, verbs and their arguments. */
public final class RuleChecker {
    private final Policy policy;
    private final PolicyNames names;
    private final Set<String> milestones;
    private final Faults faults;

    private RuleChecker(Policy policy, Set<String> milestones, Faults faults) {
        this.policy = policy;
        this.names = new PolicyNames(policy);
        this.milestones = milestones;
        this.faults = faults;
    }

    /** Checks all rules of a pack together; what is wrong is added to the faults. */
    public static void check(List<Rule> rules, Policy policy, Faults faults) {
        RuleChecker checker = new RuleChecker(policy, milestonesOf(policy), faults);
        Map<String, Rule> byName = new HashMap<>();
        for (Rule rule : rules) {
            Rule first = byName.putIfAbsent(rule.name(), rule);
            if (first != null) {
                faults.add(
                        FaultKind.DUPLICATE_RULE.told(first.file() + ":" + first.at()),
                        rule.file(),
                        rule.at(),
                        rule.name());
            }
            checker.check(rule);
        }
    }

    /** The milestones that rules name: first arguments of the verb {@code ends}. */
    public static Set<String> milestones(Collection<Rule> rules) {
        Set<String> names = new TreeSet<>();
        rules.stream()
                .flatMap(rule -> rule.actions().stream())
                .filter(action -> action.verb().equals(Answer.ENDS.verb())
                        && !action.arguments().isEmpty()
                        && action.arguments().get(0) instanceof Operand.Text)
                .forEach(action -> names.add(((Operand.Text) action.arguments().get(0)).value()));
        return names;
    }

    /** Words in the table of deadlines that are no events: what a rule's {@code ends} may speak of. */
    private static Set<String> milestonesOf(Policy policy) {
        Set<String> names = new TreeSet<>();
        policy.deadlines()
                .values()
                .forEach(deadline -> List.of(deadline.start(), deadline.end(), deadline.cancelledBy())
                        .forEach(expression -> expression.patterns().forEach(pattern -> names.add(pattern.type()))));
        names.removeIf(name -> policy.vocabulary().knows("EVENT", name)
                || name.equals(EventNames.RECOGNISED)
                || name.equals(EventNames.ENTERED));
        return names;
    }

    private void check(Rule rule) {
        for (String id : rule.clauses()) {
            oneOf(FaultKind.UNKNOWN_CLAUSE.told(), id, policy.clauses().keySet(), rule, rule.citedAt(id));
        }
        new ConditionChecker(rule, names, faults).check();
        rule.actions().forEach(action -> check(action, rule));
    }

    private void check(Action action, Rule rule) {
        Set<Answer> allowed = rule.stage().answers();
        Optional<Answer> answer = allowed.stream()
                .filter(candidate -> candidate.verb().equals(action.verb()))
                .findFirst();
        if (answer.isEmpty()) {
            List<String> verbs = allowed.stream().map(Answer::verb).toList();
            String files = Arrays.stream(Stage.values())
                    .filter(stage -> stage.answers().stream()
                            .anyMatch(other -> other.verb().equals(action.verb())))
                    .map(Stage::file)
                    .collect(Collectors.joining(", "));
            if (files.isEmpty()) {
                oneOf(FaultKind.UNKNOWN_VERB.told(String.join(", ", verbs)), action.verb(), verbs, rule, action.at());
            } else {
                add(FaultKind.VERB_ELSEWHERE.told(action.verb(), files), rule, action.at(), action.verb());
            }
        } else if (action.arguments().size() != answer.get().arguments()) {
            Told told = FaultKind.ARGUMENTS.told(action.verb(), answer.get().arguments());
            add(told, rule, action.at(), action.verb());
        } else if (answer.get() == Answer.ENDS) {
            ends(action, rule);
        } else {
            argument(answer.get(), action, rule);
        }
    }

    private void ends(Action action, Rule rule) {
        if (!(action.arguments().get(0) instanceof Operand.Text milestone)
                || !(action.arguments().get(1) instanceof Operand.Text event)) {
            add(FaultKind.ENDS_ARGUMENTS.told(), rule, action.at(), action.verb());
            return;
        }
        oneOf(FaultKind.UNKNOWN_MILESTONE.told(), milestone.value(), milestones, rule, milestone.at());
        new EventNames(names, Set.of(EventNames.ENTERED), faults).check(event.value(), rule.file(), event.at());
    }

    private void argument(Answer answer, Action action, Rule rule) {
        Operand argument = action.arguments().get(0);
        if (argument instanceof Operand.Parameter parameter) {
            parameter(answer, parameter, rule);
        } else if (argument instanceof Operand.Text text) {
            if (!known(answer).contains(text.value())) {
                Told told = missing(answer).near(text.value(), known(answer));
                add(names.unlessLabel(answer.kind(), text.value(), told), rule, text.at(), text.value());
            }
        } else {
            Told told = FaultKind.CODE_ARGUMENT.told(action.verb(), argument.text());
            add(told, rule, argument.at(), argument.text());
        }
    }

    private void parameter(Answer answer, Operand.Parameter operand, Rule rule) {
        Set<String> codes = names.of(
                "parameters of kind " + answer.kind(),
                () -> policy.parameters().declared().values().stream()
                        .filter(parameter -> parameter.kind() == Parameter.Kind.CODE
                                && parameter.unit().equals(answer.kind()))
                        .map(Parameter::id));
        oneOf(FaultKind.UNKNOWN_CODE_PARAMETER.told(answer.kind()), operand.id(), codes, rule, operand.at());
    }

    private Set<String> known(Answer answer) {
        return switch (answer) {
            case DEADLINE -> policy.deadlines().keySet();
            case ESCALATE -> policy.escalations().keySet();
            case DUTY -> policy.duties().keySet();
            case AMOUNT -> policy.accounts().amounts().keySet();
            case SETTLED_ON -> policy.forms().keySet();
            case OWNER, ASSIST, SUPERVISOR, APPROVER ->
                names.of("handlers", () -> names.codes(answer.kind()).stream().filter(Roles::mayHandle));
            default -> names.codes(answer.kind());
        };
    }

    private static Told missing(Answer answer) {
        return switch (answer) {
            case DEADLINE -> FaultKind.UNKNOWN_ROW.told("deadlines.csv");
            case ESCALATE -> FaultKind.UNKNOWN_ROW.told("escalations.csv");
            case DUTY -> FaultKind.UNKNOWN_ROW.told("duties.csv");
            case AMOUNT -> FaultKind.UNKNOWN_ROW.told("amounts.csv");
            case SETTLED_ON -> FaultKind.UNKNOWN_ROW.told("forms.csv");
            case OWNER, ASSIST, SUPERVISOR, APPROVER -> FaultKind.UNKNOWN_HANDLER.told();
            default -> FaultKind.UNKNOWN_CODE.told(answer.kind());
        };
    }

    private void oneOf(Told told, String name, Collection<String> known, Rule rule, Position at) {
        if (!known.contains(name)) {
            add(told.near(name, known), rule, at, name);
        }
    }

    private void add(Told told, Rule rule, Position at, String text) {
        faults.add(told, rule.file(), at, text);
    }
}
