package org.complaintkit.policy;

import java.util.List;

/**
 * A row of {@code deadlines.csv}: a deadline as the policy states it, before it is dated for a case.
 *
 * @param id such as {@code RCC-D01}
 * @param clause the clause that demands it
 * @param basis where the number comes from
 * @param start the event that starts the clock
 * @param end the event that meets it
 * @param target the wanted moment; {@link LimitRule#SAME} where it is the limit, or what the convention makes of it
 * @param limit the last permitted moment
 * @param warnings moments before the limit at which the owner is warned: terms counted back from the limit
 *     ({@code 1 working day}), {@code 75 %} of the span, {@code target}, or {@code as limit} to warn when the
 *     deadline whose limit is taken over does
 * @param onBreach escalations and findings that follow when the limit passes without the end event
 * @param endsHandling whether its limit counts for the effective limit of the case (CONV-15)
 * @param followUp whether its target day is the day on which the follow-up visit is due
 * @param cancelledBy the event that makes it pointless
 */
public record DeadlineRule(
        String id,
        String clause,
        Basis basis,
        EventExpression start,
        EventExpression end,
        LimitRule target,
        LimitRule limit,
        List<String> warnings,
        List<String> onBreach,
        boolean endsHandling,
        boolean followUp,
        EventExpression cancelledBy) {

    public DeadlineRule {
        warnings = List.copyOf(warnings);
        onBreach = List.copyOf(onBreach);
    }

    /** Soft: the text has a word for time but no number (CONV-12). A missed one gives a finding, not an overdue case. */
    public boolean soft() {
        return limit.softWord().isPresent();
    }
}
