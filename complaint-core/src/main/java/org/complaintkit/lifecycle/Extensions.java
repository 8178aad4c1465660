package org.complaintkit.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.calendar.Pause;
import org.complaintkit.deadline.Dating;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.decision.Reason;
import org.complaintkit.duty.Finding;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.ExtensionRule;
import org.complaintkit.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Extends limits. An extension counts from the moment at which both the decision and the notice to the customer are
 * there, if that is no later than the running limit and the decision keeps ground, cap and authority; otherwise the limit
 * stands and the finding says why. All of it follows from the history, so that it is worked out afresh each time.
 */
final class Extensions {
    private static final String LATE = "EXT_LATE";
    private static final String NO_GROUND = "EXT_NO_GROUND";
    private static final String TOO_LONG = "EXT_TOO_LONG";
    private static final String NOT_LATER = "EXT_NOT_LATER";
    private static final String NOT_APPROVED = "EXT_NOT_APPROVED";
    private static final String NO_NOTICE = "EXT_NO_NOTICE";
    private static final String NOT_IN_WRITING = "EXT_NOTICE_NOT_IN_WRITING";

    private final Policy policy;
    private final Dating dating;

    Extensions(Policy policy, Dating dating) {
        this.policy = policy;
        this.dating = dating;
    }

    /** Lets the extensions that count take effect. */
    void apply(Draft draft) {
        for (ExtensionRule rule : policy.extensions()) {
            chain(draft, rule).ifPresent(chain -> chain.store(draft));
        }
    }

    /** The deadline that runs in place of one that was extended. */
    Optional<Deadline> extended(Draft draft, String ruleId) {
        return policy.extensions().stream()
                .filter(rule -> rule.extended().equals(ruleId))
                .flatMap(rule -> Stream.ofNullable(draft.deadlines.get(place(rule.into()))))
                .findFirst();
    }

    /** Whether an extension of this deadline has taken effect, so that it does not run again by being asked for. */
    boolean inForce(Draft draft, String ruleId) {
        return extended(draft, ruleId).isPresent();
    }

    /** Why extensions that were granted do not count, or count with a fault. */
    List<Finding> findings(Draft draft) {
        List<Finding> findings = new ArrayList<>();
        for (ExtensionRule rule : policy.extensions()) {
            chain(draft, rule).ifPresent(chain -> findings.addAll(chain.findings));
        }
        return findings;
    }

    /** What would be wrong with a decision if it were taken; whether the notice follows cannot be known. */
    List<Reason> against(Draft draft, CaseEvent grant) {
        List<Reason> reasons = new ArrayList<>();
        for (ExtensionRule rule : policy.extensions()) {
            if (rule.grantedBy().matches(grant) && Addressee.about(grant, rule.extended(), rule.into())) {
                chain(draft, rule)
                        .ifPresent(chain -> chain.problems(grant)
                                .forEach(code -> reasons.add(new Reason(
                                        "extension",
                                        code,
                                        rule.extended(),
                                        rule.clause(),
                                        rule.basis(),
                                        policy.pack().label()))));
            }
        }
        return reasons;
    }

    private Optional<Chain> chain(Draft draft, ExtensionRule rule) {
        return Optional.ofNullable(draft.deadlines.get(place(rule.extended())))
                .map(base -> new Chain(rule, base, draft));
    }

    private String place(String ruleId) {
        return Deadline.place(policy.id(), ruleId);
    }

    /** One deadline and what its extensions make of it. */
    private final class Chain {
        private final ExtensionRule rule;
        private final Deadline base;
        private final DueMoment cap;
        private final List<Deadline> links = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private final Draft draft;
        private final History history;
        private Instant effective = Instant.MIN;
        private Instant grantedAt = Instant.MIN;
        private String named = "";
        private int workingDays;
        private Deadline running;

        Chain(ExtensionRule rule, Deadline extended, Draft draft) {
            this.rule = rule;
            this.draft = draft;
            this.history = draft.history(policy);
            this.cap = cap(extended, Instant.MAX);
            boolean mine = draft.deadlines.containsKey(place(rule.into()));
            this.base = (mine ? extended.running() : extended).upTo(cap);
            this.running = base;
            if (base.supersededAt() == null) {
                follow();
            }
        }

        private Said known(Instant upTo) {
            return new Said(draft, history, policy, Extensions.this, upTo);
        }

        /** How far the limit may be extended, as known at a moment: what stops the extended clock moves it too. */
        private DueMoment cap(Deadline extended, Instant asOf) {
            return dating.utmost(rule.cap(), extended.startedAt(), known(asOf).pauses(extended.rule()));
        }

        /**
         * The limit of a deadline as it was known at a moment. While its clock stands still it has no end, and a decision
         * on an extension is held against the day up to which it would run if the clock ran on at once.
         */
        private DueMoment limit(Deadline deadline, Instant asOf) {
            if (known(Instant.MAX).pauses(deadline.rule()).isEmpty()) {
                return deadline.limit();
            }
            Optional<Deadline> then = deadline.rule().id().equals(rule.into())
                    ? granted(asOf)
                    : dating.date(
                                    deadline.rule(),
                                    deadline.round(),
                                    deadline.startedAt(),
                                    deadline.rule().notBefore().time(history).orElse(null),
                                    known(asOf))
                            .map(each -> dating.moved(each, deadline.movedBy()));
            return then.map(Deadline::limit).orElse(deadline.limit());
        }

        /** Up to the date that was granted last, later by what stopped the clock after that, as known at a moment. */
        private Optional<Deadline> granted(Instant asOf) {
            DeadlineRule into = policy.deadlines().get(rule.into());
            List<Pause> pauses = Standstill.of(draft, history, policy, into)
                    .flatMap(each -> each.since(grantedAt, policy.zone()).stream())
                    .flatMap(each ->
                            (asOf.equals(Instant.MAX) ? Optional.of(each) : each.upTo(asOf, policy.zone())).stream())
                    .map(Standstill::pause)
                    .toList();
            return dating.granted(into, draft.track(policy).round, base.startedAt(), named, pauses);
        }

        private void follow() {
            List<CaseEvent> grants = about(rule.grantedBy());
            for (int i = 0; i < grants.size(); i++) {
                CaseEvent grant = grants.get(i);
                if (grant.occurredAt().isBefore(base.startedAt()) || settledBy(grant.occurredAt())) {
                    continue;
                }
                List<String> problems = problems(grant);
                problems.forEach(code -> find(code, grant.occurredAt()));
                @Nullable
                Instant before = i + 1 < grants.size() ? grants.get(i + 1).occurredAt() : null;
                List<CaseEvent> notices = notices(grant, before);
                notices.stream().filter(this::complete).findFirst().ifPresent(this::inWriting);
                if (problems.isEmpty()) {
                    extend(grant, notices);
                }
            }
        }

        /** Decisions and notices on this limit: one that names another is none of them. */
        private List<CaseEvent> about(EventPattern told) {
            return history.all(told).stream()
                    .filter(event -> Addressee.about(event, rule.extended(), rule.into()))
                    .toList();
        }

        private boolean settledBy(Instant at) {
            return Stream.of(Optional.ofNullable(running.endedAt()), Optional.ofNullable(running.cancelledAt()))
                    .flatMap(Optional::stream)
                    .anyMatch(end -> end.isBefore(at));
        }

        /** What is wrong with a decision, whatever becomes of the notice. */
        List<String> problems(CaseEvent grant) {
            List<String> problems = new ArrayList<>();
            Instant at = grant.occurredAt();
            DueMoment until = limit(running, at);
            if (until.passedBy(at)) {
                problems.add(LATE);
            }
            if (!rule.grounds().isEmpty() && !rule.grounds().contains(grant.value("ground"))) {
                problems.add(NO_GROUND);
            }
            Optional<DueMoment> limit = dating.moment(grant.value(ExtensionRule.NEW_LIMIT));
            if (limit.isEmpty() || limit.get().compareTo(until) <= 0) {
                problems.add(NOT_LATER);
            } else if (limit.get().compareTo(cap(base, at)) > 0) {
                problems.add(TOO_LONG);
            }
            if (!rule.approvedBy().isEmpty()
                    && !rule.approvedBy().contains(grant.by())
                    && grant.values("approvedBy").stream().noneMatch(rule.approvedBy()::contains)) {
                problems.add(NOT_APPROVED);
            }
            return problems;
        }

        /** The notices that can be meant for a decision: those after it, up to the next one. */
        private List<CaseEvent> notices(CaseEvent grant, @Nullable Instant before) {
            return about(rule.notice()).stream()
                    .filter(each -> !each.occurredAt().isBefore(grant.occurredAt()))
                    .filter(each -> before == null || each.occurredAt().isBefore(before))
                    .toList();
        }

        private void extend(CaseEvent grant, List<CaseEvent> notices) {
            Optional<CaseEvent> told = notices.stream().filter(this::complete).findFirst();
            boolean inTime =
                    told.isPresent() && !running.limit().passedBy(told.get().occurredAt());
            if (inTime) {
                link(grant, told.get().occurredAt());
            } else if (running.late(draft.now)) {
                find(NO_NOTICE, running.lateFrom());
            }
        }

        private boolean complete(CaseEvent notice) {
            List<String> said = notice.values("contents");
            return said.isEmpty() || rule.complete(said);
        }

        private void inWriting(CaseEvent notice) {
            if (!rule.inWriting().isEmpty()
                    && !notice.value("via").isEmpty()
                    && notice.values("via").stream().noneMatch(rule.inWriting()::contains)) {
                find(NOT_IN_WRITING, notice.occurredAt());
            }
        }

        private void link(CaseEvent grant, Instant at) {
            DeadlineRule into = policy.deadlines().get(rule.into());
            grantedAt = grant.occurredAt();
            named = grant.value(ExtensionRule.NEW_LIMIT);
            Optional<Deadline> dated = granted(Instant.MAX);
            if (dated.isEmpty()) {
                return;
            }
            links.add(running.superseded(at));
            effective = at;
            workingDays = dating.workingDays(
                    limit(base, grantedAt),
                    granted(grantedAt).map(Deadline::limit).orElse(base.limit()));
            running = dated.get()
                    .occurring(links.size())
                    .upTo(cap)
                    .judged(
                            into.end().time(history.of(base.startedAt())).orElse(null),
                            into.cancelledBy()
                                    .time(history.of(base.startedAt()))
                                    .orElse(null));
        }

        private void find(String code, Instant at) {
            findings.add(new Finding(policy.id(), code, rule.extended(), "", rule.clause(), rule.basis(), at));
        }

        /** Puts base, links and the running deadline where the draft keeps them, and moves what moves along. */
        void store(Draft draft) {
            if (links.isEmpty()) {
                draft.deadlines.put(place(rule.extended()), base);
                return;
            }
            draft.deadlines.put(place(rule.extended()), links.get(0));
            links.stream().skip(1).forEach(link -> draft.deadlines.put(link.earlierPlace(), link));
            draft.deadlines.put(place(rule.into()), running);
            rule.moves().stream().sorted().forEach(id -> {
                Deadline along = draft.deadlines.get(place(id));
                if (along != null && moves(along)) {
                    draft.deadlines.put(place(id), dating.moved(along, workingDays));
                }
            });
        }

        /** What was over when the extension took effect stays as it was. */
        private boolean moves(Deadline along) {
            return along.supersededAt() == null
                    && along.cancelledAt() == null
                    && (along.movedBy() > 0 || along.state(effective) == DeadlineState.OPEN);
        }
    }
}
