package org.complaintkit.rules.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Stage;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.policy.EventExpression;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.analysis.Happenings.Happening;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.Rule;

/** Events that make an expression of a table come true, plain ones first; whether they do, a desk has to say. */
final class EventWays {
    private static final String SOMETHING = "1";
    private static final int MOST_WAYS = 16;
    private static final int MOST_ROLES = 6;
    private static final Set<String> OF_HISTORY = Set.of(EventPattern.WITHIN, EventPattern.AFTER);

    private final Policy policy;
    private final Model model;
    private final LocalDate said;

    /**
     * For one policy.
     *
     * @param said the day that an event names where it has to name one
     */
    EventWays(Model model, LocalDate said) {
        this.model = model;
        this.policy = model.policy();
        this.said = said;
    }

    /** The ways, each a list of events; an empty list where the receipt or a rule is all that it takes. */
    List<List<Happening>> of(EventExpression expression) {
        Set<List<Happening>> ways = new LinkedHashSet<>();
        for (String alternative : expression.toString().split("\\s+(?:else|or)\\s+", -1)) {
            List<List<Happening>> together = List.of(List.of());
            for (String part : alternative.split("\\s+and\\s+", -1)) {
                if (!part.isBlank()) {
                    together = joined(together, of(EventPattern.parse(part)));
                }
            }
            ways.addAll(together);
        }
        return ways.stream().limit(MOST_WAYS).toList();
    }

    private static List<List<Happening>> joined(List<List<Happening>> before, List<List<Happening>> after) {
        List<List<Happening>> joined = new ArrayList<>();
        before.forEach(first -> after.forEach(then -> {
            List<Happening> both = new ArrayList<>(first);
            both.addAll(then);
            joined.add(both);
        }));
        return joined;
    }

    /** The ways in which an event of a pattern, a milestone or a moment comes about. */
    List<List<Happening>> of(EventPattern pattern) {
        if (pattern.type().equals(CaseEvent.RECEIVED)) {
            return List.of(List.of());
        }
        if (pattern.type().equals("ENTERED")) {
            return pattern.conditions().stream()
                    .filter(each -> each.key().equals("state") && each.equal())
                    .flatMap(each -> into(each.value()).stream())
                    .toList();
        }
        if (!policy.vocabulary().knows("EVENT", pattern.type())) {
            List<List<Happening>> milestones = model.rules().stream()
                    .flatMap(rule -> model.effects(rule).stream())
                    .filter(effect ->
                            effect.answer() == Answer.ENDS && effect.code().equals(pattern.type()))
                    .map(Model.Effect::detail)
                    .distinct()
                    .flatMap(detail -> of(EventExpression.parse(detail)).stream())
                    .toList();
            return milestones.isEmpty() ? List.of(List.of()) : milestones;
        }
        return events(pattern);
    }

    /** The ways into a state: the last step is the one that checks may want to be done by somebody, with what it says. */
    private List<List<Happening>> into(String state) {
        List<Happening> path = new StatePath(policy, type -> true, type -> StatePath.obliged(policy, type)).to(state);
        List<List<Happening>> ways = new ArrayList<>(List.of(path));
        if (!path.isEmpty()) {
            Happening last = path.get(path.size() - 1);
            List<Happening> before = path.subList(0, path.size() - 1);
            for (List<Happening> way : events(new EventPattern(last.type(), List.of()))) {
                Happening step = way.get(way.size() - 1);
                Map<String, List<String>> data = new TreeMap<>(step.data());
                data.putAll(last.data());
                List<Happening> whole = new ArrayList<>(before);
                whole.add(new Happening(step.type(), step.by(), data));
                ways.add(whole);
            }
        }
        return ways;
    }

    private List<List<Happening>> events(EventPattern pattern) {
        Map<String, List<String>> data = new TreeMap<>();
        List<Happening> before = new ArrayList<>();
        Set<String> by = new LinkedHashSet<>();
        for (EventPattern.Condition each : pattern.conditions()) {
            if (!each.equal()) {
                continue;
            }
            if (each.key().equals("by")) {
                by.add(each.value());
            } else if (each.key().equals(EventPattern.AFTER)
                    && policy.vocabulary().knows("EVENT", each.value())) {
                before.add(new Happening(each.value(), StatePath.obliged(policy, each.value()), Map.of()));
            } else if (!OF_HISTORY.contains(each.key())) {
                data.put(each.key(), List.of(each.value().equals(EventPattern.ANYTHING) ? SOMETHING : each.value()));
            }
        }
        pattern.keys().stream().limit(1).forEach(key -> data.put(key, List.of(said.toString())));
        if (by.isEmpty()) {
            by.add(StatePath.obliged(policy, pattern.type()));
            by.addAll(roles(pattern.type()));
        }
        List<List<Happening>> ways = new ArrayList<>();
        Map<String, List<String>> full = new TreeMap<>(asked(pattern.type()));
        full.putAll(data);
        for (String role : by) {
            for (Map<String, List<String>> says : new LinkedHashSet<>(List.of(data, full))) {
                List<Happening> way = new ArrayList<>(before);
                way.add(new Happening(pattern.type(), role, says));
                ways.add(way);
            }
        }
        return ways;
    }

    /** Roles that checks of such an event name: one of them may be the only one that is allowed to. */
    private List<String> roles(String type) {
        Set<String> roles = new TreeSet<>();
        checks(type)
                .forEach(rule -> rule.tests()
                        .filter(test -> test.field().equals(Field.EVENT_BY.word()))
                        .flatMap(test -> test.operands().stream())
                        .filter(Operand.Text.class::isInstance)
                        .forEach(operand -> roles.add(((Operand.Text) operand).value())));
        return roles.stream().limit(MOST_ROLES).toList();
    }

    /** What checks of such an event want it to say, and the fields of the forms that it delivers. */
    private Map<String, List<String>> asked(String type) {
        Map<String, List<String>> said = new TreeMap<>();
        checks(type)
                .forEach(rule -> rule.tests()
                        .filter(test -> test.field().equals(Field.DETAILS.word()) && test instanceof Condition.Contains)
                        .flatMap(test -> test.operands().stream())
                        .filter(Operand.Text.class::isInstance)
                        .forEach(operand -> {
                            String[] parts = ((Operand.Text) operand).value().split("=", 2);
                            said.put(parts[0], List.of(parts.length > 1 ? parts[1] : SOMETHING));
                        }));
        List<String> fields = policy.forms().values().stream()
                .filter(form -> form.deliveredBy()
                        .patterns()
                        .anyMatch(each -> each.type().equals(type)))
                .flatMap(form -> form.fields().stream())
                .map(field -> field.code())
                .distinct()
                .toList();
        if (!fields.isEmpty()) {
            said.put("fields", fields);
        }
        return said;
    }

    private List<Rule> checks(String type) {
        return model.rules().stream()
                .filter(rule -> rule.stage() == Stage.CHECKS)
                .filter(rule -> rule.tests()
                        .filter(test -> test.field().equals(Field.EVENT.word()))
                        .flatMap(test -> test.operands().stream())
                        .anyMatch(operand -> operand instanceof Operand.Text text
                                && text.value().equals(type)))
                .toList();
    }
}
