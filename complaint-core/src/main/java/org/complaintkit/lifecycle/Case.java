package org.complaintkit.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.decision.Account;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Decision;
import org.complaintkit.decision.Reason;
import org.complaintkit.duty.Duty;
import org.complaintkit.duty.Escalation;
import org.complaintkit.duty.Finding;
import org.complaintkit.duty.Notice;
import org.complaintkit.duty.Prohibition;
import org.complaintkit.model.Assignee;
import org.complaintkit.model.Complaint;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.Confidence;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.policy.Policy;

/**
 * Our work on one complaint, as it stands after its last event or moment of time. Immutable and thread-safe; a new one is
 * made by {@link Lifecycle}. It names the packs, with version and digest, by which it was decided.
 *
 * @param complaint the complaint, unchanged since reception
 * @param packs the packs that govern it, the institution's own first
 * @param parameters values that the institution had set, by parameter id
 * @param engine version of the function that made it, see {@link Lifecycle#ENGINE}
 * @param calendars versions of the calendars it was counted by last, by calendar id
 * @param round 1 for the first handling
 * @param state code of kind STATE
 * @param outcome responsibility outcome; empty while undetermined
 * @param complainantCount distinct persons known by now
 * @param assignee the person in whose hands the owner's role lies, as far as the organisation knows one
 * @param register its number, first grade, amounts and how it counts
 * @param decisions the decision of each pack, by its id, in the order of the packs
 * @param deadlines clocks of this round and those of the case as a whole
 * @param previousDeadlines clocks of earlier rounds
 * @param duties all duties that arose, fulfilled ones included
 * @param prohibitions all that must not be done
 * @param findings breaches and other facts recorded
 * @param escalations all that fired
 * @param warnings warnings given
 * @param steps the states it went through
 * @param events what happened, in the order in which it happened
 * @param withoutEffect ids of the events that a clause denied their effect
 * @param reasons why each deadline, duty, prohibition and escalation arose; those of the decision are in the decisions
 * @param retentions how long its records are kept
 * @param confidences of the clauses of which their pack says how sure it is, by pack id, a space and clause id
 * @param progress where the lifecycle stopped
 * @param advancedTo the moment up to which time has been let pass
 */
public record Case(
        Complaint complaint,
        List<PackVersion> packs,
        Map<String, Object> parameters,
        String engine,
        Map<String, String> calendars,
        int round,
        String state,
        String outcome,
        int complainantCount,
        Assignee assignee,
        Register register,
        Map<String, Decision> decisions,
        List<Deadline> deadlines,
        List<Deadline> previousDeadlines,
        List<Duty> duties,
        List<Prohibition> prohibitions,
        List<Finding> findings,
        List<Escalation> escalations,
        List<Notice> warnings,
        List<Step> steps,
        List<CaseEvent> events,
        Set<String> withoutEffect,
        List<Reason> reasons,
        List<Retention> retentions,
        Map<String, Confidence> confidences,
        Progress progress,
        Instant advancedTo) {

    /** The id of the complaint is the id of its case. */
    public String id() {
        return complaint.id();
    }

    /** The decision of the first pack. */
    public Decision decision() {
        return decisions.values().iterator().next();
    }

    /**
     * The decision of the first pack that has its say on a question; an overlay that is silent leaves it to the next, as does
     * a pack under a category that is not its own matter ({@link Decision#answering}). Where none has a category it is the
     * first that asks for one.
     */
    public Decision decision(Answer question) {
        return Decision.answering(decisions, question)
                .map(decisions::get)
                .or(() -> decisions.values().stream()
                        .filter(each -> question == Answer.CATEGORY && each.classifies())
                        .findFirst())
                .orElseGet(this::decision);
    }

    /** Categories of the first pack that lets several stand side by side, else of the pack that names the primary one. */
    public Set<String> categories() {
        return decisions.values().stream()
                .filter(each -> each.cumulative() && !each.categories().isEmpty())
                .findFirst()
                .orElseGet(() -> decision(Answer.CATEGORY))
                .categories();
    }

    /** What the accounting of the first pack answers: it says whether there is a complaint case at all. */
    public Account account() {
        return register.accounts().values().stream().findFirst().orElse(Account.NONE);
    }

    /** How the case counts, by the first pack that counts; empty where none does. */
    public String countStatus() {
        return register.accounts().values().stream()
                .map(Account::countStatus)
                .filter(status -> !status.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Codes of what the lists of all packs advise against the causes of the case. */
    public List<String> measures() {
        return register.accounts().values().stream()
                .flatMap(account -> account.measures().stream())
                .distinct()
                .toList();
    }

    /**
     * How sure a pack is of clauses that it cites: the least of them; empty where it does not say.
     *
     * @param pack its id, or its id and version as a reason names it
     * @param clauses clause ids, separated by comma or semicolon
     */
    public Optional<Confidence> confidence(String pack, String clauses) {
        String id = pack.replaceFirst(" .*", "");
        return Stream.of(clauses.split("[,;]", -1))
                .flatMap(clause -> Stream.ofNullable(confidences.get(id + " " + clause.strip())))
                .reduce(Confidence::least);
    }

    /** Labels of all packs. */
    public Set<String> labels() {
        Set<String> labels = new TreeSet<>();
        decisions.values().forEach(decision -> labels.addAll(decision.labels()));
        return labels;
    }

    /**
     * The deadline whose limit is the effective one: the earliest among those that end the handling, neither superseded
     * nor cancelled; a breached one still counts (CONV-15).
     */
    public Optional<Deadline> effective() {
        return deadlines.stream()
                .filter(deadline -> deadline.rule().endsHandling())
                .filter(deadline -> counts(deadline.state(advancedTo)))
                .min(Comparator.comparing(deadline -> deadline.limit().at()));
    }

    /**
     * Why a limit is the effective one, where several compete: it is the earliest of those that end the handling.
     *
     * @return empty where there is none, or only one
     */
    public Optional<Reason> effectiveReason() {
        List<String> competing = deadlines.stream()
                .filter(deadline -> deadline.rule().endsHandling())
                .filter(deadline -> counts(deadline.state(advancedTo)))
                .map(Deadline::id)
                .sorted()
                .toList();
        return effective()
                .filter(winner -> competing.size() > 1)
                .map(winner -> new Reason(
                        "effectiveLimit",
                        winner.id(),
                        "earliest of " + String.join(", ", competing),
                        winner.rule().clause(),
                        Basis.READING,
                        pack(winner.pack())));
    }

    private String pack(String id) {
        return packs.stream()
                .filter(version -> version.id().equals(id))
                .map(PackVersion::label)
                .findFirst()
                .orElse(id);
    }

    /**
     * The last clock of each id: those of this round, and those of earlier rounds of which this one has none with the same
     * id. A further round starts anew what its rules ask for; what they do not ask for again, the report of the first round
     * or the call that met its limit, is shown as it stood last. So a clock of an earlier round may be listed here and stand
     * among {@link #previousDeadlines} as well; the case itself holds each once, and reports count it once. Where variants
     * of one id follow each other, as a progress report does when the grade is raised, the one in force comes first.
     */
    public List<Deadline> lastDeadlines() {
        Map<String, List<Deadline>> byId = new LinkedHashMap<>();
        deadlines.forEach(
                deadline -> byId.computeIfAbsent(deadline.pack() + "/" + deadline.id(), id -> new ArrayList<>())
                        .add(deadline));
        byId.values().forEach(same -> same.sort(Comparator.comparing(each -> each.supersededAt() != null)));
        return Stream.concat(
                        byId.values().stream().flatMap(List::stream),
                        previousDeadlines.stream()
                                .filter(earlier -> !byId.containsKey(earlier.pack() + "/" + earlier.id())))
                .toList();
    }

    /** How far the limit of the handling may be extended at most; empty where nothing may be extended. */
    public Optional<DueMoment> maximumLimit() {
        return deadlines.stream()
                .filter(deadline -> deadline.rule().endsHandling())
                .flatMap(deadline -> Stream.ofNullable(deadline.utmost()))
                .min(Comparator.naturalOrder());
    }

    private static boolean counts(DeadlineState state) {
        return state != DeadlineState.SUPERSEDED && state != DeadlineState.CANCELLED;
    }

    /** Everything that has to leave the case: duties, escalations and warnings, each with its key. */
    public List<Notice> notices() {
        List<Notice> notices = new ArrayList<>(duties.size() + escalations.size() + warnings.size());
        duties.forEach(duty -> notices.add(notice(duty)));
        escalations.forEach(escalation -> notices.add(notice(escalation)));
        notices.addAll(warnings);
        return Collections.unmodifiableList(notices);
    }

    /** The next moment at which something happens by itself; empty when nothing will. */
    public Optional<Instant> nextMoment() {
        return Stream.concat(
                        deadlines.stream().flatMap(Deadline::moments),
                        retentions.stream().map(Retention::until))
                .filter(at -> at.isAfter(advancedTo))
                .min(Comparator.naturalOrder());
    }

    /** Finds an event by the host's identifier. */
    public Optional<CaseEvent> event(String eventId) {
        return events.stream().filter(event -> event.id().equals(eventId)).findFirst();
    }

    private Notice notice(Duty duty) {
        return new Notice(
                duty.key(),
                Notice.Kind.DUTY,
                id(),
                duty.pack(),
                duty.code(),
                List.of(duty.assignee()),
                duty.clause(),
                duty.arisenAt(),
                null);
    }

    private Notice notice(Escalation escalation) {
        return new Notice(
                escalation.key(),
                Notice.Kind.ESCALATION,
                id(),
                escalation.pack(),
                escalation.id(),
                escalation.addressees(),
                escalation.clause(),
                escalation.firedAt(),
                escalation.tellBy());
    }

    /**
     * The case without what identifies the complainant; what it owed, when and by which clause stays. Of what the complaint
     * was given and events say, that stays which a table of these policies reads as a code, a number, a date or an
     * identifier of the host's: anything else may be a person's name or number, whatever it looks like. The duty to erase
     * is fulfilled by that.
     *
     * @param policies those that govern it
     */
    public Case erased(Instant at, Collection<Policy> policies) {
        Lasting lasting = Lasting.of(policies);
        Set<String> erasing = retentions.stream().map(Retention::duty).collect(Collectors.toSet());
        return new Case(
                lasting.of(complaint),
                packs,
                parameters,
                engine,
                calendars,
                round,
                state,
                outcome,
                complainantCount,
                assignee,
                register,
                decisions,
                deadlines,
                previousDeadlines,
                duties.stream()
                        .map(duty -> erasing.contains(duty.code()) && !duty.fulfilled() ? duty.fulfilled(at) : duty)
                        .toList(),
                prohibitions,
                findings,
                escalations,
                warnings,
                steps,
                events.stream().map(lasting::of).toList(),
                withoutEffect,
                reasons,
                retentions,
                confidences,
                progress,
                advancedTo);
    }

    /** Id, state and moment: nothing that identifies a person. */
    @Override
    public String toString() {
        return "Case[" + id() + ", " + state + ", as of " + advancedTo + "]";
    }
}
