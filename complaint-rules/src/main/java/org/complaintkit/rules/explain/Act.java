package org.complaintkit.rules.explain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.complaintkit.decision.Situation;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.policy.AuthorityRule;
import org.complaintkit.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * An act for which a pack has a ladder of authority: how far it went, how far whoever acted may go, and who may go as far.
 *
 * @param event type of the act
 * @param by role that acted
 * @param at when
 * @param rung the row that it is held against, the farthest of those about whoever acted; where none is, the first of the
 *     ladder
 * @param amount what is held against it
 * @param own whether a row is about whoever acted
 * @param beyond whether the act went farther
 * @param able rows of the ladder under which it would have been within, were another role acting or another label known
 */
record Act(
        Policy policy,
        String event,
        String by,
        Instant at,
        AuthorityRule rung,
        BigDecimal amount,
        boolean own,
        boolean beyond,
        List<AuthorityRule> able) {
    private static final String OF = "authority of ";

    Act {
        able = List.copyOf(able);
    }

    /** The greatest amount within; empty where there is no limit. */
    Optional<BigDecimal> most() {
        return rung.most(policy.parameters());
    }

    /** The acts of a case for which a pack has a ladder. */
    static List<Act> of(Transcript transcript, Case value) {
        List<Act> acts = new ArrayList<>();
        for (int i = 0; i < value.events().size(); i++) {
            CaseEvent event = value.events().get(i);
            Transcript.Asked asked = transcript.checks().get(i);
            Act act = of(asked.policy(), asked.situation(), event);
            // What is addressed to another pack alone this one does not hold against its ladder.
            if (act != null && act.beyond() == found(act, value)) {
                acts.add(act);
            }
        }
        return acts;
    }

    private static boolean found(Act act, Case value) {
        return value.findings().stream()
                .anyMatch(each -> each.pack().equals(act.policy().id())
                        && each.rule().equals(OF + act.rung().role())
                        && each.about().equals(act.event())
                        && each.at().equals(act.at()));
    }

    private static @Nullable Act of(Policy policy, Situation situation, CaseEvent event) {
        List<AuthorityRule> ladder = policy.safeguards().authorities().stream()
                .filter(rung -> rung.act().matches(event))
                .toList();
        Set<String> labels = situation.answers().labels();
        List<AuthorityRule> own =
                ladder.stream().filter(rung -> rung.covers(event.by(), labels)).toList();
        if (ladder.isEmpty() || (own.isEmpty() && event.by().isEmpty())) {
            return null;
        }
        AuthorityRule rung = own.stream()
                .max(Comparator.comparing(each -> reach(each, policy)))
                .orElse(ladder.get(0));
        List<AuthorityRule> able = ladder.stream()
                .filter(each -> !own.contains(each) && within(each, situation, event, policy))
                .toList();
        boolean beyond = own.stream().noneMatch(each -> within(each, situation, event, policy));
        BigDecimal amount = amount(situation, event, rung);
        return new Act(
                policy, event.type(), event.by(), event.occurredAt(), rung, amount, !own.isEmpty(), beyond, able);
    }

    private static boolean within(AuthorityRule rung, Situation situation, CaseEvent event, Policy policy) {
        return rung.most(policy.parameters())
                .map(most -> amount(situation, event, rung).compareTo(most) <= 0)
                .orElse(true);
    }

    /** No limit reaches farther than any. */
    private static BigDecimal reach(AuthorityRule rung, Policy policy) {
        return rung.most(policy.parameters()).orElse(BigDecimal.valueOf(Long.MAX_VALUE));
    }

    private static BigDecimal amount(Situation situation, CaseEvent act, AuthorityRule rung) {
        if (rung.sum() == AuthorityRule.Sum.TOTAL) {
            return situation.happening().total();
        }
        return act.data().containsKey("amount")
                ? situation.happening().amount()
                : situation.standing().settledAmount();
    }
}
