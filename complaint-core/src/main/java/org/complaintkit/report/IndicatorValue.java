package org.complaintkit.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.complaintkit.policy.IndicatorRule;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator says for a period.
 *
 * @param rule the row of the policy's table
 * @param total over all cases that the row looks at
 * @param previous the same for the period just before
 * @param groups one for each value of the row's grouping, by code, the parts of a period in their order; where the row
 *     shows the largest only, those, the largest first; empty where it groups by nothing
 */
public record IndicatorValue(IndicatorRule rule, Measured total, Measured previous, List<Group> groups) {
    public IndicatorValue {
        groups = List.copyOf(groups);
    }

    /**
     * The cases with one value. A case with several, such as two causes, is in a group for each.
     *
     * @param code the value; empty for the cases that have none
     * @param cases how many there are
     * @param share their share of the cases that the row looks at
     * @param measured the figure over them
     * @param previous the figure over those of the period before; for a part of a period, over the part before
     */
    public record Group(String code, long cases, @Nullable BigDecimal share, Measured measured, Measured previous) {}

    /** Whether the target is reached; empty where there is none, or nothing was measured. */
    public Optional<Boolean> onTarget() {
        return rule.target()
                .flatMap(target -> Optional.ofNullable(total.value()).map(target::reachedBy));
    }
}
