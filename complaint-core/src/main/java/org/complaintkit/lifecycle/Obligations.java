package org.complaintkit.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.complaintkit.calendar.Due;
import org.complaintkit.deadline.Dating;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.Reason;
import org.complaintkit.duty.Duty;
import org.complaintkit.duty.Escalation;
import org.complaintkit.duty.Finding;
import org.complaintkit.duty.Notice;
import org.complaintkit.duty.Prohibition;
import org.complaintkit.model.Assignee;
import org.complaintkit.model.Organisation;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.DutyRule;
import org.complaintkit.policy.EscalationRule;
import org.complaintkit.policy.EventExpression;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.LimitRule;
import org.complaintkit.policy.Mark;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.RetentionRule;
import org.complaintkit.policy.Roles;

/** Raises and fulfils what one policy demands of a draft. */
final class Obligations {
    /** The event by which a host says that a duty without an event of its own is done. */
    static final String DUTY_FULFILLED = "DUTY_FULFILLED";

    private static final Comparator<Deadline> BY_ID =
            Comparator.comparing(Deadline::id).thenComparing(Deadline::occurrence);

    private final Policy policy;
    private final List<Policy> all;
    private final Organisation organisation;
    private final Dating dating;
    private final String label;
    /** What a host says when a duty is done, by the duty's code. */
    private final Map<String, EventPattern> done = new HashMap<>();
    /** Codes of duties that are fulfilled by a decision or notice of which several packs have one of their own. */
    private final Set<String> addressed = new HashSet<>();

    private final Recurring recurring;

    Obligations(Policy policy, List<Policy> all, Organisation organisation, Dating dating) {
        this.all = all;
        this.dating = dating;
        this.policy = policy;
        this.organisation = organisation;
        this.label = policy.pack().label();
        this.recurring = new Recurring(policy, done);
        for (DutyRule row : policy.duties().values()) {
            EventPattern.Condition said = new EventPattern.Condition("duty", true, row.code());
            done.put(row.code(), new EventPattern(DUTY_FULFILLED, List.of(said)));
            if (all.stream().filter(each -> decides(each, row)).count() > 1) {
                addressed.add(row.code());
            }
        }
    }

    /** Whether an extension of a policy is granted or told by what fulfils a duty. */
    private static boolean decides(Policy policy, DutyRule row) {
        return policy.extensions().stream()
                .flatMap(extension -> Stream.of(extension.grantedBy(), extension.notice()))
                .anyMatch(event -> row.dischargedBy()
                        .patterns()
                        .anyMatch(pattern -> pattern.type().equals(event.type())));
    }

    /** Takes the proposals of the stage of duties, and fulfils what the history shows as done. */
    void duties(Draft draft, List<Proposal> proposals) {
        for (Proposal proposal : proposals) {
            if (proposal.answer() == Answer.DUTY) {
                raise(draft, proposal);
            } else {
                String key = policy.id() + "/" + proposal.code();
                if (!draft.prohibitions.containsKey(key)) {
                    draft.reasons.add(proposal.reason(label));
                    draft.prohibitions.put(
                            key,
                            new Prohibition(
                                    policy.id(),
                                    proposal.code(),
                                    proposal.rule(),
                                    proposal.clause(),
                                    proposal.basis(),
                                    draft.now));
                }
            }
        }
        History history = draft.history(policy);
        draft.duties.replaceAll((key, duty) -> open(draft, duty)
                ? fulfilledBy(
                                key.equals(key(draft, duty.code())) ? history : recurring.since(draft, history, duty),
                                duty.code())
                        .map(duty::fulfilled)
                        .orElse(duty)
                : duty);
    }

    /** Raises the duty that is owed once records need not be kept any more. */
    void owe(Draft draft, RetentionRule row) {
        raise(draft, new Proposal(Answer.DUTY, row.duty(), "", row.id(), row.clause(), row.basis()));
    }

    /** Takes the proposals of the stage of escalation. */
    void escalations(Draft draft, List<Proposal> proposals) {
        for (Proposal found : proposals) {
            EscalationRule row = policy.escalations().get(found.code());
            if (row != null) {
                fire(draft, row, found.rule(), found.clause(), found.basis(), draft.now);
            }
        }
    }

    /** Fires what the table of deadlines demands on a breach; whether anything fired that had not. */
    boolean breaches(Draft draft) {
        boolean fired = false;
        List<Deadline> late = clocks(draft);
        late.removeIf(deadline -> !deadline.late(draft.now));
        late.sort(Comparator.comparing(Deadline::lateFrom));
        for (Deadline deadline : late) {
            for (String code : deadline.rule().onBreach()) {
                fired |= fire(draft, code, deadline.id(), deadline.lateFrom());
            }
        }
        return fired;
    }

    /** The clocks of the policy by their ids: which of two gives the reason does not hang on the order of a table. */
    private List<Deadline> clocks(Draft draft) {
        List<Deadline> clocks = new ArrayList<>(draft.deadlines.values());
        clocks.removeIf(deadline -> !deadline.pack().equals(policy.id()));
        clocks.sort(BY_ID);
        return clocks;
    }

    /** Gives the warnings whose moment has come, and fires what they bring about. */
    void warnings(Draft draft) {
        if (merged(draft)) {
            return;
        }
        for (Deadline deadline : clocks(draft)) {
            for (int i = 0; i < deadline.warnAt().size() && !deadline.stopped(); i++) {
                Instant at = deadline.warnAt().get(i);
                if (!at.isAfter(draft.now)) {
                    warn(draft, deadline, i + 1, at);
                }
            }
        }
    }

    private void warn(Draft draft, Deadline deadline, int nth, Instant at) {
        String first = Notice.key(draft.complaint.id(), policy.id(), Notice.Kind.WARNING, deadline.id(), round(draft))
                + "/" + (deadline.occurrence() == 1 ? "" : deadline.occurrence() + "-") + nth;
        String key = Retold.key(draft, first, deadline.limit().at());
        // Of a later limit that has passed by now the breach tells, if anything does.
        boolean again = !key.equals(first);
        if (!draft.warnings.containsKey(key) && !(again && deadline.late(draft.now))) {
            draft.warnings.put(
                    key,
                    new Notice(
                            key,
                            Notice.Kind.WARNING,
                            draft.complaint.id(),
                            policy.id(),
                            deadline.id(),
                            List.of(assignee(draft, role(draft, Roles.OWNER))),
                            deadline.rule().clause(),
                            at,
                            deadline.limit().at()));
            deadline.rule().onWarning().forEach(id -> fire(draft, id, deadline.id(), at));
        }
    }

    /** Of a matter that another case carries on nobody is told here: neither duties nor escalations nor warnings arise. */
    private boolean merged(Draft draft) {
        return policy.vocabulary().marks(Mark.MERGED, draft.track(policy).state);
    }

    /** Findings that follow from how the deadlines stand: they go when a deadline is found to have been kept after all. */
    void findings(Draft draft, List<Finding> findings) {
        List<Deadline> all = new ArrayList<>(draft.previousDeadlines);
        all.addAll(draft.deadlines.values());
        for (Deadline deadline : all) {
            if (!deadline.pack().equals(policy.id())) {
                continue;
            }
            if (deadline.late(draft.now)) {
                for (String code : deadline.rule().onBreach()) {
                    if (!policy.escalations().containsKey(code)) {
                        findings.add(finding(deadline, code, deadline.lateFrom()));
                    }
                }
            }
            for (String note : deadline.due().notes()) {
                if (policy.vocabulary().knows("FINDING", note)
                        && (looksForTarget(deadline) || !note.equals(Due.NO_WORKING_DAY_IN_WINDOW))) {
                    findings.add(finding(deadline, note, deadline.startedAt()));
                }
            }
        }
    }

    /** Where the target is the limit itself, no working day is looked for before it. */
    private static boolean looksForTarget(Deadline deadline) {
        return deadline.rule().target().kind() != LimitRule.Kind.LIMIT;
    }

    private Finding finding(Deadline deadline, String code, Instant at) {
        return new Finding(
                policy.id(),
                code,
                deadline.id(),
                "",
                deadline.rule().clause(),
                deadline.rule().basis(),
                at);
    }

    private void raise(Draft draft, Proposal proposal) {
        DutyRule row = policy.duties().get(proposal.code());
        if (row == null || merged(draft)) {
            return;
        }
        String key = key(draft, proposal.code());
        if (draft.duties.containsKey(key)) {
            recurring
                    .fulfilled(draft, key)
                    .map(duty -> duty.again(Recurring.next(draft, key), assignee(draft, duty.role()), draft.now))
                    .ifPresent(duty -> draft.duties.put(duty.key(), duty));
            return;
        }
        String role = role(draft, row.role());
        Optional<Duty> equal = equal(draft, row, role);
        if (equal.isPresent()) {
            Duty duty = equal.get();
            if (!duty.demandedBy(policy.id())) {
                draft.reasons.add(proposal.reason(label));
                draft.duties.put(
                        duty.key(),
                        duty.alsoFor(
                                new Duty.Source(policy.id(), proposal.rule(), proposal.clause(), proposal.basis())));
            }
            return;
        }
        draft.reasons.add(proposal.reason(label));
        draft.duties.put(
                key,
                new Duty(
                        key,
                        policy.id(),
                        proposal.code(),
                        proposal.rule(),
                        proposal.clause(),
                        proposal.basis(),
                        role,
                        debtor(draft, row, role),
                        round(draft),
                        draft.now,
                        null,
                        List.of()));
    }

    private String key(Draft draft, String code) {
        return Notice.key(draft.complaint.id(), policy.id(), Notice.Kind.DUTY, code, round(draft));
    }

    /** The duty of another pack that is the same: code, debtor and what fulfils it. */
    private Optional<Duty> equal(Draft draft, DutyRule row, String role) {
        if (all.size() == 1 || addressed.contains(row.code())) {
            return Optional.empty();
        }
        return draft.duties.values().stream()
                .filter(duty -> duty.code().equals(row.code())
                        && duty.round() == draft.track(duty.pack()).round
                        && duty.role().equals(role)
                        && !duty.pack().equals(policy.id())
                        && row.dischargedBy().equals(dischargedBy(duty)))
                .findFirst();
    }

    private EventExpression dischargedBy(Duty duty) {
        return all.stream()
                .filter(each -> each.id().equals(duty.pack()))
                .map(each -> each.duties().get(duty.code()).dischargedBy())
                .findFirst()
                .orElse(EventExpression.NEVER);
    }

    private int round(Draft draft) {
        return draft.track(policy).round;
    }

    /** Who is meant by a role of a table: the owner of the case, whichever pack names it, the approver that this one does. */
    private String role(Draft draft, String role) {
        return switch (role) {
            case Roles.OWNER -> draft.owner();
            case Roles.APPROVER -> draft.decisions.get(policy.id()).approver();
            default -> role;
        };
    }

    /** Whether it is a duty of this round that the policy still waits for. */
    private boolean open(Draft draft, Duty duty) {
        return !duty.fulfilled()
                && duty.pack().equals(policy.id())
                && duty.round() == round(draft)
                && policy.duties().containsKey(duty.code());
    }

    private Optional<Instant> fulfilledBy(History history, String code) {
        Optional<Instant> discharged = policy.duties().get(code).dischargedBy().time(history);
        return discharged.isPresent() ? discharged : history.first(done.get(code));
    }

    /** Fires by the word of the table, if it knows the code; others are findings. */
    private boolean fire(Draft draft, String id, String trigger, Instant at) {
        EscalationRule row = policy.escalations().get(id);
        if (row == null) {
            return false;
        }
        boolean fired = fire(draft, row, trigger, row.clause(), row.basis(), at);
        Escalation before = draft.escalations.get(
                Notice.key(draft.complaint.id(), policy.id(), Notice.Kind.ESCALATION, row.code(), round(draft)));
        if (!fired && before != null && !merged(draft)) {
            Retold.again(draft, before, trigger, at, label);
        }
        return fired;
    }

    private boolean fire(Draft draft, EscalationRule row, String trigger, String clause, Basis basis, Instant at) {
        String code = row.code();
        String key = Notice.key(draft.complaint.id(), policy.id(), Notice.Kind.ESCALATION, code, round(draft));
        if (draft.escalations.containsKey(key) || merged(draft)) {
            return false;
        }
        List<Assignee> told = row.to().stream()
                .map(role -> assignee(draft, role(draft, role)))
                .toList();
        draft.reasons.add(new Reason("escalate", code, trigger, clause, basis, label));
        draft.escalations.put(
                key,
                new Escalation(
                        key,
                        policy.id(),
                        code,
                        trigger,
                        clause,
                        basis,
                        row.from(),
                        row.to(),
                        told,
                        round(draft),
                        at,
                        dating.within(row.within(), at).orElse(null)));
        return true;
    }

    /**
     * The person in a role, never the party; where nobody holds it, the one in the role that the policy lets act instead.
     */
    Assignee assignee(Draft draft, String role) {
        Assignee found = find(draft, role);
        String instead = policy.fallbackRoles().get(role);
        return found.known() || instead == null ? found : find(draft, instead);
    }

    private Assignee find(Draft draft, String role) {
        return Assignee.find(
                organisation,
                role,
                draft.complaint.complainedUnit(),
                draft.complaint.party(),
                draft.now.atZone(policy.zone()).toLocalDate());
    }

    /** Only what the table says the party itself owes, an apology, goes to the party. */
    private Assignee debtor(Draft draft, DutyRule row, String role) {
        return row.role().equals(Roles.PARTY)
                ? new Assignee(role, draft.complaint.complainedUnit(), draft.complaint.party())
                : assignee(draft, role);
    }
}
