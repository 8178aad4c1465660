package org.complaintkit.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.decision.Reason;
import org.complaintkit.duty.Finding;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.ExtensionRule;
import org.complaintkit.policy.Policy;

/**
 * Whose limits a decision is about, on a case under several packs: what one regulator's rule lets an institution extend
 * says nothing of the limit that another one sets.
 *
 * <p>Decisions are the events that a row of {@code extensions.csv} waits for, grant and notice, and the order
 * {@code TIME_LEFT_OUT}. They name a pack ({@code pack}), a deadline ({@code deadline}), or several of either. One that
 * names neither counts where only one pack can take it as the case stands: a limit of that pack runs, the ground, the date
 * and who decides are as its rule wants them, the notice follows a decision that waits for one. Where several can it has no effect, and the finding says what
 * could be named. An order that names neither is about all packs: whoever gives it speaks of the time itself.
 * What is no decision but a fact, an appraisal that began, concerns every pack whatever it says.
 */
final class Addressee {
    /** The key under which a decision names the pack whose limits it is about. */
    static final String PACK = "pack";

    /** The key under which it names the deadline. */
    static final String DEADLINE = "deadline";

    private static final String NOT_ADDRESSED = "EXT_NOT_ADDRESSED";

    private final List<Policy> policies;
    private final Map<String, Clocks> clocks;

    /** @param clocks by pack */
    Addressee(List<Policy> policies, Map<String, Clocks> clocks) {
        this.policies = policies;
        this.clocks = clocks;
    }

    /** Whether the limits of a policy hang on an event as a decision. */
    static boolean waits(Policy policy, CaseEvent event) {
        boolean waits = Standstill.TIME_LEFT_OUT.matches(event);
        for (ExtensionRule row : policy.extensions()) {
            waits |= row.waitsFor(event);
        }
        return waits;
    }

    /** Whether an event is of this policy's concern: it is no decision, or it does not name another's limits. */
    static boolean concerns(Policy policy, CaseEvent event) {
        return !waits(policy, event) || names(policy, event);
    }

    /** Whether a decision is about one deadline, as far as it names any. */
    static boolean about(CaseEvent event, String... ruleIds) {
        List<String> named = event.values(DEADLINE);
        return named.isEmpty()
                || Stream.of(ruleIds).anyMatch(id -> named.contains(id) || named.contains(DeadlineRule.code(id)));
    }

    private static boolean names(Policy policy, CaseEvent event) {
        List<String> packs = event.values(PACK);
        return (packs.isEmpty() || packs.contains(policy.id()))
                && about(event, policy.deadlines().keySet().toArray(String[]::new));
    }

    /** Whether the rules of a policy are to see what the event is: it is of the policy's concern, and clear. */
    boolean tells(Draft draft, Policy policy, CaseEvent event) {
        return concerns(policy, event)
                && !draft.denies(policy.id(), event.id())
                && !(waits(policy, event)
                        && !draft.happens(event)
                        && !open(draft, event).isEmpty());
    }

    /** Denies a decision that only one pack can take its effect on the limits of the others. */
    void settle(Draft draft, CaseEvent event) {
        only(draft, event)
                .ifPresent(taker -> policies.stream()
                        .filter(policy -> waits(policy, event) && !policy.equals(taker))
                        .forEach(policy -> draft.deny(policy.id(), event.id())));
    }

    /** What is found when a decision is unclear, for each pack that waits for it. */
    List<Finding> findings(Draft draft, CaseEvent event) {
        return open(draft, event).stream()
                .map(row -> new Finding(
                        row.policy.id(),
                        NOT_ADDRESSED,
                        row.rule.extended(),
                        wayOut(event),
                        row.rule.clause(),
                        row.rule.basis(),
                        event.occurredAt()))
                .toList();
    }

    /** The same as reasons against an intent. */
    List<Reason> reasons(Draft draft, CaseEvent intent) {
        return open(draft, intent).stream()
                .map(row -> new Reason(
                        "extension",
                        NOT_ADDRESSED,
                        wayOut(intent),
                        row.rule.clause(),
                        row.rule.basis(),
                        row.policy.pack().label()))
                .toList();
    }

    /** The rows among which a decision does not choose; empty where it does, or where no row waits for it. */
    private List<Waiting> open(Draft draft, CaseEvent event) {
        List<Waiting> rows = waiting(event);
        boolean clear = addressed(event)
                ? rows.isEmpty() || rows.stream().anyMatch(row -> row.named(event))
                : rows.stream().map(row -> row.policy).distinct().count() <= 1
                        || only(draft, event).isPresent();
        return clear ? List.of() : rows;
    }

    private static boolean addressed(CaseEvent event) {
        return !event.values(PACK).isEmpty() || !event.values(DEADLINE).isEmpty();
    }

    /**
     * The one pack that can take a decision that names nobody, be it with a fault; of several the one in which nothing else
     * speaks against it. Empty where none or several are left, or where it names one.
     */
    private Optional<Policy> only(Draft draft, CaseEvent event) {
        if (addressed(event)) {
            return Optional.empty();
        }
        List<Policy> takers = waiting(event).stream()
                .filter(row -> row.takes(draft, event))
                .map(row -> row.policy)
                .distinct()
                .toList();
        if (takers.size() == 1) {
            return Optional.of(takers.get(0));
        }
        List<Policy> faultless = takers.stream()
                .filter(policy -> Objects.requireNonNull(clocks.get(policy.id()))
                        .against(draft, event)
                        .isEmpty())
                .toList();
        return faultless.size() == 1 ? Optional.of(faultless.get(0)) : Optional.empty();
    }

    private List<Waiting> waiting(CaseEvent event) {
        List<Waiting> rows = new ArrayList<>();
        for (Policy policy : policies) {
            policy.extensions().stream()
                    .filter(row -> row.waitsFor(event))
                    .forEach(row -> rows.add(new Waiting(policy, row)));
        }
        return rows;
    }

    private String wayOut(CaseEvent event) {
        List<Waiting> rows = waiting(event);
        return "say pack (" + listed(rows, row -> row.policy.id()) + ") or deadline ("
                + listed(rows, row -> DeadlineRule.code(row.rule.extended())) + ")";
    }

    private static String listed(List<Waiting> rows, Function<Waiting, String> name) {
        return rows.stream().map(name).distinct().collect(Collectors.joining(", "));
    }

    private record Waiting(Policy policy, ExtensionRule rule) {
        boolean named(CaseEvent event) {
            return names(policy, event) && about(event, rule.extended(), rule.into());
        }

        boolean takes(Draft draft, CaseEvent event) {
            return runs(draft, rule.extended(), rule.into())
                    && (rule.grantedBy().matches(event) ? allows(event) : waitsForNotice(draft));
        }

        private boolean runs(Draft draft, String... ruleIds) {
            return Stream.of(ruleIds)
                    .flatMap(id -> Stream.ofNullable(draft.deadlines.get(Deadline.place(policy.id(), id))))
                    .anyMatch(deadline -> !deadline.stopped());
        }

        /** A decision that gives no ground shuts no pack out. */
        private boolean allows(CaseEvent grant) {
            String ground = grant.value("ground");
            return ground.isEmpty()
                    || rule.grounds().isEmpty()
                    || rule.grounds().contains(ground);
        }

        private boolean waitsForNotice(Draft draft) {
            boolean waits = false;
            for (CaseEvent each : draft.effectiveEvents(policy)) {
                waits = rule.grantedBy().matches(each)
                        || (waits && !rule.notice().matches(each));
            }
            return waits;
        }
    }
}
