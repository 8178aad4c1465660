package org.complaintkit.rules.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.decision.Answer;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.analysis.Variable.Moment;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.Rule;

/**
 * Cuts what each field can hold into classes that no condition of the pack tells apart, and puts the variables in an order
 * in which diagrams stay small: what belongs together stands together.
 */
final class Domains {
    /** Under the field of signals: a text that speaks for nothing. */
    static final String UNHEARD = "?";

    /** What an event says; the answers that checks see were given without it. */
    static final Set<Field> OF_EVENT = EnumSet.of(
            Field.EVENT,
            Field.EVENT_BY,
            Field.BY_PARTY,
            Field.TO_PARTY,
            Field.BY_UNIT,
            Field.DETAILS,
            Field.EVENT_AMOUNT,
            Field.EVENT_TOTAL,
            Field.MISSING,
            Field.TODAY);

    /** What the stages answer; labels are facts as well. */
    static final Set<Field> ANSWERS = EnumSet.of(
            Field.CATEGORIES,
            Field.CATEGORY,
            Field.COMPLEXITY,
            Field.GRADE,
            Field.OWNER,
            Field.ASSISTS,
            Field.APPROVER);

    private static final List<Field> LAST = List.of(Field.OCCURRED);
    private static final int PLAIN = 2;
    private static final int OF_TEXT = 30;
    private static final int OF_CASE = 20;
    private static final String WALK = "PHONE";

    private final Policy policy;
    private final Map<Field, Set<String>> codes = new EnumMap<>(Field.class);
    private final Map<Field, Set<BigDecimal>> bounds = new EnumMap<>(Field.class);
    private final Space space = new Space();

    private Domains(Policy policy) {
        this.policy = policy;
    }

    static Space of(Policy policy, List<Rule> rules) {
        Domains domains = new Domains(policy);
        for (Field field : Field.values()) {
            domains.codes.put(field, new TreeSet<>());
            domains.bounds.put(field, new TreeSet<>());
        }
        domains.codes.get(Field.EVENT).add(CaseEvent.RECEIVED);
        rules.stream().flatMap(Rule::tests).forEach(domains::read);
        rules.stream()
                .flatMap(rule -> rule.actions().stream())
                .filter(action -> action.verb().equals(Answer.LABEL.verb()))
                .flatMap(action -> action.arguments().stream())
                .forEach(operand -> domains.read(Field.LABELS, operand));
        if (!domains.codes.get(Field.INTAKE_CATEGORIES).isEmpty()) {
            domains.codes
                    .get(Field.INTAKE_CATEGORIES)
                    .addAll(policy.vocabulary().kind("CATEGORY").keySet());
        }
        return domains.space();
    }

    private void read(Condition.Test test) {
        Field field = Field.of(test.field()).orElseThrow();
        test.operands().forEach(operand -> read(field, operand));
    }

    private void read(Field field, Operand operand) {
        if (operand instanceof Operand.Text text) {
            codes.get(field).add(text.value());
            if (field == Field.GIVEN || field == Field.DETAILS) {
                codes.get(field).add(text.value().split("=", 2)[0]);
            }
        } else if (operand instanceof Operand.Amount amount) {
            bounds.get(field).add(amount.value().stripTrailingZeros());
        } else if (operand instanceof Operand.Parameter parameter
                && field.kind().isEmpty()) {
            bounds.get(field).add(policy.parameters().number(parameter.id()).stripTrailingZeros());
        } else if (operand instanceof Operand.Flag) {
            codes.get(field).add("");
        }
    }

    private Space space() {
        days();
        Set<String> named = new TreeSet<>(codes.get(Field.INTAKE_CATEGORIES));
        named.addAll(codes.get(Field.SIGNALS));
        for (String code : named) {
            member(Field.INTAKE_CATEGORIES, code, Moment.NOW, PLAIN);
            member(Field.SIGNALS, code, Moment.NOW, OF_TEXT);
        }
        if (!policy.signals().rules().isEmpty()
                && policy.defaultFor(Answer.CATEGORY.verb()).isPresent()) {
            space.add(flag(Field.SIGNALS, UNHEARD, Moment.NOW, false, OF_TEXT));
        }
        List<Field> order = new ArrayList<>(List.of(Field.values()));
        order.removeIf(field -> ANSWERS.contains(field) || LAST.contains(field));
        order.removeIf(field -> field == Field.INTAKE_CATEGORIES || field == Field.SIGNALS);
        OF_EVENT.forEach(field -> add(field, Moment.BEFORE));
        order.sort(Comparator.comparing(OF_EVENT::contains));
        order.addAll(LAST);
        order.forEach(field -> add(field, Moment.NOW));
        ANSWERS.forEach(field -> add(field, Moment.FREE));
        return space;
    }

    /** Two days are compared with each other: whatever cuts one of them cuts the other. */
    private void days() {
        Set<BigDecimal> today = bounds.get(Field.TODAY);
        Set<BigDecimal> received = bounds.get(Field.RECEIVED_DAY);
        if (!today.isEmpty() && !received.isEmpty()) {
            today.addAll(received);
            received.addAll(today);
        }
    }

    private void add(Field field, Moment moment) {
        int cost = moment != Moment.NOW ? 1 : cost(field);
        switch (field.type()) {
            case FLAG -> {
                if (!codes.get(field).isEmpty()) {
                    space.add(flag(field, "", moment, field == Field.REACHABLE, cost));
                }
            }
            case CODE -> {
                if (!codes.get(field).isEmpty()) {
                    space.add(code(field, moment, cost));
                }
            }
            case CODES -> codes.get(field).forEach(code -> member(field, code, moment, cost));
            case EVENTS ->
                codes.get(field).stream()
                        .sorted(Comparator.comparing((String text) ->
                                        EventPattern.parse(text).type())
                                .thenComparing(text -> text))
                        .forEach(pattern -> member(field, pattern, moment, cost));
            case AMOUNT, COUNT -> {
                if (!bounds.get(field).isEmpty()) {
                    space.add(NumberClasses.of(field, moment, bounds.get(field), cost));
                }
            }
        }
    }

    private void member(Field field, String code, Moment moment, int cost) {
        if (codes.get(field).contains(code)) {
            space.add(flag(field, code, moment, false, cost));
        }
    }

    private static Variable flag(Field field, String code, Moment moment, boolean usual, int cost) {
        return new Variable(field, code, moment, List.of(false, true), usual ? List.of(cost, 0) : List.of(0, cost));
    }

    /** The codes that are named, and one for all others. */
    private Variable code(Field field, Moment moment, int cost) {
        List<Object> values = new ArrayList<>();
        Set<String> named = new TreeSet<>(codes.get(field));
        boolean always = field == Field.CHANNEL || field == Field.COMPLAINANT_TYPE;
        if (!always) {
            named.add("");
        }
        Set<String> known = new TreeSet<>(policy.vocabulary().kind(field.kind()).keySet());
        if (field == Field.STATE) {
            known.removeIf(state ->
                    policy.transitions().stream().noneMatch(row -> row.to().equals(state)));
        }
        values.addAll(named);
        known.stream()
                .filter(code -> !named.contains(code))
                .min(Comparator.comparing((String code) -> !usual(field, code)).thenComparing(code -> code))
                .ifPresent(values::add);
        List<Integer> costs = new ArrayList<>();
        int usual = Math.max(
                0,
                values.indexOf(values.stream()
                        .filter(code -> usual(field, code.toString()))
                        .findFirst()
                        .orElse("")));
        for (int i = 0; i < values.size(); i++) {
            costs.add(i == usual ? 0 : named.contains(values.get(i)) ? cost : cost + 1);
        }
        return new Variable(field, "", moment, List.copyOf(values), List.copyOf(costs));
    }

    private static boolean usual(Field field, Object code) {
        return switch (field) {
            case CHANNEL -> code.equals(WALK);
            case COMPLAINANT_TYPE -> code.equals("INDIVIDUAL");
            default -> code.equals("");
        };
    }

    private static int cost(Field field) {
        return switch (field) {
            case CHANNEL, LABELS, CAUSES, DEMANDS, CLAIMED_LOSS, COMPLAINANT_COUNT, GIVEN, REACHABLE -> PLAIN;
            case ANONYMOUS, VIP, RECEIVED_BY, COMPLAINANT_TYPE, REQUESTED_AMOUNT, REPRESENTATIVES -> PLAIN + 1;
            case RECEIVED_DAY, TODAY -> PLAIN + 2;
            case DETAILS, EVENT_BY, MISSING -> PLAIN;
            case STATE, ROUND, BREACHED, MET, TARGET_MISSED, OVERDUE -> 2 * OF_CASE;
            default -> OF_CASE;
        };
    }
}
