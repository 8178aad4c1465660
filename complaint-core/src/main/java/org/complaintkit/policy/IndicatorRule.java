package org.complaintkit.policy;

import java.util.List;
import java.util.Optional;

/**
 * A row of {@code indicators.csv}: a figure that a report holds.
 *
 * @param indicator code of kind INDICATOR
 * @param clause the clause that demands it
 * @param basis where it comes from
 * @param report id of the report that holds it; empty where every report does
 * @param figure how it is reckoned
 * @param selected the cases it looks at must fulfil all of these; empty for all cases
 * @param by what it is broken down by; empty where it is not
 * @param cases which cases belong to a period
 * @param event narrows the figure: answers given by this event, clocks ended by it; empty for what is usual
 * @param of what is reckoned from: the parameter of a rate per million, the amount or the {@code given.NAME} of a sum
 * @param top how many of the largest groups are shown; 0 for all
 * @param target what it should be; empty where the policy does not say
 */
public record IndicatorRule(
        String indicator,
        String clause,
        Basis basis,
        String report,
        Figure figure,
        List<Selection> selected,
        Optional<Grouping> by,
        Cases cases,
        Optional<EventPattern> event,
        String of,
        int top,
        Optional<IndicatorTarget> target) {

    /** Which cases belong to a period. */
    public enum Cases {
        /** Those first received in it. */
        RECEIVED,
        /** Those whose handling came to its end in it, by closing, withdrawal or refusal. */
        CLOSED
    }

    public IndicatorRule {
        selected = List.copyOf(selected);
    }
}
