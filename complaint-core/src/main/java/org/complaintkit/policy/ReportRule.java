package org.complaintkit.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.complaintkit.calendar.InvalidInputException;

/**
 * A row of {@code reports.csv}: a report that the institution owes for each period.
 *
 * @param id deadline id, such as {@code RCC-D13}
 * @param clause the clause that demands it
 * @param basis where the date comes from
 * @param period length of the period reported on
 * @param limit term counted from the last day of the period, such as {@code by the 10th of next month}
 * @param warnings as in {@link DeadlineRule}
 * @param onBreach escalations and findings that follow when it is late
 * @param owner role that owes it; empty where the policy leaves that to the institution
 * @param receiver role that it goes to; empty where the policy names none
 * @param from first day on which a period may end, a date or a parameter of kind DATE; empty or {@code none}: no bound
 * @param to last day on which a period may begin, likewise
 */
public record ReportRule(
        String id,
        String clause,
        Basis basis,
        Period period,
        String limit,
        List<String> warnings,
        List<String> onBreach,
        String owner,
        String receiver,
        String from,
        String to) {
    private static final String NONE = "none";

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

    /** A report that is owed for every period, by nobody and to nobody in particular. */
    public static ReportRule of(
            String id, String clause, Basis basis, Period period, String limit, List<String> warnings) {
        return new ReportRule(id, clause, basis, period, limit, warnings, List.of(), "", "", "", "");
    }

    /** The first day on which a period may end; empty where there is no bound. */
    public Optional<LocalDate> firstDay(Parameters parameters) {
        return day(from, parameters, "report " + id);
    }

    /** The last day on which a period may begin; empty where there is no bound. */
    public Optional<LocalDate> lastDay(Parameters parameters) {
        return day(to, parameters, "report " + id);
    }

    /**
     * The day that a bound names.
     *
     * @param subject where the bound stands, for the error
     * @return empty where there is no bound
     * @throws InvalidInputException if it is no day, or the parameter that it names is not declared
     */
    public static Optional<LocalDate> day(String cell, Parameters parameters, String subject) {
        String text = LimitRule.parse(cell).term(parameters);
        try {
            return text.isEmpty() || text.equals(NONE) ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw InvalidInputException.of("REPORT_BOUND", subject)
                    .value(text)
                    .rule("a date such as 2025-11-14, or none")
                    .wayOut("write such a date, or name a parameter of kind DATE")
                    .build();
        }
    }
}
