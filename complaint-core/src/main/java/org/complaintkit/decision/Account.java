package org.complaintkit.decision;

import java.util.List;

/**
 * What the stage of accounting answers for one policy. Immutable.
 *
 * @param countStatus how the case counts, a code of kind COUNT_STATUS; empty where the policy does not count
 * @param amounts in the order of the table of amounts; one whose numbers are not all known is absent
 * @param settledOn form on which the matter is settled without a complaint case; empty for a case
 * @param measures codes of what the policy's lists advise against the causes of the case
 * @param conflicts questions that two rules answer differently and no precedence orders
 * @param reasons one for each answer
 */
public record Account(
        String countStatus,
        List<Amount> amounts,
        String settledOn,
        List<String> measures,
        List<Decision.Conflict> conflicts,
        List<Reason> reasons) {
    /** Nothing answered. */
    public static final Account NONE = new Account("", List.of(), "", List.of(), List.of(), List.of());

    public Account {
        amounts = List.copyOf(amounts);
        measures = List.copyOf(measures);
        conflicts = List.copyOf(conflicts);
        reasons = List.copyOf(reasons);
    }
}
