package org.complaintkit.lifecycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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
import org.complaintkit.duty.Duty;
import org.complaintkit.duty.Finding;
import org.complaintkit.model.Organisation;
import org.complaintkit.policy.AuthorityRule;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Transition;
import org.jspecify.annotations.Nullable;

/**
 * Puts events and moments of time through a draft, in the order in which they happened. Everything that a moment brings
 * about is worked out before the next one is looked at, so that what is let pass in one go or in many small ones leaves
 * the same case.
 */
final class Fold {
    /** The event, in transition tables, of the day on which the follow-up visit is due. */
    static final String FOLLOW_UP_DUE = "FOLLOW_UP_DUE";

    /** The event, in transition tables, of a visit that was due and is put off, because its start came later than planned. */
    private static final String FOLLOW_UP_MOVED = "FOLLOW_UP_MOVED";

    /** After the code of a pack: the parameter that says how many rounds of rework there may be. */
    private static final String MAX_ROUNDS = ".maxRounds";

    /** The finding of an event that comes before what must precede it. */
    private static final String OUT_OF_ORDER = "ORDER_VIOLATION";

    private final List<RuleBook> books;
    private final Map<String, Clocks> clocks = new LinkedHashMap<>();
    private final Map<String, Obligations> obligations = new LinkedHashMap<>();
    private final Map<String, Books> ledgers = new LinkedHashMap<>();
    private final Map<String, Authority> authorities = new LinkedHashMap<>();
    private final Map<String, Keeping> keepers = new LinkedHashMap<>();
    private final StateMachine machine;
    private final Facts facts;
    private final Addressee addressee;
    private final List<Policy> policies;

    Fold(List<RuleBook> books, CalendarRegistry calendars, Organisation organisation) {
        this.books = books;
        this.policies = books.stream().map(RuleBook::policy).toList();
        this.addressee = new Addressee(policies);
        this.facts = new Facts(organisation, addressee);
        this.machine = new StateMachine(policies.get(0).transitions());
        for (Policy policy : policies) {
            Dating dating = Dating.of(policy, calendars);
            clocks.put(policy.id(), new Clocks(policy, dating));
            ledgers.put(policy.id(), new Books(policy));
            authorities.put(policy.id(), new Authority(policy));
            keepers.put(policy.id(), new Keeping(policy, dating));
            obligations.put(policy.id(), new Obligations(policy, policies, organisation, dating));
        }
    }

    /** Opens a draft with the receipt of its complaint. */
    void open(Draft draft) {
        Instant received = draft.complaint.receivedAt();
        draft.enter(new Step(received, CaseEvent.RECEIVED, "RECEIVED", false));
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
        Optional<Instant> next = nextMoment(draft, until);
        while (next.isPresent()) {
            draft.now = next.get();
            followUp(draft);
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
        move(draft, event);
        Facts.learn(draft, event, policies);
        decide(draft, event);
        if (followUp(draft)) {
            decide(draft, null);
        }
    }

    /** What the stage of checks says about an event, without letting it happen. */
    List<Reason> judge(Draft draft, CaseEvent event) {
        List<Reason> reasons = new ArrayList<>(addressee.reasons(event));
        for (RuleBook book : books) {
            Situation situation = facts.decided(draft, book.policy(), event);
            book.ask(Stage.CHECKS, situation)
                    .forEach(found ->
                            reasons.add(found.reason(book.policy().pack().label())));
            if (addressee.tells(book.policy(), event)) {
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
        if (!path(draft, event).isEmpty()
                || first.transitions().stream().noneMatch(row -> row.event().matches(event))) {
            return List.of();
        }
        Optional<Transition> held = machine.guarded(draft.state, event, Transition.Guard.NO_BLOCKING_DUTY);
        if (held.isPresent()) {
            return blocking(draft)
                    .map(duty -> new Reason(
                            "duty", duty.code(), held.get().guard().name(), duty.clause(), duty.basis(), pack))
                    .toList();
        }
        return first.transitions().stream()
                .filter(row -> row.event().matches(event))
                .map(row -> new Reason(
                        "state",
                        draft.state,
                        event.type() + " needs " + String.join(" or ", new TreeSet<>(row.from())),
                        row.clause(),
                        Basis.READING,
                        pack))
                .toList();
    }

    /** Where an event leads from the state of the draft; empty where the table does not list it. */
    List<Transition> path(Draft draft, EventPattern.Subject event) {
        return machine.path(draft.state, event, guard -> holds(draft, guard, event));
    }

    /** All findings: those of events, and those that follow from how the deadlines stand now. */
    List<Finding> findings(Draft draft) {
        List<Finding> findings = new ArrayList<>(draft.eventFindings);
        findings.addAll(draft.settled);
        obligations.values().forEach(each -> each.findings(draft, findings));
        clocks.values().forEach(each -> findings.addAll(each.findings(draft)));
        numbering().findings(draft, findings);
        return findings;
    }

    private Optional<Instant> nextMoment(Draft draft, Instant until) {
        return Stream.concat(
                        draft.deadlines.values().stream().flatMap(Deadline::moments),
                        draft.retentions.stream().map(Retention::until))
                .filter(at -> at.isAfter(draft.now) && !at.isAfter(until))
                .min(Comparator.naturalOrder());
    }

    /**
     * Whether an event takes effect. Guards are conjoined: what one pack denies is denied; but a decision on limits, which
     * has its effect pack by pack, only the packs that wait for it deny it, each for itself.
     */
    private boolean check(Draft draft, CaseEvent event) {
        List<Finding> unclear = addressee.findings(event);
        draft.eventFindings.addAll(unclear);
        boolean effective = unclear.isEmpty();
        List<String> waiting = policies.stream()
                .filter(policy -> Addressee.waits(policy, event) && addressee.tells(policy, event))
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
                addressee.tells(policy, event) ? authority.exceeded(situation, event) : Optional.empty();
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
        Optional<Transition> held = path(draft, event).isEmpty()
                ? machine.guarded(draft.state, event, Transition.Guard.NO_BLOCKING_DUTY)
                : Optional.empty();
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

    private void move(Draft draft, CaseEvent event) {
        List<Transition> path = path(draft, event);
        for (int i = 0; i < path.size(); i++) {
            Transition row = path.get(i);
            boolean last = i == path.size() - 1;
            if (last && row.begins() != Transition.Round.NONE) {
                clocks.values().forEach(each -> each.settle(draft));
                Set<String> on = new TreeSet<>();
                for (Policy policy : policies.subList(1, policies.size())) {
                    if (clocks.get(policy.id()).runsOn(draft, event)) {
                        on.add(policy.id());
                    }
                }
                clocks.forEach((pack, each) -> {
                    if (!on.contains(pack)) {
                        draft.settled.addAll(each.findings(draft));
                    }
                });
                draft.newRound(event, row.begins(), on);
            }
            String to = row.to().equals(Transition.BACK) ? draft.stateBefore() : row.to();
            draft.enter(
                    last
                            ? new Step(event.occurredAt(), event.type(), to, false)
                            : new Step(draft.roundStart, row.event().type(), row.to(), true));
        }
    }

    /** Moves a case whose follow-up visit is due, or no longer; the day may have begun before the reply that makes it due. */
    private boolean followUp(Draft draft) {
        List<Deadline> visits = draft.deadlines.values().stream()
                .filter(deadline -> deadline.rule().followUp() && !deadline.stopped())
                .toList();
        if (visits.isEmpty()) {
            return false;
        }
        boolean due = visits.stream().anyMatch(visit -> !visit.targetDay().isAfter(draft.now));
        String moment = due ? FOLLOW_UP_DUE : FOLLOW_UP_MOVED;
        List<Transition> path = path(draft, CaseEvent.of("", moment, "", draft.now));
        path.forEach(row -> draft.enter(new Step(draft.now, moment, row.to(), false)));
        return !path.isEmpty();
    }

    private boolean holds(Draft draft, Transition.Guard guard, EventPattern.Subject event) {
        return switch (guard) {
            case NONE -> true;
            case UNREACHABLE -> !draft.complaint.complainant().reachable();
            case NO_BLOCKING_DUTY -> blocking(draft).findAny().isEmpty();
            case ROUNDS_LEFT -> roundsLeft(draft);
            case AGAIN ->
                draft.effectiveEvents().stream()
                        .anyMatch(each -> each.type().equals(event.type()) && !each.equals(event));
        };
    }

    private boolean roundsLeft(Draft draft) {
        Policy first = policies.get(0);
        String most = first.id().toLowerCase(Locale.ROOT) + MAX_ROUNDS;
        return !first.parameters().declared().containsKey(most)
                || first.parameters().number(most).compareTo(BigDecimal.valueOf(draft.round - 1L)) > 0;
    }

    private Stream<Duty> blocking(Draft draft) {
        return draft.duties.values().stream()
                .filter(duty -> !duty.fulfilled()
                        && duty.round() == draft.run(duty.pack()).round())
                .filter(duty -> policies.stream()
                        .filter(policy -> duty.demandedBy(policy.id()))
                        .anyMatch(policy -> policy.duties().get(duty.code()).blocksClosing()));
    }

    /** Puts the stages to every pack until a breach brings nothing new: a breach may start a clock that is late at once. */
    private void decide(Draft draft, @Nullable CaseEvent event) {
        boolean again = true;
        while (again) {
            again = false;
            for (RuleBook book : books) {
                Policy policy = book.policy();
                Obligations owed = obligations.get(policy.id());
                Decision before = draft.decisions.get(policy.id());
                Decision decision = Decision.of(book, facts.undecided(draft, policy, event));
                draft.decisions.put(policy.id(), decision);
                again |= books.size() > 1
                        && (before == null || !before.derivedLabels().equals(decision.derivedLabels()));
                int running = draft.deadlines.size();
                clocks.get(policy.id()).update(draft, book.ask(Stage.DEADLINES, facts.decided(draft, policy, event)));
                owed.duties(draft, book.ask(Stage.DUTIES, facts.decided(draft, policy, event)));
                owed.escalations(draft, book.ask(Stage.ESCALATION, facts.decided(draft, policy, event)));
                again |= owed.breaches(draft) || (draft.deadlines.size() > running && anyBreached(draft));
                again |= owed.warnings(draft);
            }
        }
        keep(draft);
        assign(draft);
        account(draft, event);
    }

    /** Reckons how long the records are kept; what is owed when they need not be any more is raised as a duty. */
    private void keep(Draft draft) {
        draft.retentions.clear();
        keepers.values().forEach(each -> each.retentions(draft).forEach(draft.retentions::add));
        keepers.forEach((pack, keeper) ->
                keeper.over(draft).forEach(row -> obligations.get(pack).owe(draft, row)));
    }

    /** Keeps the books, when all else is known. The first pack that numbers or grades does so for the case. */
    private void account(Draft draft, @Nullable CaseEvent event) {
        Map<String, Account> accounts = new LinkedHashMap<>();
        for (RuleBook book : books) {
            Policy policy = book.policy();
            List<Proposal> proposals = book.ask(Stage.ACCOUNTING, facts.decided(draft, policy, event));
            accounts.put(policy.id(), ledgers.get(policy.id()).account(draft, proposals));
        }
        String grade = policies.stream()
                .map(policy -> draft.decisions.get(policy.id()).grade())
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
        draft.register = draft.register.accounted(accounts).graded(grade);
        numbering().number(draft);
    }

    private Books numbering() {
        return policies.stream()
                .map(policy -> ledgers.get(policy.id()))
                .filter(Books::numbers)
                .findFirst()
                .orElseGet(() -> ledgers.get(policies.get(0).id()));
    }

    private static boolean anyBreached(Draft draft) {
        return draft.deadlines.values().stream().anyMatch(deadline -> deadline.late(draft.now));
    }

    private void assign(Draft draft) {
        Policy first = policies.get(0);
        String role = draft.decisions.get(first.id()).owner();
        draft.assignee = obligations.get(first.id()).assignee(draft, role);
    }
}
