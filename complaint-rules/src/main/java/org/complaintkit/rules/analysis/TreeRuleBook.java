package org.complaintkit.rules.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.drools.Facts;
import org.complaintkit.rules.stage.StageFact;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.syntax.FieldValues;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.Rule;

/**
 * The rules of a pack evaluated on their trees, without an engine and without a compiler: nothing of the pack becomes
 * code. Slower than {@link org.complaintkit.rules.drools.DroolsRuleBook}, with the same answers; for checks, which look
 * at packs that nobody has compiled. Immutable and thread-safe.
 */
public final class TreeRuleBook implements RuleBook {
    private final Policy policy;
    private final Map<Stage, List<Rule>> rules;

    private TreeRuleBook(Policy policy, Map<Stage, List<Rule>> rules) {
        this.policy = policy;
        this.rules = rules;
    }

    /** The rules of a pack that was read and has no fault. */
    public static TreeRuleBook of(Policy policy, List<Rule> rules) {
        Map<Stage, List<Rule>> byStage = new EnumMap<>(Stage.class);
        rules.stream()
                .sorted(Comparator.comparing(Rule::name))
                .forEach(rule -> byStage.computeIfAbsent(rule.stage(), stage -> new ArrayList<>())
                        .add(rule));
        return new TreeRuleBook(policy, byStage);
    }

    @Override
    public Policy policy() {
        return policy;
    }

    @Override
    public List<Proposal> ask(Stage stage, Situation situation) {
        List<Proposal> proposals = new ArrayList<>();
        StageFact fact = Facts.of(stage, situation, policy.parameters(), (answer, code, detail) -> {});
        for (Rule rule : rules.getOrDefault(stage, List.of())) {
            if (holds(rule, fact)) {
                rule.actions()
                        .forEach(action -> proposals.add(new Proposal(
                                answer(stage, action.verb()),
                                text(action.arguments().get(0)),
                                action.arguments().size() > 1
                                        ? text(action.arguments().get(1))
                                        : "",
                                rule.name(),
                                rule.clause(),
                                basis(rule))));
            }
        }
        return List.copyOf(proposals);
    }

    /** Whether all conditions of a rule hold. */
    private static boolean holds(Rule rule, StageFact fact) {
        return rule.conditions().stream().allMatch(condition -> holds(condition, fact));
    }

    static boolean holds(Condition condition, StageFact fact) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().allMatch(part -> holds(part, fact));
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().anyMatch(part -> holds(part, fact));
        }
        if (condition instanceof Condition.Not not) {
            return !holds(not.part(), fact);
        }
        Condition.Test test = (Condition.Test) condition;
        Object value = FieldValues.of(Field.of(test.field()).orElseThrow(), fact);
        return FieldValues.passes(test, value, fact::param);
    }

    static Answer answer(Stage stage, String verb) {
        return stage.answers().stream()
                .filter(each -> each.verb().equals(verb))
                .findFirst()
                .orElseThrow();
    }

    private String text(Operand operand) {
        return operand instanceof Operand.Parameter parameter
                ? policy.parameters().text(parameter.id())
                : ((Operand.Text) operand).value();
    }

    private Basis basis(Rule rule) {
        boolean set =
                rule.parameters().stream().anyMatch(id -> policy.parameters().basis(id) == Basis.PARAMETER);
        return set ? Basis.PARAMETER : rule.basis();
    }

    @Override
    public boolean answers(Answer question) {
        return policy.defaultFor(question.verb()).isPresent()
                || rules.values().stream()
                        .flatMap(List::stream)
                        .flatMap(rule -> rule.actions().stream())
                        .anyMatch(action -> action.verb().equals(question.verb()));
    }

    @Override
    public TreeRuleBook with(Map<String, ?> parameters) {
        return parameters.isEmpty() ? this : new TreeRuleBook(policy.with(parameters), rules);
    }
}
