package org.complaintkit.rules.explain;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.duty.Duty;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Step;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Transition;

/**
 * An event that a row of a pack's lifecycle lists and that did not move the case: what would have had to differ. An event
 * that a check or a ladder of authority denied its effect is no such one.
 *
 * @param event its type
 * @param at when it happened
 * @param state in which the case was and stayed
 * @param lacks what each of the rows would have needed, nearest first; never empty
 */
record Stay(Policy policy, String event, Instant at, String state, List<Lack> lacks) {
    Stay {
        lacks = List.copyOf(lacks);
    }

    /** What a row would have needed. */
    enum Kind {
        /** Its guard. */
        GUARD,
        /** Something else said by the event. */
        SAYS,
        /** One of other states. */
        STATE
    }

    /**
     * What a row would have needed.
     *
     * @param duties codes of the open duties that held it up; empty unless that is what its guard asks
     */
    record Lack(Kind kind, Transition row, Set<String> duties) {}

    /** The events of a case that did not move it along the table of a pack. */
    static List<Stay> of(Transcript transcript, Case value, boolean first) {
        List<Stay> stays = new ArrayList<>();
        for (int i = 1; i < value.events().size(); i++) {
            CaseEvent event = value.events().get(i);
            Transcript.Asked asked = transcript.checks().get(i);
            Policy policy = asked.policy();
            boolean held = first && heldUp(value, event);
            if (moved(value, policy, event) || (value.withoutEffect().contains(event.id()) && !held)) {
                continue;
            }
            String state = asked.situation().standing().state();
            List<Lack> lacks = lacks(value, policy, event, state);
            if (!lacks.isEmpty()) {
                stays.add(new Stay(policy, event.type(), event.occurredAt(), state, lacks));
            }
        }
        return stays;
    }

    private static boolean heldUp(Case value, CaseEvent event) {
        return value.findings().stream()
                .anyMatch(each -> each.rule().equals(Transition.Guard.NO_BLOCKING_DUTY.name())
                        && each.about().equals(event.type())
                        && each.at().equals(event.occurredAt()));
    }

    private static boolean moved(Case value, Policy policy, CaseEvent event) {
        List<Step> steps = value.progress().tracks().getOrDefault(policy.id(), value.steps());
        return steps.stream()
                .anyMatch(step -> !step.implied()
                        && step.event().equals(event.type())
                        && step.at().equals(event.occurredAt()));
    }

    /** A row that fits state and event and was not taken was kept back by its guard. */
    private static List<Lack> lacks(Case value, Policy policy, CaseEvent event, String state) {
        Set<String> reached = reached(policy, state);
        List<Lack> guards = new ArrayList<>();
        List<Lack> says = new ArrayList<>();
        List<Lack> states = new ArrayList<>();
        for (Transition row : policy.transitions()) {
            boolean fits = row.from().stream().anyMatch(reached::contains);
            if (row.event().matches(event)) {
                if (!fits) {
                    states.add(new Lack(Kind.STATE, row, Set.of()));
                } else if (row.guard() != Transition.Guard.NONE) {
                    guards.add(new Lack(Kind.GUARD, row, duties(value, policy, event, row)));
                }
            } else if (fits && row.event().type().equals(event.type())) {
                says.add(new Lack(Kind.SAYS, row, Set.of()));
            }
        }
        guards.addAll(says);
        return guards.isEmpty() ? states : guards;
    }

    /** The state, and those to which steps lead that a later event shows to have been taken. */
    private static Set<String> reached(Policy policy, String state) {
        Set<String> reached = new TreeSet<>(Set.of(state));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            String from = open.remove();
            policy.transitions().stream()
                    .filter(row -> row.implied() && row.from().contains(from))
                    .filter(row -> reached.add(row.to()))
                    .forEach(row -> open.add(row.to()));
        }
        return reached;
    }

    private static Set<String> duties(Case value, Policy policy, CaseEvent event, Transition row) {
        Set<String> duties = new TreeSet<>();
        if (row.guard() == Transition.Guard.NO_BLOCKING_DUTY) {
            value.duties().stream()
                    .filter(duty -> duty.demandedBy(policy.id()) && openAt(duty, event.occurredAt()))
                    .map(Duty::code)
                    .filter(code -> policy.duties().containsKey(code)
                            && policy.duties().get(code).blocksClosing())
                    .forEach(duties::add);
        }
        return duties;
    }

    private static boolean openAt(Duty duty, Instant at) {
        Instant fulfilled = duty.fulfilledAt();
        return !duty.arisenAt().isAfter(at) && (fulfilled == null || fulfilled.isAfter(at));
    }
}
