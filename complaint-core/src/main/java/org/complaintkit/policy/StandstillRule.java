package org.complaintkit.policy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.complaintkit.calendar.Pause;

/**
 * A row of {@code pauses.csv}: a time that the policy itself leaves out for the complaints of a period, whoever handles
 * them and whatever happens to the case ("time is treated as not running from ... to ..."). Days are bounds as in a row of
 * reports: a date, or a parameter of kind DATE in braces.
 *
 * @param id such as {@code DISP-P01}
 * @param stops ids of the deadlines and of the rows of {@code retention.csv} that stand still; all others run on
 * @param from the first day that is left out
 * @param to the last day that is left out
 * @param receivedFrom the first day of receipt of the complaints that it is about; empty where there is no bound
 * @param receivedTo the last day of receipt, likewise
 * @param when a label or category that the complaint must have; empty where it is about any
 * @param clause the clause that leaves the time out
 * @param basis where the days come from
 */
public record StandstillRule(
        String id,
        Set<String> stops,
        String from,
        String to,
        String receivedFrom,
        String receivedTo,
        String when,
        String clause,
        Basis basis) {

    public StandstillRule {
        stops = Set.copyOf(stops);
    }

    /** Whether a deadline, in whatever variant, or a row of retention stands still by it. */
    public boolean stops(String ruleId) {
        return stops.contains(ruleId) || stops.contains(DeadlineRule.code(ruleId));
    }

    /**
     * The time that is left out.
     *
     * @param zone in which days are days
     * @throws org.complaintkit.calendar.InvalidInputException if a bound is no day, or the last day comes before the first
     */
    public Pause time(Parameters parameters, ZoneId zone) {
        return Pause.ofDays(
                day(from, parameters).orElse(LocalDate.MIN), day(to, parameters).orElse(LocalDate.MIN), zone);
    }

    /** Whether it is about a complaint that was received on a day and has these labels and categories. */
    public boolean about(LocalDate received, Collection<String> codes, Parameters parameters) {
        return (when.isEmpty() || codes.contains(when))
                && day(receivedFrom, parameters).filter(received::isBefore).isEmpty()
                && day(receivedTo, parameters).filter(received::isAfter).isEmpty();
    }

    private Optional<LocalDate> day(String cell, Parameters parameters) {
        return ReportRule.day(cell, parameters, "pause " + id);
    }
}
