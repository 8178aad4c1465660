package org.complaintkit.rules;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.syntax.Action;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.Rule;

/** What the rules mean, written down once more without Drools and without the facts: the oracle of the tests. */
public record PlainEvaluation(Policy policy, Situation situation) {

    public List<Proposal> ask(List<Rule> rules, Stage stage) {
        List<Proposal> proposals = new ArrayList<>();
        rules.stream()
                .filter(rule -> rule.stage() == stage)
                .sorted(Comparator.comparing(Rule::name))
                .filter(rule -> rule.conditions().stream().allMatch(this::holds))
                .forEach(rule -> rule.actions().forEach(action -> proposals.add(proposal(rule, action))));
        return proposals;
    }

    private Proposal proposal(Rule rule, Action action) {
        Answer answer = rule.stage().answers().stream()
                .filter(candidate -> candidate.verb().equals(action.verb()))
                .findFirst()
                .orElseThrow();
        boolean set =
                rule.parameters().stream().anyMatch(id -> policy.parameters().basis(id) == Basis.PARAMETER);
        return new Proposal(
                answer,
                text(action.arguments().get(0)),
                action.arguments().size() > 1 ? text(action.arguments().get(1)) : "",
                rule.name(),
                rule.clause(),
                set ? Basis.PARAMETER : rule.basis());
    }

    private String text(Operand operand) {
        return operand instanceof Operand.Parameter parameter
                ? policy.parameters().text(parameter.id())
                : ((Operand.Text) operand).value();
    }

    private boolean holds(Condition condition) {
        return holds(condition, this::passes);
    }

    /** Whether a condition holds, each of its tests being what somebody says of it. */
    public static boolean holds(Condition condition, Predicate<Condition.Test> tests) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().allMatch(part -> holds(part, tests));
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().anyMatch(part -> holds(part, tests));
        }
        if (condition instanceof Condition.Not not) {
            return !holds(not.part(), tests);
        }
        return tests.test((Condition.Test) condition);
    }

    /** Whether a single test is passed. */
    public boolean passes(Condition.Test condition) {
        if (condition instanceof Condition.In in) {
            return in.negated() != in.operands().stream().anyMatch(operand -> compare(value(in.field()), operand) == 0);
        }
        if (condition instanceof Condition.Contains contains) {
            Collection<?> values = (Collection<?>) value(contains.field());
            return contains.negated() != values.contains(((Operand.Text) contains.operand()).value());
        }
        Condition.Compare compare = (Condition.Compare) condition;
        int order = order(compare);
        return switch (compare.operator()) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    /** Below zero, zero or above, as what is compared lies below, at or above what it is compared with. */
    public int order(Condition.Compare compare) {
        return Integer.signum(compare(value(compare.field()), compare.operand()));
    }

    private int compare(Object value, Operand operand) {
        if (operand instanceof Operand.Text text) {
            return ((String) value).compareTo(text.value());
        }
        if (operand instanceof Operand.Flag flag) {
            return Boolean.compare((Boolean) value, flag.value());
        }
        BigDecimal number = operand instanceof Operand.Parameter parameter
                ? policy.parameters().number(parameter.id())
                : ((Operand.Amount) operand).value();
        return new BigDecimal(value.toString()).compareTo(number);
    }

    private Object value(String field) {
        var complaint = situation.complaint();
        return switch (Field.of(field).orElseThrow()) {
            case CHANNEL -> complaint.channel();
            case RECEIVED_BY -> complaint.receivedBy();
            case COMPLAINANT_TYPE -> complaint.complainant().type();
            case ANONYMOUS -> complaint.complainant().anonymous();
            case REACHABLE -> complaint.complainant().reachable();
            case VIP -> complaint.complainant().vip();
            case INTAKE_CATEGORIES -> complaint.intakeCategories();
            case SIGNALS -> situation.signals().codes();
            case LABELS -> situation.answers().labels();
            case CAUSES -> complaint.causes();
            case DEMANDS -> complaint.demands();
            case CLAIMED_LOSS -> complaint.claimedLoss();
            case COMPLAINANT_COUNT -> situation.standing().complainantCount();
            case GIVEN ->
                complaint.given().entrySet().stream()
                        .filter(fact -> !Boolean.FALSE.equals(fact.getValue()))
                        .flatMap(fact -> fact.getValue() instanceof String text
                                ? Stream.of(fact.getKey(), fact.getKey() + "=" + text)
                                : Stream.of(fact.getKey()))
                        .toList();
            case REPRESENTATIVES -> complaint.given().getOrDefault("representatives", 0);
            case REQUESTED_AMOUNT -> complaint.given().getOrDefault("requestedAmount", 0);
            case CATEGORIES -> situation.answers().categories();
            case CATEGORY -> situation.answers().category();
            case COMPLEXITY -> situation.answers().complexity();
            case GRADE -> situation.answers().grade();
            case OWNER -> situation.answers().owner();
            case ASSISTS -> situation.answers().assists();
            case APPROVER -> situation.answers().approver();
            case OUTCOME -> situation.standing().outcome();
            case STATE -> situation.standing().state();
            case ROUND -> situation.standing().round();
            case EVENT -> situation.happening().event();
            case EVENT_BY -> situation.happening().by();
            case BY_PARTY -> situation.happening().byParty();
            case BY_UNIT -> situation.happening().byUnit();
            case TO_PARTY -> situation.happening().toParty();
            case DETAILS -> situation.happening().details();
            case EVENT_AMOUNT -> situation.happening().amount();
            case MISSING -> situation.happening().missing();
            case OCCURRED -> situation.standing().occurred();
            case BREACHED -> situation.standing().breached();
            case OVERDUE -> situation.standing().overdue();
            case MET -> situation.standing().met();
            case TARGET_MISSED -> situation.standing().targetMissed();
            case GRADED -> situation.standing().graded();
            case LOWERED -> situation.standing().lowered();
            case SATISFACTION -> situation.standing().satisfaction();
            case SETTLED_AMOUNT -> situation.standing().settledAmount();
            case EVENT_TOTAL -> situation.happening().total();
            case TODAY ->
                DateTimeFormatter.BASIC_ISO_DATE.format(situation.standing().today());
            case RECEIVED_DAY ->
                DateTimeFormatter.BASIC_ISO_DATE.format(situation.standing().receivedOn());
        };
    }
}
