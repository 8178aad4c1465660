package org.complaintkit.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.deadline.Dating;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.decision.Account;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Decision;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.Reason;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.duty.Finding;
import org.complaintkit.model.Organisation;
import org.complaintkit.policy.AuthorityRule;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Transition;
import org.jspecify.annotations.Nullable;

/**
 * Puts events and moments of time through a draft, in the order in which they happened. Everything that a moment brings
 * about is worked out before the next one is looked at, so that what is let pass in one go or in many small ones leaves
 * the same case.
 */
final class Fold {
    /** The finding of an event that comes before what must precede it. */
    private static final String OUT_OF_ORDER = "ORDER_VIOLATION";

    private final List<RuleBook> books;
    private final Map<String, Clocks> clocks = new LinkedHashMap<>();
    private final Map<String, Obligations> obligations = new LinkedHashMap<>();
    private final Map<String, Books> ledgers = new LinkedHashMap<>();
    private final Map<String, Authority> authorities = new LinkedHashMap<>();
    private final Map<String, Keeping> keepers = new LinkedHashMap<>();
    /** Those of the first pack that numbers cases, or of the first if none does. */
    private final Books numbering;

    private final Tracks tracks;
    private final Facts facts;
    private final Addressee addressee;
    private final List<Policy> policies;

    Fold(List<RuleBook> books, CalendarRegistry calendars, Organisation organisation) {
        this.books = books;
        this.policies = books.stream().map(RuleBook::policy).toList();
        this.addressee = new Addressee(policies, clocks);
        this.facts = new Facts(policies, organisation, addressee);
        for (Policy policy : policies) {
            Dating dating = Dating.of(policy, calendars);
            clocks.put(policy.id(), new Clocks(policy, dating));
            ledgers.put(policy.id(), new Books(policy));
            authorities.put(policy.id(), new Authority(policy));
            keepers.put(policy.id(), new Keeping(policy, dating));
            obligations.put(policy.id(), new Obligations(policy, policies, organisation, dating));
        }
        this.tracks = new Tracks(policies, clocks);
        this.numbering = ledgers.values().stream()
                .filter(Books::numbers)
                .findFirst()
                .orElseGet(() -> ledgers.get(policies.get(0).id()));
    }

    /** Opens a draft with the receipt of its complaint. */
    void open(Draft draft) {
        Instant received = draft.complaint.receivedAt();
        tracks.open(draft);
        happen(
                draft,
                CaseEvent.of(
                        draft.complaint.id() + "/received",
                        CaseEvent.RECEIVED,
                        draft.complaint.receivedBy(),
                        received));
    }

    /** Lets time pass, moment by moment, up to and including {@code until}. */
    void advance(Draft draft, Instant until) {
        Instant next = nextMoment(draft, until);
        while (next != null) {
            draft.now = next;
            tracks.followUp(draft);
            decide(draft, null);
            next = nextMoment(draft, until);
        }
        if (until.isAfter(draft.now)) {
            draft.now = until;
        }
    }

    /** Lets an event happen, after the moments before it. */
    void happen(Draft draft, CaseEvent event) {
        advance(draft, event.occurredAt());
        boolean allowed = check(draft, event);
        // A clause can find fault with a receipt, but what came in came in.
        boolean effective = (unguarded(draft, event) && allowed) || draft.events.isEmpty();
        draft.events.add(event);
        if (!effective) {
            draft.withoutEffect.add(event.id());
            return;
        }
        tracks.move(draft, event);
        Facts.learn(draft, event, policies);
        decide(draft, event);
        if (tracks.followUp(draft)) {
            decide(draft, null);
        }
    }

    /** What the stage of checks says about an event, without letting it happen. */
    List<Reason> judge(Draft draft, CaseEvent event) {
        addressee.settle(draft, event);
        List<Reason> reasons = new ArrayList<>(addressee.reasons(draft, event));
        for (RuleBook book : books) {
            Situation situation = facts.decided(draft, book.policy(), event);
            book.ask(Stage.CHECKS, situation)
                    .forEach(found ->
                            reasons.add(found.reason(book.policy().pack().label())));
            if (addressee.tells(draft, book.policy(), event)) {
                Authority authority = authorities.get(book.policy().id());
                authority.exceeded(situation, event).map(authority::reason).ifPresent(reasons::add);
                clocks.get(book.policy().id()).against(draft, event).forEach(reasons::add);
            }
        }
        return reasons;
    }

    /** Why the transition table would not let an event happen: an open duty that holds it up, or the state. */
    List<Reason> blocked(Draft draft, CaseEvent event) {
        Policy first = policies.get(0);
        String pack = first.pack().label();
        String state = draft.track(first).state;
        if (!tracks.path(draft, first, event).isEmpty()) {
            return List.of();
        }
        Optional<Transition> held = tracks.heldUp(draft, event);
        if (held.isPresent()) {
            return tracks.blocking(draft)
                    .map(duty -> new Reason(
                            "duty", duty.code(), held.get().guard().name(), duty.clause(), duty.basis(), pack))
                    .toList();
        }
        return first.transitions().stream()
                .filter(row -> row.event().matches(event))
                .map(row -> new Reason(
                        "state",
                        state,
                        event.type() + " needs " + String.join(" or ", new TreeSet<>(row.from())),
                        row.clause(),
                        Basis.READING,
                        pack))
                .toList();
    }

    /** All findings: those of events, and those that follow from how the deadlines stand now. */
    List<Finding> findings(Draft draft) {
        List<Finding> findings = new ArrayList<>(draft.eventFindings);
        findings.addAll(draft.settled);
        obligations.values().forEach(each -> each.findings(draft, findings));
        clocks.values().forEach(each -> findings.addAll(each.findings(draft)));
        numbering.findings(draft, findings);
        return findings;
    }

    private static @Nullable Instant nextMoment(Draft draft, Instant until) {
        Instant next = null;
        for (Deadline deadline : draft.deadlines.values()) {
            Instant at = deadline.nextMoment(draft.now, until);
            next = next == null || (at != null && at.isBefore(next)) ? at : next;
        }
        for (Retention retention : draft.retentions) {
            Instant at = retention.until();
            boolean between = at.isAfter(draft.now) && !at.isAfter(until);
            next = between && (next == null || at.isBefore(next)) ? at : next;
        }
        return next;
    }

    /**
     * Whether an event takes effect. Guards are conjoined: what one pack denies is denied; but a decision on limits, which
     * has its effect pack by pack, only the packs that wait for it deny it, each for itself.
     */
    private boolean check(Draft draft, CaseEvent event) {
        addressee.settle(draft, event);
        List<Finding> unclear = addressee.findings(draft, event);
        draft.eventFindings.addAll(unclear);
        boolean effective = unclear.isEmpty();
        List<String> waiting = policies.stream()
                .filter(policy -> Addressee.waits(policy, event) && addressee.tells(draft, policy, event))
                .map(Policy::id)
                .toList();
        List<String> denying = new ArrayList<>();
        for (RuleBook book : books) {
            boolean allowed = check(draft, book, event);
            String pack = book.policy().id();
            if (!allowed && waiting.contains(pack)) {
                denying.add(pack);
            } else {
                effective &= allowed;
            }
        }
        if (waiting.isEmpty() || !denying.containsAll(waiting)) {
            denying.forEach(pack -> draft.deny(pack, event.id()));
            return effective;
        }
        return false;
    }

    private boolean check(Draft draft, RuleBook book, CaseEvent event) {
        Policy policy = book.policy();
        Situation situation = facts.decided(draft, policy, event);
        Authority authority = authorities.get(policy.id());
        Optional<AuthorityRule> beyond =
                addressee.tells(draft, policy, event) ? authority.exceeded(situation, event) : Optional.empty();
        beyond.ifPresent(rung -> draft.eventFindings.add(authority.finding(rung, event)));
        boolean effective = beyond.map(AuthorityRule::takesEffect).orElse(true);
        for (Proposal found : book.ask(Stage.CHECKS, situation)) {
            draft.eventFindings.add(new Finding(
                    policy.id(),
                    found.code(),
                    event.type(),
                    found.rule(),
                    found.clause(),
                    found.basis(),
                    event.occurredAt()));
            effective &= found.answer() != Answer.NO_EFFECT;
        }
        return effective;
    }

    /** An open duty that holds up the closing denies the event its effect (a selecting guard only chooses the row). */
    private boolean unguarded(Draft draft, CaseEvent event) {
        Optional<Transition> held =
                tracks.path(draft, policies.get(0), event).isEmpty() ? tracks.heldUp(draft, event) : Optional.empty();
        held.ifPresent(row -> draft.eventFindings.add(new Finding(
                policies.get(0).id(),
                OUT_OF_ORDER,
                event.type(),
                row.guard().name(),
                row.clause(),
                Basis.READING,
                event.occurredAt())));
        return held.isEmpty();
    }

    /** Puts the stages to every pack until nothing more is late: a clock may be so from its start, or by what was said. */
    private void decide(Draft draft, @Nullable CaseEvent event) {
        Set<String> late = new TreeSet<>(late(draft));
        boolean again = true;
        while (again) {
            again = false;
            for (RuleBook book : books) {
                Policy policy = book.policy();
                Obligations owed = obligations.get(policy.id());
                Decision before = draft.decisions.get(policy.id());
                Situation undecided = facts.undecided(draft, policy, event);
                Decision decision = Decision.of(book, undecided, draft.heard(policy));
                draft.decisions.put(policy.id(), decision);
                again |= books.size() > 1
                        && (before == null || !before.derivedLabels().equals(decision.derivedLabels()));
                clocks.get(policy.id()).update(draft, book.ask(Stage.DEADLINES, undecided.with(decision)));
                Situation dated = facts.decided(draft, policy, event);
                owed.duties(draft, book.ask(Stage.DUTIES, dated));
                owed.escalations(draft, book.ask(Stage.ESCALATION, dated));
                again |= owed.breaches(draft);
                again |= late.addAll(late(draft));
                owed.warnings(draft);
            }
        }
        keep(draft);
        assign(draft);
        account(draft, event);
    }

    /** Reckons how long the records are kept; what is owed when they need not be any more is raised as a duty. */
    private void keep(Draft draft) {
        draft.retentions.clear();
        keepers.values().forEach(each -> draft.retentions.addAll(each.retentions(draft)));
        keepers.forEach((pack, keeper) ->
                keeper.over(draft).forEach(row -> obligations.get(pack).owe(draft, row)));
    }

    /** Keeps the books, when all else is known. The first pack that numbers or grades does so for the case. */
    private void account(Draft draft, @Nullable CaseEvent event) {
        Map<String, Account> accounts = new LinkedHashMap<>();
        String grade = "";
        for (RuleBook book : books) {
            Policy policy = book.policy();
            List<Proposal> proposals = book.ask(Stage.ACCOUNTING, facts.decided(draft, policy, event));
            accounts.put(policy.id(), ledgers.get(policy.id()).account(draft, proposals));
            grade = grade.isEmpty() ? draft.decisions.get(policy.id()).grade() : grade;
        }
        draft.register = draft.register.accounted(accounts).graded(grade);
        numbering.number(draft);
    }

    /** Where the deadlines stand that are late now. */
    private static Set<String> late(Draft draft) {
        Set<String> late = new HashSet<>();
        draft.deadlines.forEach((place, deadline) -> {
            if (deadline.late(draft.now)) {
                late.add(place);
            }
        });
        return late;
    }

    private void assign(Draft draft) {
        String pack = Decision.answering(draft.decisions, Answer.OWNER)
                .orElse(policies.get(0).id());
        draft.assignee = obligations.get(pack).assignee(draft, draft.owner());
    }
}
