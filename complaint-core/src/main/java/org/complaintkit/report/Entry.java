package org.complaintkit.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintkit.calendar.Due;
import org.complaintkit.deadline.Dating;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.decision.Reason;
import org.complaintkit.duty.Duty;
import org.complaintkit.duty.Escalation;
import org.complaintkit.duty.Finding;
import org.complaintkit.duty.Notice;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Lifecycle;
import org.complaintkit.lifecycle.Progress;
import org.complaintkit.lifecycle.Register;
import org.complaintkit.model.Assignee;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Organisation;
import org.complaintkit.policy.Clause;
import org.complaintkit.policy.Confidence;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.EscalationRule;
import org.complaintkit.policy.EventExpression;
import org.complaintkit.policy.LimitRule;
import org.complaintkit.policy.PauseRule;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.ReportRule;
import org.jspecify.annotations.Nullable;

/** One entry of the book of reports, and what filings and time make of it. */
final class Entry {
    /** The duty that each report is. */
    static final String FILE_REPORT = "FILE_REPORT";

    private static final String STATE = "REPORT";
    private static final String CHANNEL = "INSTITUTION";
    /** Before the earliest receipt that a desk admits. */
    private static final Instant PLACE = Instant.parse("0001-01-01T00:00:00Z");

    private final Case before;
    private final Policy policy;
    private final Organisation organisation;
    private final Dating dating;

    Entry(Case before, Policy policy, Organisation organisation, Dating dating) {
        this.before = before;
        this.policy = policy;
        this.organisation = organisation;
        this.dating = dating;
    }

    /** A report as a row of the table of deadlines: nothing starts or ends it but the book. */
    static DeadlineRule row(ReportRule rule) {
        return new DeadlineRule(
                rule.id(),
                rule.clause(),
                rule.basis(),
                EventExpression.NEVER,
                EventExpression.NEVER,
                LimitRule.SAME,
                LimitRule.parse(rule.limit()),
                rule.warnings(),
                rule.onBreach(),
                false,
                false,
                EventExpression.NEVER,
                EventExpression.NEVER,
                DeadlineRule.Gives.NEVER,
                DeadlineRule.Repeats.NO,
                false,
                List.of(),
                PauseRule.NONE);
    }

    /** An entry at the beginning of its period. */
    static Case opened(
            ReportKey key,
            ReportRule rule,
            Policy policy,
            Deadline deadline,
            Map<String, String> calendars,
            Organisation organisation) {
        Instant begins = deadline.startedAt();
        Assignee owner = assignee(organisation, policy, rule.owner(), key.institution(), begins);
        Complaint form = Complaint.received(key.text(), PLACE, CHANNEL)
                .given("institution", key.institution())
                .given("pack", key.pack())
                .given("report", key.report())
                .given("period", key.period())
                .given("receiver", key.receiver())
                .build();
        Duty duty = new Duty(
                Notice.key(key.text(), policy.id(), Notice.Kind.DUTY, FILE_REPORT, 1),
                policy.id(),
                FILE_REPORT,
                rule.id(),
                rule.clause(),
                rule.basis(),
                rule.owner(),
                owner,
                1,
                begins,
                null,
                List.of());
        return new Case(
                form,
                List.of(policy.pack()),
                policy.parameters().set(),
                Lifecycle.ENGINE,
                calendars,
                1,
                STATE,
                "",
                1,
                owner,
                Register.NONE,
                Map.of(),
                List.of(deadline),
                List.of(),
                List.of(duty),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(new Reason(
                        "duty",
                        FILE_REPORT,
                        rule.id(),
                        rule.clause(),
                        rule.basis(),
                        policy.pack().label())),
                List.of(),
                confidences(policy, rule),
                new Progress(Map.of(), Map.of(), Map.of(), 0, 0, Map.of(), Map.of(), List.of(), Map.of()),
                begins);
    }

    /** How sure the pack is of the clauses of the report, where it says so. */
    private static Map<String, Confidence> confidences(Policy policy, ReportRule rule) {
        Map<String, Confidence> confidences = new TreeMap<>();
        for (String id : rule.clause().split("[,;]", -1)) {
            Clause clause = policy.clauses().get(id.strip());
            Confidence confidence = clause == null ? null : clause.confidence();
            if (confidence != null) {
                confidences.put(policy.id() + " " + id.strip(), confidence);
            }
        }
        return confidences;
    }

    /** The same entry, dated anew. */
    static Case dated(Case entry, Deadline deadline, Map<String, String> calendars) {
        return with(
                entry,
                calendars,
                deadline,
                entry.duties().get(0),
                entry.findings(),
                entry.escalations(),
                entry.warnings(),
                entry.events(),
                entry.withoutEffect(),
                entry.advancedTo());
    }

    /** What has to leave the book; the duty with the limit by which it must be done. */
    static List<Notice> notices(Case entry) {
        Instant limit = entry.deadlines().get(0).limit().at();
        return entry.notices().stream()
                .map(notice -> notice.kind() == Notice.Kind.DUTY ? by(notice, limit) : notice)
                .toList();
    }

    private static Notice by(Notice notice, Instant limit) {
        return new Notice(
                notice.key(),
                notice.kind(),
                notice.caseId(),
                notice.pack(),
                notice.code(),
                notice.to(),
                notice.clause(),
                notice.at(),
                limit);
    }

    /**
     * The entry with these filings at a moment.
     *
     * @param filings in the order in which they happened
     * @param keep whether what has left stays: it was sent
     */
    Case at(List<CaseEvent> filings, Instant until, boolean keep) {
        Instant filed = filings.isEmpty() ? null : filings.get(0).occurredAt();
        Deadline deadline = before.deadlines().get(0).judged(filed, null);
        List<Notice> notices = new ArrayList<>(keep ? before.warnings() : List.of());
        List<Escalation> escalations = new ArrayList<>(keep ? before.escalations() : List.of());
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < deadline.warnAt().size(); i++) {
            Instant at = deadline.warnAt().get(i);
            if (!at.isAfter(until) && (filed == null || at.isBefore(filed))) {
                add(notices, notice(deadline, Notice.Kind.WARNING, "/" + (i + 1), at));
            }
        }
        if (deadline.due().notes().contains(Due.CALENDAR_YEAR_UNKNOWN)) {
            findings.add(finding(deadline, Due.CALENDAR_YEAR_UNKNOWN, deadline.startedAt()));
        }
        if (deadline.late(until)) {
            add(notices, notice(deadline, Notice.Kind.BREACH, "", deadline.lateFrom()));
            for (String code : deadline.rule().onBreach()) {
                EscalationRule row = policy.escalations().get(code);
                if (row == null) {
                    findings.add(finding(deadline, code, deadline.lateFrom()));
                } else if (escalations.stream().noneMatch(fired -> fired.id().equals(code))) {
                    escalations.add(escalation(deadline, row));
                }
            }
        }
        Set<String> without = filings.stream()
                .skip(1)
                .filter(event -> !Filing.corrects(event))
                .map(CaseEvent::id)
                .collect(Collectors.toUnmodifiableSet());
        return with(
                before,
                before.calendars(),
                deadline,
                discharged(before.duties().get(0), filed),
                findings,
                escalations,
                notices,
                filings,
                without,
                until);
    }

    private static void add(List<Notice> notices, Notice notice) {
        if (notices.stream().noneMatch(given -> given.key().equals(notice.key()))) {
            notices.add(notice);
        }
    }

    private Notice notice(Deadline deadline, Notice.Kind kind, String nth, Instant at) {
        return new Notice(
                Notice.key(before.id(), policy.id(), kind, deadline.id(), 1) + nth,
                kind,
                before.id(),
                policy.id(),
                deadline.id(),
                List.of(assignee(before.duties().get(0).role(), at)),
                deadline.rule().clause(),
                at,
                deadline.limit().at());
    }

    private static Finding finding(Deadline deadline, String code, Instant at) {
        DeadlineRule rule = deadline.rule();
        return new Finding(deadline.pack(), code, rule.id(), "", rule.clause(), rule.basis(), at);
    }

    private Escalation escalation(Deadline deadline, EscalationRule row) {
        Instant at = deadline.lateFrom();
        return new Escalation(
                Notice.key(before.id(), policy.id(), Notice.Kind.ESCALATION, row.id(), 1),
                policy.id(),
                row.id(),
                deadline.id(),
                row.clause(),
                row.basis(),
                row.from(),
                row.to(),
                row.to().stream().map(role -> assignee(role, at)).toList(),
                1,
                at,
                dating.within(row.within(), at).orElse(null));
    }

    private Assignee assignee(String role, Instant at) {
        return assignee(organisation, policy, role, ReportKey.of(before).institution(), at);
    }

    /** The person in a role; where nobody holds it, the one in the role that the policy lets act instead. */
    private static Assignee assignee(Organisation organisation, Policy policy, String role, String unit, Instant at) {
        return Stream.of(role, policy.fallbackRoles().getOrDefault(role, role))
                .map(each -> Assignee.find(
                        organisation, each, unit, "", at.atZone(policy.zone()).toLocalDate()))
                .filter(Assignee::known)
                .findFirst()
                .orElseGet(() -> new Assignee(role, "", ""));
    }

    private static Duty discharged(Duty duty, @Nullable Instant at) {
        return new Duty(
                duty.key(),
                duty.pack(),
                duty.code(),
                duty.rule(),
                duty.clause(),
                duty.basis(),
                duty.role(),
                duty.assignee(),
                duty.round(),
                duty.arisenAt(),
                at,
                duty.also());
    }

    private static Case with(
            Case entry,
            Map<String, String> calendars,
            Deadline deadline,
            Duty duty,
            List<Finding> findings,
            List<Escalation> escalations,
            List<Notice> notices,
            List<CaseEvent> filings,
            Set<String> withoutEffect,
            Instant until) {
        return new Case(
                entry.complaint(),
                entry.packs(),
                entry.parameters(),
                entry.engine(),
                calendars,
                entry.round(),
                entry.state(),
                entry.outcome(),
                entry.complainantCount(),
                entry.assignee(),
                entry.register(),
                entry.decisions(),
                List.of(deadline),
                List.of(),
                List.of(duty),
                List.of(),
                findings,
                escalations,
                notices,
                List.of(),
                filings,
                withoutEffect,
                entry.reasons(),
                entry.retentions(),
                entry.confidences(),
                entry.progress(),
                until);
    }
}
