package org.complaintkit.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.complaintkit.deadline.Dating;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.Reason;
import org.complaintkit.duty.Finding;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.DeadlineRule.Gives;
import org.complaintkit.policy.DeadlineRule.Repeats;
import org.complaintkit.policy.EventExpression;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.ExtensionRule;
import org.complaintkit.policy.LimitRule;
import org.complaintkit.policy.Mark;
import org.complaintkit.policy.Policy;

/** Starts, moves, repeats and stops the deadlines of a draft as its history has it. */
final class Clocks {
    /** The parameter that says that the limits of a merged case stand; else the case that carries the matter on has them. */
    private static final String MERGED_LIMITS_STAND = "merged.limitsStand";

    private final Policy policy;
    private final Dating dating;
    private final Extensions extensions;
    private final Set<String> granted;
    private final boolean limitsStand;
    /** Where a case keeps the deadlines of the policy, by row. */
    private final Map<String, String> places = new HashMap<>();
    /** What ends a milestone, as rules spell it, read once: there is as much of it as the rules say. */
    private final Map<String, EventPattern> ends = new ConcurrentHashMap<>();

    Clocks(Policy policy, Dating dating) {
        this.policy = policy;
        this.dating = dating;
        this.extensions = new Extensions(policy, dating);
        this.granted = policy.extensions().stream().map(ExtensionRule::into).collect(Collectors.toSet());
        policy.deadlines().keySet().forEach(id -> places.put(id, Deadline.place(policy.id(), id)));
        this.limitsStand = policy.parameters().declared().containsKey(MERGED_LIMITS_STAND)
                && Boolean.parseBoolean(policy.parameters().text(MERGED_LIMITS_STAND));
    }

    /** Takes the proposals of the stage of deadlines, then brings every clock of the policy up to date. */
    void update(Draft draft, List<Proposal> proposals) {
        if (merged(draft) && !limitsStand) {
            draft.deadlines.replaceAll((place, deadline) -> deadline.pack().equals(policy.id()) && !deadline.stopped()
                    ? deadline.superseded(draft.now)
                    : deadline);
            return;
        }
        Set<String> proposed = new TreeSet<>();
        draft.milestones.remove(policy.id());
        for (Proposal proposal : proposals) {
            if (proposal.answer() == Answer.ENDS) {
                draft.milestones
                        .computeIfAbsent(policy.id(), pack -> new TreeMap<>())
                        .computeIfAbsent(proposal.code(), milestone -> new ArrayList<>())
                        .add(ends.computeIfAbsent(proposal.detail(), EventPattern::parse));
            } else {
                proposed.add(proposal.code());
                if (draft.recognised.putIfAbsent(place(proposal.code()), draft.now) == null) {
                    draft.reasons.add(proposal.reason(policy.pack().label()));
                }
            }
        }
        recognised(draft, false).forEach(rule -> update(draft, rule, proposed));
        supersede(draft, proposed);
        leaveOut(draft);
        extensions.apply(draft);
        recognised(draft, true).forEach(rule -> update(draft, rule, proposed));
    }

    /** The rows that the rules have asked for, those whose limit is another's or the others. */
    private List<DeadlineRule> recognised(Draft draft, boolean takenOver) {
        List<DeadlineRule> recognised = new ArrayList<>();
        for (DeadlineRule rule : policy.deadlines().values()) {
            if (takenOver(rule) == takenOver && draft.recognised.containsKey(place(rule.id()))) {
                recognised.add(rule);
            }
        }
        return recognised;
    }

    private boolean merged(Draft draft) {
        return policy.vocabulary().marks(Mark.MERGED, draft.track(policy).state);
    }

    /**
     * Whether the clocks of the pack run on when another pack begins a round: its own table does not begin one, and the end
     * of the handling that it demands has not come. Else an open limit would move to a later day by a rule that is not its
     * own; after the answer a further round is a complaint to it as well.
     */
    boolean runsOn(Draft draft) {
        return draft.deadlines.values().stream()
                .anyMatch(each -> each.pack().equals(policy.id()) && each.rule().endsHandling() && !each.stopped());
    }

    /** Judges what runs by all that has happened, before a new round takes its place. */
    void settle(Draft draft) {
        History history = draft.history(policy);
        draft.deadlines.replaceAll((place, deadline) ->
                deadline.pack().equals(policy.id()) && !deadline.stopped() ? judged(deadline, history) : deadline);
    }

    /** What is wrong with extensions that were granted. */
    List<Finding> findings(Draft draft) {
        return extensions.findings(draft);
    }

    /** What speaks against an extension that is to be granted. */
    List<Reason> against(Draft draft, CaseEvent grant) {
        return extensions.against(draft, grant);
    }

    private static boolean takenOver(DeadlineRule rule) {
        return rule.limit().kind() == LimitRule.Kind.AS_DEADLINE;
    }

    private void update(Draft draft, DeadlineRule rule, Set<String> proposed) {
        History history =
                draft.history(policy).recognisedAt(Optional.ofNullable(draft.recognised.get(place(rule.id()))));
        Deadline running = draft.deadlines.get(place(rule.id()));
        Optional<Instant> start = running == null || running.occurrence() == 1
                ? rule.start().time(history)
                : Optional.of(running.startedAt());
        if (start.isEmpty()) {
            return;
        }
        Deadline dated = running;
        if (running == null
                || (running.supersededAt() == null && (stopped(history) || Joined.known(draft.effectiveEvents(policy))))
                || !running.startedAt().equals(start.get())
                || mayMove(draft, judged(running, history), proposed.contains(rule.id()))) {
            dated = date(draft, rule, start.get(), history)
                    .map(each -> running == null ? each : each.occurring(running.occurrence()))
                    .orElse(running);
        }
        if (dated != null) {
            Deadline judged = Joined.of(draft.effectiveEvents(policy)).earliest(judged(dated, history), dating);
            draft.deadlines.put(place(rule.id()), judged);
            repeat(draft, judged, history);
        }
    }

    /**
     * A time that a supervisor leaves out afterwards moves the clocks of earlier rounds too: what was late by a day that
     * does not count was in time. Limits that somebody named, and those that a merger or an extension has moved, stay.
     */
    private void leaveOut(Draft draft) {
        History history = draft.history(policy);
        if (draft.track(policy).round == 1 || !stopped(history) || Joined.known(draft.events)) {
            return;
        }
        draft.previousDeadlines.replaceAll(earlier -> earlier.pack().equals(policy.id()) && counted(earlier)
                ? dating.date(
                                earlier.rule(),
                                earlier.round(),
                                earlier.startedAt(),
                                null,
                                Said.of(draft, history, policy, extensions))
                        .map(dated -> dated.occurring(earlier.occurrence()).after(earlier))
                        .orElse(earlier)
                : earlier);
    }

    /** Whether a limit follows from its start and the term of its row alone. */
    private static boolean counted(Deadline deadline) {
        DeadlineRule rule = deadline.rule();
        return !takenOver(rule)
                && !rule.limit().moves()
                && rule.notBefore().equals(EventExpression.NEVER)
                && deadline.movedBy() == 0;
    }

    /** Whether a supervisor has left out a time, which moves even what is over. */
    private static boolean stopped(History history) {
        return !history.all(Standstill.TIME_LEFT_OUT).isEmpty();
    }

    private Optional<Deadline> date(Draft draft, DeadlineRule rule, Instant start, History history) {
        Instant notBefore = rule.notBefore().time(history).orElse(null);
        return dating.date(
                rule, draft.track(policy).round, start, notBefore, Said.of(draft, history, policy, extensions));
    }

    /** A further occurrence ends with what happened after it had begun; no clock ends with the event that began its round. */
    private static Deadline judged(Deadline deadline, History history) {
        History since = history.of(deadline.startedAt());
        if (deadline.occurrence() > 1) {
            since = since.after(deadline.startedAt());
        } else {
            since = since.withoutFirst();
        }
        return deadline.judged(
                deadline.rule().end().time(since).orElse(null),
                deadline.rule().cancelledBy().time(since).orElse(null));
    }

    /** Begins the next occurrence of a deadline that has ended, as often as the history has one. */
    private void repeat(Draft draft, Deadline ended, History history) {
        Deadline last = ended;
        Optional<Instant> next = next(last, history);
        while (next.isPresent()) {
            int nth = last.occurrence() + 1;
            Optional<Deadline> dated = date(draft, last.rule(), next.get(), history);
            if (dated.isEmpty()) {
                return;
            }
            Deadline following = judged(dated.get().occurring(nth), history);
            draft.deadlines.put(last.earlierPlace(), last);
            draft.deadlines.put(place(last.rule().id()), following);
            last = following;
            next = next(last, history);
        }
    }

    private static Optional<Instant> next(Deadline last, History history) {
        Instant end = last.endedAt();
        if (last.rule().repeats() == Repeats.NO
                || end == null
                || last.cancelledAt() != null
                || last.supersededAt() != null) {
            return Optional.empty();
        }
        return last.rule().repeats() == Repeats.AFTER_END
                ? Optional.of(end)
                : last.rule().start().time(history.after(end)).filter(start -> start.isAfter(end));
    }

    /**
     * One that gave way runs again when its class comes back; one whose limit rests on another or on what is said follows
     * it, until it is settled.
     */
    private boolean mayMove(Draft draft, Deadline running, boolean askedFor) {
        if (running.supersededAt() != null) {
            return askedFor && !extensions.inForce(draft, running.rule().id());
        }
        boolean follows = takenOver(running.rule())
                || running.rule().limit().moves()
                || running.rule().pausedBy().from().isPresent()
                || policy.safeguards().standstills().stream()
                        .anyMatch(row -> row.stops(running.rule().id()));
        return follows && !running.stopped() && (!takenOver(running.rule()) || !draft.breached(running));
    }

    /** Another class brings other limits: those that give way to it are superseded. */
    private void supersede(Draft draft, Set<String> proposed) {
        boolean replaced = policy.deadlines().values().stream()
                .anyMatch(rule -> rule.endsHandling() && proposed.contains(rule.id()));
        draft.deadlines.replaceAll((place, deadline) -> deadline.pack().equals(policy.id())
                        && !deadline.stopped()
                        && !proposed.contains(deadline.rule().id())
                        && !granted.contains(deadline.rule().id())
                        && givesWay(deadline.rule(), replaced)
                ? deadline.superseded(draft.now)
                : deadline);
    }

    private static boolean givesWay(DeadlineRule rule, boolean replaced) {
        return rule.gives() == Gives.WHEN_NOT_ASKED
                || (rule.gives() == Gives.TO_ANOTHER_END && rule.endsHandling() && replaced);
    }

    private String place(String ruleId) {
        String place = places.get(ruleId);
        return place == null ? Deadline.place(policy.id(), ruleId) : place;
    }
}
