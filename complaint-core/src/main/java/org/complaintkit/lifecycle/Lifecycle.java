package org.complaintkit.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Layers;
import org.complaintkit.decision.Reason;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.duty.Finding;
import org.complaintkit.duty.Notice;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Organisation;
import org.complaintkit.policy.Clause;
import org.complaintkit.policy.Confidence;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * The pure function (policies, case, event, instant) -> outcome.
 *
 * <p>A case is the fold of its events in the order in which they happened, with the moments of time between them. It goes
 * on from where it stopped, and leaves the same case as a fold from the beginning would. An event
 * that is recorded late, after time had been let pass beyond it, is put in its place and the case is folded anew; what had
 * already left the case (escalations, duties, warnings) stays, since it was sent. Immutable and thread-safe if its rule
 * books and its organisation are.
 */
public final class Lifecycle {
    /**
     * Version of this function: raised whenever the same history may leave another case. Each case says by which version it
     * was made last, so that somebody who decides an old one again and finds another answer can tell a change of the engine
     * from one of the pack, of a parameter or of a calendar; it refuses nothing, and a stored case of an earlier version
     * goes on under this one.
     *
     * <p>1: the first. 2: extensions are addressed to a pack; what stopped a clock in an earlier round stops that of a later
     * one; a pack's tables may leave out a time by themselves; a pack whose text knows no restart runs on while another begins a
     * round; what was found in an extension stays found. 3: each pack of a case goes its own way through its own lifecycle table, so that a
     * round or an end that only an upper pack knows is one for its clocks; an extension that names nobody counts where only one
     * pack can take it. 4: a limit that is late by the word of somebody has its consequences with that word, whether or not an
     * escalation is among them. 5: what the words of a complaint came to outlasts their erasure; of merged cases each person
     * counts once; a running number keeps to the sequence that it was drawn from; people are warned again before a limit that
     * has moved to a later day; a duty that a state waits for is owed each time the case comes there.
     */
    public static final String ENGINE = "5";

    /** What a calendar says that does not know when its days were published. */
    private static final String NO_HISTORY = "CALENDAR_HISTORY_UNKNOWN";

    private final List<RuleBook> books;
    private final CalendarRegistry calendarsNow;
    private final Organisation organisation;
    private final Fold fold;
    private final Map<String, Object> parameters = new TreeMap<>();
    private final Map<String, String> calendars = new TreeMap<>();
    private final Map<String, Confidence> confidences = new TreeMap<>();

    /**
     * A lifecycle under these policies.
     *
     * @param books one rule book a pack, the institution's own first, the highest authority last; at least one
     * @throws InvalidInputException if a lower layer loosens an upper one, see {@link Layers}
     */
    public Lifecycle(List<RuleBook> books, CalendarRegistry calendars, Organisation organisation) {
        this.books = Layers.of(books);
        this.calendarsNow = calendars;
        this.organisation = organisation;
        this.fold = new Fold(this.books, calendars, organisation);
        for (RuleBook book : this.books) {
            Policy policy = book.policy();
            parameters.putAll(policy.parameters().set());
            for (Clause clause : policy.clauses().values()) {
                Confidence confidence = clause.confidence();
                if (confidence != null) {
                    confidences.put(policy.id() + " " + clause.id(), confidence);
                }
            }
            this.calendars.put(
                    policy.calendar(), calendars.get(policy.calendar()).version());
        }
    }

    /** The policies, the institution's own first. */
    public List<Policy> policies() {
        return books.stream().map(RuleBook::policy).toList();
    }

    /** What the institution set in them, by parameter id. */
    public Map<String, Object> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    /** Takes a complaint in: decides on it and starts its clocks, all at the moment of its receipt. */
    public Outcome receive(Complaint complaint) {
        Draft draft = new Draft(complaint, packs(), parameters);
        return outcome(null, folded(draft, List.of(), complaint.receivedAt()), true);
    }

    /**
     * Lets an event happen. One that happened before the moment up to which time has been let pass is put in its place.
     * The same event id twice is the caller's to handle: here it would happen twice.
     */
    public Outcome handle(Case before, CaseEvent event) {
        sameRules(before);
        Draft draft;
        if (event.occurredAt().isBefore(before.advancedTo())) {
            List<CaseEvent> events = new ArrayList<>(before.events());
            events.add(event);
            draft = folded(anew(before), events, before.advancedTo());
            keepWhatLeft(before, draft);
        } else {
            draft = Draft.of(before);
            fold.happen(draft, event);
        }
        return outcome(before, draft, !draft.withoutEffect.contains(event.id()));
    }

    /**
     * Moves a case that other packs decided under these: it is folded anew from its receipt up to the moment that it has
     * reached. What has left the case stays on it; a duty that these packs do not know is owed no longer.
     *
     * @param told who moved it and when; it is recorded and moves no state
     */
    public Outcome moved(Case before, CaseEvent told) {
        List<CaseEvent> events = new ArrayList<>(before.events());
        events.add(told);
        Instant until = told.occurredAt().isAfter(before.advancedTo()) ? told.occurredAt() : before.advancedTo();
        Draft draft = folded(anew(before), events, until);
        keepWhatLeft(before, draft);
        draft.duties
                .values()
                .removeIf(duty -> policies().stream()
                        .noneMatch(policy -> policy.id().equals(duty.pack())
                                && policy.duties().containsKey(duty.code())));
        return outcome(before, draft, true);
    }

    /** Lets time pass; does nothing if the case has got there already, whatever a clock that went back may say. */
    public Outcome advance(Case before, Instant until) {
        if (!until.isAfter(before.advancedTo())) {
            return new Outcome(before, true, List.of(), List.of());
        }
        sameRules(before);
        Draft draft = Draft.of(before);
        fold.advance(draft, until);
        return outcome(before, draft, true);
    }

    /**
     * The case as it stood at a moment, by all that is known today of what had happened until then. What had left it by
     * then is on it, even where a later word shows that it need not have.
     *
     * @param asOf not before the receipt
     */
    public Case asOf(Case value, Instant asOf) {
        if (!asOf.isBefore(value.advancedTo())) {
            return advance(value, asOf).now();
        }
        Draft draft = standing(value, asOf);
        new Sent(this, value, Instant.MAX).addTo(draft, asOf);
        return frozen(draft);
    }

    /** The case at a moment before it stopped, by its events alone. */
    private Draft standing(Case value, Instant asOf) {
        sameRules(value);
        List<CaseEvent> known = value.events().stream()
                .filter(event -> !event.occurredAt().isAfter(asOf))
                .toList();
        return folded(anew(value), known, asOf);
    }

    /**
     * What the case owed at a moment, as it was known at another: events recorded later are left out, and so are working
     * days whose schedule was published later; what had left the case by the moment of knowledge is on it. It is answered
     * under these packs, also where others decided the case then.
     *
     * @param owed the moment at which one looks, not before the receipt
     * @param known the moment of knowledge, not before the receipt either
     */
    public Case asKnown(Case value, Instant owed, Instant known) {
        sameRules(value);
        List<CaseEvent> told = value.events().stream()
                .filter(event ->
                        !event.occurredAt().isAfter(owed) && !event.recordedAt().isAfter(known))
                .toList();
        Lifecycle then = new Lifecycle(books, calendarsAsOf(known), organisation);
        Draft draft = then.folded(then.anew(value), told, owed);
        new Sent(then, value, known).addTo(draft, owed);
        return then.frozen(draft);
    }

    /** The calendars as their days were published by then; one without history is what it always was. */
    private CalendarRegistry calendarsAsOf(Instant known) {
        CalendarRegistry then = calendarsNow;
        for (Policy policy : policies()) {
            try {
                then = then.with(calendarsNow.get(policy.calendar()).asOf(Facts.day(known, policy.zone())));
            } catch (InvalidInputException e) {
                if (!e.code().equals(NO_HISTORY)) {
                    throw e;
                }
            }
        }
        return then;
    }

    /**
     * What speaks against an event, if it were to happen: what the checks of all packs would find, an open duty that holds
     * it up, or a state in which the transition table does not list it. Empty if nothing does; nothing changes.
     */
    public List<Reason> against(Case before, CaseEvent intent) {
        Instant at = intent.occurredAt();
        Draft draft = at.isBefore(before.advancedTo())
                ? standing(before, at)
                : Draft.of(advance(before, at).now());
        List<Reason> reasons = new ArrayList<>(fold.judge(draft, intent));
        reasons.addAll(fold.blocked(draft, intent));
        return reasons;
    }

    /** When the records of a case came to be held back, whatever their time, if they still are; by the word of any pack. */
    public Optional<Instant> heldSince(Case value) {
        return policies().stream()
                .flatMap(policy -> Keeping.held(value.events(), policy).stream())
                .min(Comparator.naturalOrder());
    }

    /** A case stays on the packs and parameters that decided it, until it is moved explicitly. */
    private void sameRules(Case value) {
        List<PackVersion> ours = packs();
        if (!value.packs().equals(ours) || !value.parameters().equals(parameters)) {
            throw InvalidInputException.of("OTHER_PACKS", "case " + value.id())
                    .value(value.packs() + " " + value.parameters())
                    .rule("the packs and parameters that decided the case; these here are " + ours + " " + parameters)
                    .wayOut("use a desk under the packs of the case")
                    .build();
        }
    }

    private List<PackVersion> packs() {
        return policies().stream().map(Policy::pack).toList();
    }

    private Draft anew(Case value) {
        return Draft.anew(value, packs(), parameters);
    }

    /** A case as it was when its complaint was received. */
    Case received(Case value) {
        return frozen(folded(value, List.of(), value.complaint().receivedAt()));
    }

    /** A fold of some events of a case from the receipt on, up to a moment. */
    Draft folded(Case value, List<CaseEvent> events, Instant until) {
        return folded(anew(value), events, until);
    }

    private Draft folded(Draft draft, List<CaseEvent> events, Instant until) {
        fold.open(draft);
        events.stream()
                .filter(event -> !event.type().equals(CaseEvent.RECEIVED))
                .sorted(Comparator.comparing(CaseEvent::occurredAt))
                .forEach(event -> fold.happen(draft, event));
        fold.advance(draft, until);
        return draft;
    }

    private Case frozen(Draft draft) {
        return draft.freeze(fold.findings(draft), ENGINE, calendars, Collections.unmodifiableMap(confidences));
    }

    /** What has been sent is not unsent: it stays on the case even where a late event shows that it need not have been. */
    private static void keepWhatLeft(Case before, Draft draft) {
        before.escalations().forEach(sent -> Retold.keep(draft, sent));
        before.duties()
                .forEach(sent -> draft.duties.merge(
                        sent.key(),
                        sent,
                        (folded, left) ->
                                folded.arisenAt().isAfter(left.arisenAt()) ? folded.arisen(left.arisenAt()) : folded));
        Retold.keep(draft, before.warnings());
    }

    private Outcome outcome(@Nullable Case before, Draft draft, boolean effective) {
        Case now = frozen(draft);
        Set<String> known = new HashSet<>();
        Set<Finding> found = new HashSet<>();
        if (before != null) {
            before.notices().forEach(notice -> known.add(notice.key()));
            found.addAll(before.findings());
        }
        List<Notice> notices = new ArrayList<>(now.notices());
        notices.removeIf(notice -> known.contains(notice.key()));
        notices.sort(Comparator.comparing(Notice::at));
        List<Finding> findings = new ArrayList<>(now.findings());
        findings.removeAll(found);
        return new Outcome(now, effective, notices, findings);
    }
}
