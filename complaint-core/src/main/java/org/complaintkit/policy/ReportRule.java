package org.complaintkit.policy;

import java.util.List;

/**
 * A row of {@code reports.csv}: a report that the institution owes for each period.
 *
 * @param id deadline id, such as {@code RCC-D13}
 * @param clause the clause that demands it
 * @param basis where the date comes from
 * @param period length of the period reported on
 * @param limit term counted from the last day of the period, such as {@code by the 10th of next month}
 * @param warnings as in {@link DeadlineRule}
 * @param onBreach findings that follow when it is late
 */
public record ReportRule(
        String id,
        String clause,
        Basis basis,
        Period period,
        String limit,
        List<String> warnings,
        List<String> onBreach) {

    public ReportRule {
        warnings = List.copyOf(warnings);
        onBreach = List.copyOf(onBreach);
    }

    /** Lengths of reporting periods, each with the form of its name: 2026-09-18, 2026-W38, 2026-09, 2026-Q3, 2026-H2, 2026. */
    public enum Period {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        HALF_YEAR,
        YEAR
    }
}
