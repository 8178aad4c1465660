package org.complaintkit.lifecycle;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Decision;
import org.complaintkit.decision.Reason;
import org.complaintkit.decision.Signals;
import org.complaintkit.duty.Duty;
import org.complaintkit.duty.Escalation;
import org.complaintkit.duty.Finding;
import org.complaintkit.duty.Notice;
import org.complaintkit.duty.Prohibition;
import org.complaintkit.model.Assignee;
import org.complaintkit.model.Complaint;
import org.complaintkit.policy.Confidence;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.Mark;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.policy.Policy;

/**
 * A case in the making, while one event or one moment is put through it. Confined to one call of {@link Lifecycle}; maps
 * and lists keep the order of insertion, so that the frozen case is the same for the same history.
 */
final class Draft {
    final Complaint complaint;
    final List<PackVersion> packs;
    final Map<String, Object> parameters;
    /** How many rounds have begun, by the table of whatever pack. */
    int round = 1;

    String outcome = "";
    int complainantCount;
    Assignee assignee = new Assignee("", "", "");
    Instant now;
    Register register = Register.NONE;
    final Map<String, String> facts = new LinkedHashMap<>();
    final Map<String, Decision> decisions = new LinkedHashMap<>();
    final Map<String, Deadline> deadlines = new LinkedHashMap<>();
    final List<Deadline> previousDeadlines = new ArrayList<>();
    final Map<String, Duty> duties = new LinkedHashMap<>();
    final Map<String, Prohibition> prohibitions = new LinkedHashMap<>();
    final List<Finding> eventFindings = new ArrayList<>();
    final Map<String, Escalation> escalations = new LinkedHashMap<>();
    final Map<String, Notice> warnings = new LinkedHashMap<>();
    final List<CaseEvent> events = new ArrayList<>();
    final List<Reason> reasons = new ArrayList<>();
    final List<Retention> retentions = new ArrayList<>();
    /** Ids of events that a clause denied their effect. */
    final Set<String> withoutEffect = new LinkedHashSet<>();
    /** Ids of decisions that a clause of one pack denied their effect on the limits of that pack, by pack. */
    final Map<String, Set<String>> denied = new TreeMap<>();

    /** Where each pack is, the first of the case first. */
    private final Map<String, Track> tracks = new LinkedHashMap<>();

    private final Map<String, Seen> seen = new HashMap<>();
    private final Map<String, Signals> heard = new HashMap<>();
    /** What the text was heard to speak for before, by pack: an erasure takes the words away, and not what they came to. */
    private final Map<String, Signals> heardBefore = new HashMap<>();
    /** What was found in extensions of earlier rounds. */
    final List<Finding> settled = new ArrayList<>();
    /** When the rules of a pack first asked for a deadline, in this round, by pack and id. */
    final Map<String, Instant> recognised = new LinkedHashMap<>();
    /** Events that a milestone needs, by pack and milestone. */
    final Map<String, Map<String, List<EventPattern>>> milestones = new TreeMap<>();

    Draft(Complaint complaint, List<PackVersion> packs, Map<String, Object> parameters) {
        this.complaint = complaint;
        this.packs = packs;
        this.parameters = parameters;
        this.complainantCount = complaint.complainantCount();
        this.now = complaint.receivedAt();
        complaint.facts().forEach(label -> facts.put(label, ""));
        packs.forEach(pack -> tracks.put(pack.id(), new Track()));
    }

    /** A draft of the complaint of a case, to fold it anew. */
    static Draft anew(Case from, List<PackVersion> packs, Map<String, Object> parameters) {
        Draft draft = new Draft(from.complaint(), packs, parameters);
        from.decisions().forEach((pack, decision) -> draft.heardBefore.put(pack, decision.signals()));
        return draft;
    }

    /** The draft of a case, to go on from where it stopped. */
    static Draft of(Case from) {
        Draft draft = anew(from, from.packs(), from.parameters());
        Progress progress = from.progress();
        draft.round = from.round();
        draft.outcome = from.outcome();
        draft.complainantCount = from.complainantCount();
        draft.assignee = from.assignee();
        draft.now = from.advancedTo();
        draft.register = from.register();
        draft.facts.putAll(progress.facts());
        draft.decisions.putAll(from.decisions());
        from.deadlines()
                .forEach(each -> draft.deadlines.put(last(from, each) ? each.place() : each.earlierPlace(), each));
        draft.previousDeadlines.addAll(from.previousDeadlines());
        from.duties().forEach(each -> draft.duties.put(each.key(), each));
        from.prohibitions().forEach(each -> draft.prohibitions.put(each.pack() + "/" + each.code(), each));
        from.findings().stream().filter(Finding::lasting).forEach(draft.eventFindings::add);
        from.escalations().forEach(each -> draft.escalations.put(each.key(), each));
        from.warnings().forEach(each -> draft.warnings.put(each.key(), each));
        draft.events.addAll(from.events());
        draft.withoutEffect.addAll(from.withoutEffect());
        draft.settled.addAll(progress.settled());
        progress.denied().forEach((pack, ids) -> ids.forEach(id -> draft.deny(pack, id)));
        draft.reasons.addAll(from.reasons());
        draft.retentions.addAll(from.retentions());
        Progress.Run run = new Progress.Run(from.round(), progress.firstEvent(), progress.firstStep());
        draft.tracks.forEach((pack, track) -> {
            List<Step> steps = progress.tracks().getOrDefault(pack, from.steps());
            String state = steps == from.steps()
                    ? from.state()
                    : steps.get(steps.size() - 1).state();
            track.resume(state, steps, progress.runs().getOrDefault(pack, run));
        });
        draft.recognised.putAll(progress.recognised());
        progress.milestones()
                .forEach((pack, needs) -> needs.forEach((milestone, patterns) -> draft.milestones
                        .computeIfAbsent(pack, each -> new TreeMap<>())
                        .put(milestone, new ArrayList<>(patterns))));
        return draft;
    }

    /** Whether no later occurrence of the same row is on the case. */
    private static boolean last(Case from, Deadline deadline) {
        for (Deadline other : from.deadlines()) {
            if (other.occurrence() > deadline.occurrence()
                    && other.rule().id().equals(deadline.rule().id())
                    && other.pack().equals(deadline.pack())) {
                return false;
            }
        }
        return true;
    }

    /** The role that handles the case, whichever pack names it; empty while undecided. */
    String owner() {
        return Decision.answering(decisions, Answer.OWNER)
                .map(decisions::get)
                .map(Decision::owner)
                .orElse("");
    }

    /** Where a pack of the case is. */
    Track track(Policy policy) {
        return track(policy.id());
    }

    Track track(String pack) {
        return Objects.requireNonNull(tracks.get(pack), pack);
    }

    /** When the round of a pack began. */
    Instant roundStart(String pack) {
        int first = track(pack).firstEvent;
        return first == 0 ? complaint.receivedAt() : events.get(first).occurredAt();
    }

    /** What the text of the complaint speaks for, read once. */
    Signals heard(Policy policy) {
        return heard.computeIfAbsent(
                policy.id(), pack -> Signals.of(policy, complaint, heardBefore.getOrDefault(pack, Signals.NONE)));
    }

    /** Whether an event is the one that is happening, or has happened last. */
    boolean happens(CaseEvent event) {
        return !events.isEmpty() && events.get(events.size() - 1).id().equals(event.id());
    }

    /** Denies a decision its effect on the limits of one pack. */
    void deny(String pack, String eventId) {
        denied.computeIfAbsent(pack, each -> new LinkedHashSet<>()).add(eventId);
    }

    /** Whether a decision was denied its effect on the limits of a pack, and of that pack alone. */
    boolean denies(String pack, String eventId) {
        return denied.getOrDefault(pack, Set.of()).contains(eventId);
    }

    /** The events between two positions that took effect for a policy. */
    private List<CaseEvent> effective(Policy policy, int from, int to) {
        List<CaseEvent> effective = new ArrayList<>();
        for (CaseEvent event : events.subList(from, to)) {
            if (!withoutEffect.contains(event.id())
                    && Addressee.concerns(policy, event)
                    && !denies(policy.id(), event.id())) {
                effective.add(event);
            }
        }
        return Collections.unmodifiableList(effective);
    }

    /** The events of a pack's round that took effect for it. */
    List<CaseEvent> effectiveEvents(Policy policy) {
        return seen(policy).effective();
    }

    History history(Policy policy) {
        return seen(policy).history();
    }

    /** What a pack has seen, made anew only when something has come to it. */
    private Seen seen(Policy policy) {
        Track track = track(policy);
        Map<String, List<EventPattern>> needs = milestones.getOrDefault(policy.id(), Map.of());
        int denied = this.denied.getOrDefault(policy.id(), Set.of()).size();
        Upto upto = new Upto(events.size(), withoutEffect.size(), denied, track.steps.size(), track.firstEvent);
        Seen known = seen.get(policy.id());
        if (known == null || !known.upto().equals(upto) || known.needs() != needs) {
            List<CaseEvent> effective = effective(policy, track.firstEvent, events.size());
            History history = new History(
                    effective,
                    earlier(policy),
                    List.copyOf(track.ofRound()),
                    roundStart(policy.id()),
                    needs,
                    Optional.empty(),
                    new Standing(policy),
                    Optional.empty());
            known = new Seen(upto, needs, effective, history);
            seen.put(policy.id(), known);
        }
        return known;
    }

    /** How much there is of what only grows. */
    private record Upto(int events, int withoutEffect, int denied, int steps, int firstEvent) {}

    private record Seen(Upto upto, Map<String, List<EventPattern>> needs, List<CaseEvent> effective, History history) {}

    /** What happened in earlier rounds. */
    private History.Earlier earlier(Policy policy) {
        Track track = track(policy);
        return new History.Earlier(
                effective(policy, 0, track.firstEvent),
                track.earlier().stream()
                        .filter(step -> policy.vocabulary().marks(Mark.ANSWERED, step.state()))
                        .map(Step::at)
                        .toList());
    }

    /** The deadlines of one pack, as they stand in this draft. */
    private final class Standing implements History.Standing {
        private final Policy policy;

        Standing(Policy policy) {
            this.policy = policy;
        }

        @Override
        public Stream<Deadline> deadlines(String id) {
            return deadlines.values().stream()
                    .filter(deadline -> deadline.pack().equals(policy.id())
                            && (deadline.id().equals(id) || deadline.rule().id().equals(id)));
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public ZoneId zone() {
            return policy.zone();
        }
    }

    /**
     * Begins a round with the event that happened last: what ran is kept as the clocks of the earlier one.
     *
     * @param afresh whether the outcome is open again
     * @param on packs whose clocks run on: their round goes on too
     */
    void newRound(boolean afresh, Set<String> on) {
        round++;
        tracks.forEach((pack, track) -> {
            if (!on.contains(pack)) {
                track.begin(round, events.size() - 1);
            }
        });
        deadlines.values().stream()
                .filter(deadline -> !on.contains(deadline.pack()))
                .forEach(deadline -> previousDeadlines.add(deadline.stopped() ? deadline : deadline.superseded(now)));
        deadlines.values().removeIf(deadline -> !on.contains(deadline.pack()));
        recognised
                .keySet()
                .removeIf(place -> on.stream().noneMatch(pack -> place.startsWith(Deadline.place(pack, ""))));
        milestones.keySet().retainAll(on);
        if (afresh) {
            outcome = "";
        }
    }

    /** The grade that the last event of these types said, if it or an earlier one that said the same gave the reason. */
    String gradedWithReason(Set<String> grading) {
        String graded = "";
        for (CaseEvent event : events) {
            String said = event.value("grade");
            if (grading.contains(event.type()) && !withoutEffect.contains(event.id()) && !said.isEmpty()) {
                graded = !event.value("reason").isEmpty() ? said : said.equals(graded) ? graded : "";
            }
        }
        return graded;
    }

    /** The grade that the last event of these types said, in whatever round; empty if none did. */
    String graded(Set<String> grading) {
        String graded = "";
        for (CaseEvent event : events) {
            if (grading.contains(event.type()) && !withoutEffect.contains(event.id())) {
                graded = event.value("grade").isEmpty() ? graded : event.value("grade");
            }
        }
        return graded;
    }

    boolean breached(Deadline deadline) {
        return deadline.state(now) == DeadlineState.BREACHED;
    }

    Case freeze(
            List<Finding> findings, String engine, Map<String, String> calendars, Map<String, Confidence> confidences) {
        Track first = track(packs.get(0).id());
        return new Case(
                complaint,
                packs,
                parameters,
                engine,
                Collections.unmodifiableMap(new TreeMap<>(calendars)),
                round,
                first.state,
                outcome,
                complainantCount,
                assignee,
                register,
                Collections.unmodifiableMap(new LinkedHashMap<>(decisions)),
                List.copyOf(deadlines.values()),
                List.copyOf(previousDeadlines),
                List.copyOf(duties.values()),
                List.copyOf(prohibitions.values()),
                List.copyOf(findings),
                List.copyOf(escalations.values()),
                List.copyOf(warnings.values()),
                List.copyOf(first.steps),
                List.copyOf(events),
                Collections.unmodifiableSet(new LinkedHashSet<>(withoutEffect)),
                List.copyOf(reasons),
                List.copyOf(retentions),
                confidences,
                progress(first),
                now);
    }

    /** Of the tracks, what the case does not show. */
    private Progress progress(Track first) {
        Progress.Run shown = new Progress.Run(round, first.firstEvent, first.firstStep);
        Map<String, Progress.Run> runs = new TreeMap<>();
        Map<String, List<Step>> apart = new TreeMap<>();
        tracks.forEach((pack, track) -> {
            if (!track.run().equals(shown)) {
                runs.put(pack, track.run());
            }
            if (!track.steps.equals(first.steps)) {
                apart.put(pack, track.steps);
            }
        });
        return new Progress(
                facts, recognised, milestones, first.firstEvent, first.firstStep, denied, runs, settled, apart);
    }
}
