package org.complaintkit.lifecycle;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.complaintkit.decision.Reason;
import org.complaintkit.decision.Situation;
import org.complaintkit.duty.Finding;
import org.complaintkit.policy.AuthorityRule;
import org.complaintkit.policy.Policy;

/** Holds what somebody does against the limit of that role's authority, by the ladders of one policy. */
final class Authority {
    private static final String OF = "authority of ";

    private final Policy policy;

    Authority(Policy policy) {
        this.policy = policy;
    }

    /**
     * The rung at which an act went beyond; empty where it stayed within, where no ladder is about it, or where it names no
     * role and none is about everybody.
     */
    Optional<AuthorityRule> exceeded(Situation situation, CaseEvent act) {
        List<AuthorityRule> ladder = policy.safeguards().authorities().stream()
                .filter(rung -> rung.act().matches(act))
                .toList();
        Set<String> labels = situation.answers().labels();
        List<AuthorityRule> own =
                ladder.stream().filter(rung -> rung.covers(act.by(), labels)).toList();
        if (ladder.isEmpty() || (own.isEmpty() && act.by().isEmpty())) {
            return Optional.empty();
        }
        if (own.isEmpty()) {
            return Optional.of(ladder.get(0));
        }
        boolean within = own.stream()
                .anyMatch(rung -> rung.most(policy.parameters())
                        .map(most -> amount(situation, act, rung).compareTo(most) <= 0)
                        .orElse(true));
        return within ? Optional.empty() : own.stream().max(Comparator.comparing(this::most));
    }

    private BigDecimal most(AuthorityRule rung) {
        return rung.most(policy.parameters()).orElseThrow();
    }

    private static BigDecimal amount(Situation situation, CaseEvent act, AuthorityRule rung) {
        if (rung.sum() == AuthorityRule.Sum.TOTAL) {
            return situation.happening().total();
        }
        return act.data().containsKey("amount")
                ? situation.happening().amount()
                : situation.standing().settledAmount();
    }

    Finding finding(AuthorityRule rung, CaseEvent act) {
        return new Finding(
                policy.id(),
                rung.finding(),
                act.type(),
                OF + rung.role(),
                rung.clause(),
                rung.basis(),
                act.occurredAt());
    }

    Reason reason(AuthorityRule rung) {
        String limit = rung.most(policy.parameters())
                .map(most -> " up to " + most.toPlainString())
                .orElse("");
        return new Reason(
                "authority",
                rung.finding(),
                OF + rung.role() + limit,
                rung.clause(),
                rung.basis(),
                policy.pack().label());
    }
}
