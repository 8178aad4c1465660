package org.complaintkit.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.decision.Decision;
import org.complaintkit.decision.Reason;
import org.complaintkit.duty.Duty;
import org.complaintkit.duty.Escalation;
import org.complaintkit.duty.Finding;
import org.complaintkit.duty.Notice;
import org.complaintkit.duty.Prohibition;
import org.complaintkit.model.Assignee;
import org.complaintkit.model.Complaint;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.PackVersion;

/**
 * A case in the making, while one event or one moment is put through it. Confined to one call of {@link Lifecycle}; maps
 * and lists keep the order of insertion, so that the frozen case is the same for the same history.
 */
final class Draft {
    final Complaint complaint;
    final List<PackVersion> packs;
    final Map<String, Object> parameters;
    int round = 1;
    Instant roundStart;
    String state = "";
    String outcome = "";
    int complainantCount;
    Assignee assignee = new Assignee("", "", "");
    Instant now;
    final Map<String, String> facts = new LinkedHashMap<>();
    final Map<String, Decision> decisions = new LinkedHashMap<>();
    final Map<String, Deadline> deadlines = new LinkedHashMap<>();
    final List<Deadline> previousDeadlines = new ArrayList<>();
    final Map<String, Duty> duties = new LinkedHashMap<>();
    final Map<String, Prohibition> prohibitions = new LinkedHashMap<>();
    final List<Finding> eventFindings = new ArrayList<>();
    final Map<String, Escalation> escalations = new LinkedHashMap<>();
    final Map<String, Notice> warnings = new LinkedHashMap<>();
    final List<Step> steps = new ArrayList<>();
    final List<CaseEvent> events = new ArrayList<>();
    final List<Reason> reasons = new ArrayList<>();
    /** Ids of events that a clause denied their effect. */
    final Set<String> withoutEffect = new LinkedHashSet<>();

    /** Events of this round that took effect, and steps of this round. */
    final List<CaseEvent> effective = new ArrayList<>();

    final List<Step> roundSteps = new ArrayList<>();
    /** When the rules of a pack first asked for a deadline, in this round, by pack and id. */
    final Map<String, Instant> recognised = new LinkedHashMap<>();
    /** Events that a milestone needs, by pack and milestone. */
    final Map<String, Map<String, List<EventPattern>>> milestones = new TreeMap<>();

    Draft(Complaint complaint, List<PackVersion> packs, Map<String, Object> parameters) {
        this.complaint = complaint;
        this.packs = packs;
        this.parameters = parameters;
        this.complainantCount = complaint.complainantCount();
        this.roundStart = complaint.receivedAt();
        this.now = complaint.receivedAt();
        complaint.facts().forEach(label -> facts.put(label, ""));
    }

    History history(String pack) {
        return new History(
                effective, roundSteps, roundStart, milestones.getOrDefault(pack, Map.of()), Optional.empty());
    }

    void enter(Step step) {
        state = step.state();
        steps.add(step);
        roundSteps.add(step);
    }

    /** Begins the handling afresh: what ran is kept as the clocks of the earlier round. */
    void newRound(CaseEvent by) {
        deadlines
                .values()
                .forEach(deadline -> previousDeadlines.add(deadline.stopped() ? deadline : deadline.superseded(now)));
        deadlines.clear();
        recognised.clear();
        milestones.clear();
        effective.clear();
        roundSteps.clear();
        effective.add(by);
        outcome = "";
        round++;
        roundStart = by.occurredAt();
    }

    boolean breached(Deadline deadline) {
        return deadline.state(now) == DeadlineState.BREACHED;
    }

    Case freeze(List<Finding> findings) {
        return new Case(
                complaint,
                packs,
                parameters,
                round,
                state,
                outcome,
                complainantCount,
                assignee,
                Collections.unmodifiableMap(new LinkedHashMap<>(decisions)),
                List.copyOf(deadlines.values()),
                List.copyOf(previousDeadlines),
                List.copyOf(duties.values()),
                List.copyOf(prohibitions.values()),
                List.copyOf(findings),
                List.copyOf(escalations.values()),
                List.copyOf(warnings.values()),
                List.copyOf(steps),
                List.copyOf(events),
                Collections.unmodifiableSet(new LinkedHashSet<>(withoutEffect)),
                List.copyOf(reasons),
                now);
    }
}
