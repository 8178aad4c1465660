package org.complaintkit.rules.simulate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.decision.Decision;
import org.complaintkit.decision.Reason;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.LimitRule;
import org.complaintkit.rules.diff.Part;
import org.complaintkit.rules.syntax.Rule;

/** The rows and rules on which an answer of a case rests, by the case's own reasons. Used once. */
final class Evidence {
    private static final Map<Aspect, String> VERBS = Map.of(
            Aspect.CATEGORY, "category",
            Aspect.LABEL, "label",
            Aspect.COMPLEXITY, "complexity",
            Aspect.GRADE, "grade",
            Aspect.OWNER, "owner",
            Aspect.ASSIST, "assist",
            Aspect.SUPERVISOR, "supervisor",
            Aspect.APPROVER, "approver");

    private final Set<Ref> refs = new LinkedHashSet<>();
    private final Map<String, Rule> rules;
    private final Case value;

    /** A row or rule of some pack of the case; deadlines and escalations without variant. */
    record Ref(Part part, String id) {
        static Ref of(Part part, String id) {
            boolean variants = part == Part.DEADLINE || part == Part.ESCALATION;
            return new Ref(part, variants ? DeadlineRule.code(id) : id);
        }
    }

    private Evidence(Case value, Map<String, Rule> rules) {
        this.value = value;
        this.rules = rules;
    }

    /**
     * What an answer rests on.
     *
     * @param rules the rules of the case's packs, by name
     */
    static Set<Ref> of(Difference difference, Case value, Map<String, Rule> rules) {
        Evidence evidence = new Evidence(value, rules);
        evidence.collect(difference.aspect(), difference.subject());
        return evidence.refs;
    }

    private void collect(Aspect aspect, String subject) {
        switch (aspect) {
            case CATEGORY, LABEL, COMPLEXITY, GRADE, OWNER, ASSIST, SUPERVISOR, APPROVER ->
                value.decisions().values().forEach(each -> answer(each, VERBS.getOrDefault(aspect, ""), subject));
            case DEADLINE ->
                deadlines()
                        .filter(each -> each.id().equals(subject.replace("<", "")))
                        .forEach(this::deadline);
            case LIMIT -> deadlines().filter(each -> each.rule().endsHandling()).forEach(this::deadline);
            case DUTY ->
                value.duties().stream()
                        .filter(each -> each.code().equals(subject))
                        .forEach(each -> {
                            rule(each.rule());
                            add(Part.RETENTION, each.rule());
                            add(Part.DUTY, each.code());
                            each.also().forEach(also -> rule(also.rule()));
                        });
            case PROHIBITION ->
                value.prohibitions().stream()
                        .filter(each -> each.code().equals(subject))
                        .forEach(each -> rule(each.rule()));
            case ESCALATION ->
                value.escalations().stream()
                        .filter(each -> each.id().equals(subject))
                        .forEach(each -> {
                            add(Part.ESCALATION, each.id());
                            rule(each.trigger());
                            add(Part.DEADLINE, each.trigger());
                        });
            case FINDING ->
                value.findings().stream()
                        .filter(each -> each.code().equals(subject))
                        .forEach(each -> {
                            rule(each.rule());
                            add(Part.DEADLINE, each.about());
                        });
            case ACCOUNT -> {
                add(Part.AMOUNT, subject);
                value.register()
                        .accounts()
                        .values()
                        .forEach(each -> each.reasons().forEach(this::reason));
            }
            case STATE -> value.events().forEach(event -> add(Part.TRANSITION, event.type()));
            case REFUSED -> {}
        }
    }

    private Stream<Deadline> deadlines() {
        return Stream.concat(value.deadlines().stream(), value.previousDeadlines().stream());
    }

    private void answer(Decision decision, String verb, String subject) {
        List<Reason> reasons = decision.reasons().stream()
                .filter(reason -> reason.answer().equals(verb))
                .toList();
        boolean several = verb.equals("label") || verb.equals("assist") || verb.equals("supervisor");
        for (Reason reason : reasons) {
            if (!several || reason.code().equals(subject)) {
                reason(reason);
            }
        }
        if (reasons.stream().allMatch(reason -> reason.rule().isEmpty())) {
            add(Part.PRECEDENCE, verb + " default");
        }
        decision.conflicts().stream()
                .filter(conflict -> conflict.answer().verb().equals(verb))
                .flatMap(conflict -> conflict.proposals().stream())
                .forEach(proposal -> rule(proposal.rule()));
    }

    private void reason(Reason reason) {
        if (reason.rule().isEmpty()) {
            add(Part.PRECEDENCE, reason.answer() + " " + reason.code());
        } else {
            rule(reason.rule());
        }
    }

    private void deadline(Deadline deadline) {
        row(deadline.rule());
        add(Part.EXTENSION, deadline.id());
        value.reasons().stream()
                .filter(reason -> DeadlineRule.code(reason.code()).equals(deadline.id()))
                .forEach(reason -> rule(reason.rule()));
    }

    /** A row, and those whose moment it takes over. */
    private void row(DeadlineRule row) {
        add(Part.DEADLINE, row.id());
        for (LimitRule limit : List.of(row.limit(), row.target())) {
            limit.parameters().forEach(id -> add(Part.PARAMETER, id));
            limit.alternatives()
                    .forEach(each -> each.deadlines().forEach(id -> {
                        if (refs.add(Ref.of(Part.DEADLINE, id))) {
                            deadlines()
                                    .filter(other -> other.id().equals(DeadlineRule.code(id)))
                                    .forEach(other -> row(other.rule()));
                        }
                    }));
        }
    }

    /** A rule, and the parameters that decide what it proposes. */
    private void rule(String name) {
        add(Part.RULE, name);
        Rule rule = rules.get(name);
        if (rule != null) {
            rule.parameters().forEach(id -> add(Part.PARAMETER, id));
        }
    }

    private void add(Part part, String id) {
        refs.add(Ref.of(part, id));
    }
}
