package org.complaintkit.lifecycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.duty.Duty;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Transition;

/** Leads each pack of a case along its own lifecycle table, and begins the rounds. */
final class Tracks {
    /** The event, in transition tables, of the day on which the follow-up visit is due. */
    static final String FOLLOW_UP_DUE = "FOLLOW_UP_DUE";

    /** The event, in transition tables, of a visit that was due and is put off, because its start came later than planned. */
    private static final String FOLLOW_UP_MOVED = "FOLLOW_UP_MOVED";

    /** After the code of a pack: the parameter that says how many rounds of rework there may be. */
    private static final String MAX_ROUNDS = ".maxRounds";

    /** The state in which every table begins. */
    private static final String RECEIVED = "RECEIVED";

    private final List<Policy> policies;
    private final Map<String, Clocks> clocks;
    private final Map<String, StateMachine> machines = new LinkedHashMap<>();

    /** @param clocks by pack */
    Tracks(List<Policy> policies, Map<String, Clocks> clocks) {
        this.policies = policies;
        this.clocks = clocks;
        policies.forEach(policy -> machines.put(policy.id(), new StateMachine(policy.transitions())));
    }

    /** All packs begin with the receipt. */
    void open(Draft draft) {
        Instant received = draft.complaint.receivedAt();
        machines.keySet()
                .forEach(pack -> draft.track(pack).enter(new Step(received, CaseEvent.RECEIVED, RECEIVED, false)));
    }

    /** Where an event leads from the state in which a pack is; empty where its table does not list it. */
    List<Transition> path(Draft draft, Policy policy, EventPattern.Subject event) {
        return machine(policy).path(draft.track(policy).state, event, guard -> holds(draft, policy, guard, event));
    }

    private StateMachine machine(Policy policy) {
        return Objects.requireNonNull(machines.get(policy.id()));
    }

    /** The row of the first pack that an open duty holds up. */
    Optional<Transition> heldUp(Draft draft, CaseEvent event) {
        Policy first = policies.get(0);
        return machine(first).guarded(draft.track(first).state, event, Transition.Guard.NO_BLOCKING_DUTY);
    }

    /** Each pack goes its own way through its own table; a round that one begins is one for all whose clocks do not run on. */
    void move(Draft draft, CaseEvent event) {
        Map<String, List<Transition>> paths = new LinkedHashMap<>();
        policies.forEach(policy -> paths.put(policy.id(), path(draft, policy, event)));
        paths.forEach((pack, path) -> path.stream()
                .limit(Math.max(path.size() - 1L, 0))
                .forEach(row -> draft.track(pack)
                        .enter(new Step(draft.roundStart(pack), row.event().type(), row.to(), true))));
        List<Transition> beginning = paths.values().stream()
                .flatMap(path -> path.stream().filter(row -> row.begins() != Transition.Round.NONE))
                .toList();
        if (!beginning.isEmpty()) {
            begin(draft, event, paths, beginning);
        }
        paths.forEach((pack, path) -> path.stream()
                .skip(Math.max(path.size() - 1L, 0))
                .forEach(row -> arrive(draft.track(pack), event, row)));
    }

    private static void arrive(Track track, CaseEvent event, Transition row) {
        String to = row.to().equals(Transition.BACK) ? track.stateBefore() : row.to();
        track.enter(new Step(event.occurredAt(), event.type(), to, false));
    }

    /**
     * Begins a round. A pack that begins none itself goes on where its own table says where the event leads, or where its
     * handling is not over; any other takes the event for a complaint that is received.
     */
    private void begin(Draft draft, CaseEvent event, Map<String, List<Transition>> paths, List<Transition> beginning) {
        clocks.values().forEach(each -> each.settle(draft));
        Set<String> on = new TreeSet<>();
        clocks.forEach((pack, each) -> {
            boolean own = paths.get(pack).stream().anyMatch(row -> row.begins() != Transition.Round.NONE);
            if (!own && (each.runsOn(draft) || !paths.get(pack).isEmpty())) {
                on.add(pack);
            } else {
                draft.settled.addAll(each.findings(draft));
            }
        });
        boolean afresh = beginning.stream().anyMatch(row -> row.begins() == Transition.Round.AFRESH);
        draft.newRound(afresh, on);
        paths.forEach((pack, path) -> {
            if (path.isEmpty() && !on.contains(pack)) {
                draft.track(pack).enter(new Step(event.occurredAt(), event.type(), RECEIVED, false));
            }
        });
    }

    /** Moves a case whose follow-up visit is due, or no longer; the day may have begun before the reply that makes it due. */
    boolean followUp(Draft draft) {
        List<Deadline> visits = draft.deadlines.values().stream()
                .filter(deadline -> deadline.rule().followUp() && !deadline.stopped())
                .toList();
        if (visits.isEmpty()) {
            return false;
        }
        boolean due = visits.stream().anyMatch(visit -> !visit.targetDay().isAfter(draft.now));
        String moment = due ? FOLLOW_UP_DUE : FOLLOW_UP_MOVED;
        boolean moved = false;
        for (Policy policy : policies) {
            List<Transition> path = path(draft, policy, CaseEvent.of("", moment, "", draft.now));
            path.forEach(row -> draft.track(policy).enter(new Step(draft.now, moment, row.to(), false)));
            moved |= !path.isEmpty();
        }
        return moved;
    }

    private boolean holds(Draft draft, Policy policy, Transition.Guard guard, EventPattern.Subject event) {
        return switch (guard) {
            case NONE -> true;
            case UNREACHABLE -> !draft.complaint.complainant().reachable();
            case NO_BLOCKING_DUTY -> blocking(draft).findAny().isEmpty();
            case ROUNDS_LEFT -> roundsLeft(draft, policy);
            case AGAIN ->
                draft.effectiveEvents(policy).stream()
                        .anyMatch(each -> each.type().equals(event.type()) && !each.equals(event));
        };
    }

    private static boolean roundsLeft(Draft draft, Policy policy) {
        String most = policy.id().toLowerCase(Locale.ROOT) + MAX_ROUNDS;
        return !policy.parameters().declared().containsKey(most)
                || policy.parameters().number(most).compareTo(BigDecimal.valueOf(draft.track(policy).round - 1L)) > 0;
    }

    /** Open duties that some pack wants fulfilled before the case is closed. */
    Stream<Duty> blocking(Draft draft) {
        return draft.duties.values().stream()
                .filter(duty -> !duty.fulfilled() && duty.round() == draft.track(duty.pack()).round)
                .filter(duty -> policies.stream()
                        .filter(policy -> duty.demandedBy(policy.id()))
                        .anyMatch(policy -> policy.duties().get(duty.code()).blocksClosing()));
    }
}
