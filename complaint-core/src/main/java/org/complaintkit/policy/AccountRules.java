package org.complaintkit.policy;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a policy says about the books: amounts, numbers, measures and indicators. Immutable and thread-safe.
 *
 * @param amounts rows of {@code amounts.csv} by id, in the order of the table
 * @param numbers rows of {@code numbers.csv}; the first that can be made numbers the case
 * @param measures rows of {@code measures.csv}
 * @param indicators rows of {@code indicators.csv}
 */
public record AccountRules(
        Map<String, AmountRule> amounts,
        List<NumberRule> numbers,
        List<MeasureRule> measures,
        List<IndicatorRule> indicators) {
    /** A policy without such tables. */
    public static final AccountRules NONE = new AccountRules(Map.of(), List.of(), List.of());

    public AccountRules {
        numbers = List.copyOf(numbers);
        measures = List.copyOf(measures);
        indicators = List.copyOf(indicators);
    }

    /** Books of which no report speaks. */
    public AccountRules(Map<String, AmountRule> amounts, List<NumberRule> numbers, List<MeasureRule> measures) {
        this(amounts, numbers, measures, List.of());
    }

    /** The measures against these causes, in the order of the table. */
    public List<MeasureRule> measures(Collection<String> causes) {
        return measures.stream().filter(row -> causes.contains(row.cause())).toList();
    }
}
