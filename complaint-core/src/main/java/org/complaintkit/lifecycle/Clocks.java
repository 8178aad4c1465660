package org.complaintkit.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.complaintkit.deadline.Dating;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Proposal;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.LimitRule;
import org.complaintkit.policy.Policy;

/** Starts, moves and stops the deadlines of a draft as its history has it. */
final class Clocks {
    private final Policy policy;
    private final Dating dating;

    Clocks(Policy policy, Dating dating) {
        this.policy = policy;
        this.dating = dating;
    }

    /** Takes the proposals of the stage of deadlines, then brings every clock of the policy up to date. */
    void update(Draft draft, List<Proposal> proposals) {
        Set<String> proposed = new TreeSet<>();
        draft.milestones.remove(policy.id());
        for (Proposal proposal : proposals) {
            if (proposal.answer() == Answer.ENDS) {
                draft.milestones
                        .computeIfAbsent(policy.id(), pack -> new TreeMap<>())
                        .computeIfAbsent(proposal.code(), milestone -> new ArrayList<>())
                        .add(EventPattern.parse(proposal.detail()));
            } else {
                proposed.add(proposal.code());
                if (draft.recognised.putIfAbsent(key(proposal.code()), draft.now) == null) {
                    draft.reasons.add(proposal.reason(policy.pack().label()));
                }
            }
        }
        List<DeadlineRule> recognised = policy.deadlines().values().stream()
                .filter(rule -> draft.recognised.containsKey(key(rule.id())))
                .toList();
        recognised.stream().filter(rule -> !takenOver(rule)).forEach(rule -> update(draft, rule, proposed));
        supersede(draft, proposed);
        recognised.stream().filter(Clocks::takenOver).forEach(rule -> update(draft, rule, proposed));
    }

    private static boolean takenOver(DeadlineRule rule) {
        return rule.limit().kind() == LimitRule.Kind.AS_DEADLINE;
    }

    private void update(Draft draft, DeadlineRule rule, Set<String> proposed) {
        History history =
                draft.history(policy.id()).recognisedAt(Optional.ofNullable(draft.recognised.get(key(rule.id()))));
        Optional<Instant> start = rule.start().time(history);
        if (start.isEmpty()) {
            return;
        }
        Deadline running = draft.deadlines.get(key(rule.id()));
        Deadline dated = running;
        if (running == null
                || !running.startedAt().equals(start.get())
                || mayMove(draft, running, proposed.contains(rule.id()))) {
            dated = dating.date(rule, draft.round, start.get(), id -> inForce(draft, id))
                    .orElse(running);
        }
        if (dated != null) {
            draft.deadlines.put(
                    key(rule.id()),
                    dated.judged(
                            rule.end().time(history).orElse(null),
                            rule.cancelledBy().time(history).orElse(null)));
        }
    }

    /**
     * One that gave way runs again when its class comes back; one taken over follows the limit that is in force, until it
     * is settled.
     */
    private static boolean mayMove(Draft draft, Deadline running, boolean askedFor) {
        return running.supersededAt() != null
                ? askedFor
                : takenOver(running.rule()) && !running.stopped() && !draft.breached(running);
    }

    private Optional<Deadline> inForce(Draft draft, String id) {
        return Optional.ofNullable(draft.deadlines.get(key(id))).filter(deadline -> deadline.supersededAt() == null);
    }

    /** Another class brings other limits: one that ends the handling gives way to the one now asked for. */
    private void supersede(Draft draft, Set<String> proposed) {
        boolean replaced = policy.deadlines().values().stream()
                .anyMatch(rule -> rule.endsHandling() && proposed.contains(rule.id()));
        if (replaced) {
            draft.deadlines.replaceAll((key, deadline) -> deadline.pack().equals(policy.id())
                            && deadline.rule().endsHandling()
                            && !deadline.stopped()
                            && !proposed.contains(deadline.id())
                    ? deadline.superseded(draft.now)
                    : deadline);
        }
    }

    private String key(String deadline) {
        return policy.id() + "/" + deadline;
    }
}
