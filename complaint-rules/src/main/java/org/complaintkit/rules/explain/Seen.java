package org.complaintkit.rules.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.Situation;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.stage.Accounting;
import org.complaintkit.rules.syntax.Action;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.syntax.FieldValues;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.Rule;

/**
 * What rules saw of a situation, field by field, read from the same fact that they see; and whether conditions hold for it.
 */
final class Seen {
    private final Policy policy;
    private final Accounting fact;
    private final Map<Field, Object> changed;

    Seen(Policy policy, Situation situation) {
        this(policy, new Accounting(situation, policy.parameters(), (answer, code, detail) -> {}), Map.of());
    }

    private Seen(Policy policy, Accounting fact, Map<Field, Object> changed) {
        this.policy = policy;
        this.fact = fact;
        this.changed = changed;
    }

    /** The same situation, were all these tests to come out as they have to. */
    Seen with(List<Miss.Need> needs) {
        Seen seen = this;
        for (Miss.Need need : needs) {
            Map<Field, Object> values = new EnumMap<>(Field.class);
            values.putAll(seen.changed);
            values.put(need.field(), Changed.value(need, seen));
            seen = new Seen(policy, fact, values);
        }
        return seen;
    }

    /** What the rules would propose. */
    List<Proposal> proposals(List<Rule> rules) {
        List<Proposal> proposals = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.conditions().stream().allMatch(this::holds)) {
                rule.actions().forEach(action -> proposals.add(proposal(rule, action)));
            }
        }
        return proposals;
    }

    private Proposal proposal(Rule rule, Action action) {
        Answer answer = rule.stage().answers().stream()
                .filter(each -> each.verb().equals(action.verb()))
                .findFirst()
                .orElseThrow();
        String detail = action.arguments().size() > 1 ? text(action.arguments().get(1)) : "";
        return new Proposal(answer, text(action.arguments().get(0)), detail, rule.name(), rule.clause(), rule.basis());
    }

    /** The text that an operand stands for. */
    String text(Operand operand) {
        return operand instanceof Operand.Parameter parameter
                ? policy.parameters().text(parameter.id())
                : ((Operand.Text) operand).value();
    }

    boolean holds(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().allMatch(this::holds);
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().anyMatch(this::holds);
        }
        if (condition instanceof Condition.Not not) {
            return !holds(not.part());
        }
        return passes((Condition.Test) condition);
    }

    boolean passes(Condition.Test test) {
        return FieldValues.passes(test, value(Field.of(test.field()).orElseThrow()), policy.parameters()::number);
    }

    static BigDecimal asNumber(Object value) {
        return FieldValues.asNumber(value);
    }

    /** The number that an operand stands for. */
    BigDecimal number(Operand operand) {
        return FieldValues.number(operand, policy.parameters()::number);
    }

    /** A text, a number, a flag or a collection, as the type of the field says. */
    Object value(Field field) {
        Object other = changed.get(field);
        return other == null ? FieldValues.of(field, fact) : other;
    }
}
