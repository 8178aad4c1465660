package org.complaintkit.rules.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
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
        Object value = value(Field.of(test.field()).orElseThrow());
        if (test instanceof Condition.In in) {
            return in.negated() != in.operands().stream().anyMatch(operand -> order(value, operand) == 0);
        }
        if (test instanceof Condition.Contains contains) {
            String wanted = ((Operand.Text) contains.operand()).value();
            return contains.negated() != ((Collection<?>) value).contains(wanted);
        }
        Condition.Compare compare = (Condition.Compare) test;
        int order = order(value, compare.operand());
        return switch (compare.operator()) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    private int order(Object value, Operand operand) {
        if (operand instanceof Operand.Flag flag) {
            return Boolean.compare((Boolean) value, flag.value());
        }
        if (value instanceof String text) {
            return text.compareTo(text(operand));
        }
        return asNumber(value).compareTo(number(operand));
    }

    static BigDecimal asNumber(Object value) {
        return new BigDecimal(value.toString());
    }

    /** The number that an operand stands for. */
    BigDecimal number(Operand operand) {
        return operand instanceof Operand.Parameter parameter
                ? policy.parameters().number(parameter.id())
                : ((Operand.Amount) operand).value();
    }

    /** A text, a number, a flag or a collection, as the type of the field says. */
    Object value(Field field) {
        Object other = changed.get(field);
        return other == null ? told(field) : other;
    }

    private Object told(Field field) {
        return switch (field) {
            case CHANNEL -> fact.channel();
            case RECEIVED_BY -> fact.receivedBy();
            case COMPLAINANT_TYPE -> fact.complainantType();
            case ANONYMOUS -> fact.anonymous();
            case REACHABLE -> fact.reachable();
            case VIP -> fact.vip();
            case INTAKE_CATEGORIES -> fact.intakeCategories();
            case SIGNALS -> fact.signals();
            case LABELS -> fact.labels();
            case CAUSES -> fact.causes();
            case DEMANDS -> fact.demands();
            case CLAIMED_LOSS -> fact.claimedLoss();
            case COMPLAINANT_COUNT -> fact.complainantCount();
            case GIVEN -> fact.given();
            case REQUESTED_AMOUNT -> fact.requestedAmount();
            case REPRESENTATIVES -> fact.representatives();
            default -> answered(field);
        };
    }

    private Object answered(Field field) {
        return switch (field) {
            case CATEGORIES -> fact.categories();
            case CATEGORY -> fact.category();
            case COMPLEXITY -> fact.complexity();
            case GRADE -> fact.grade();
            case OWNER -> fact.owner();
            case ASSISTS -> fact.assists();
            case APPROVER -> fact.approver();
            case OUTCOME -> fact.outcome();
            case STATE -> fact.state();
            case ROUND -> fact.round();
            default -> happened(field);
        };
    }

    private Object happened(Field field) {
        return switch (field) {
            case EVENT -> fact.event();
            case EVENT_BY -> fact.eventBy();
            case BY_PARTY -> fact.byParty();
            case TO_PARTY -> fact.toParty();
            case BY_UNIT -> fact.byUnit();
            case DETAILS -> fact.details();
            case EVENT_AMOUNT -> fact.eventAmount();
            case MISSING -> fact.missing();
            case OCCURRED -> fact.occurred();
            case BREACHED -> fact.breached();
            case MET -> fact.met();
            case TARGET_MISSED -> fact.targetMissed();
            case GRADED -> fact.graded();
            case LOWERED -> fact.lowered();
            case SATISFACTION -> fact.satisfaction();
            case SETTLED_AMOUNT -> fact.settledAmount();
            case EVENT_TOTAL -> fact.eventTotal();
            case TODAY -> fact.today();
            case RECEIVED_DAY -> fact.receivedDay();
            case OVERDUE -> fact.overdue();
            default -> List.of();
        };
    }
}
