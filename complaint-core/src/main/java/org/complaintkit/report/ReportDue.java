package org.complaintkit.report;

import java.util.List;
import java.util.stream.Stream;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.Conventions;
import org.complaintkit.calendar.Due;
import org.complaintkit.calendar.DueDates;
import org.complaintkit.calendar.DueQuestion;
import org.complaintkit.calendar.Term;
import org.complaintkit.policy.LimitRule;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.ReportRule;

/**
 * A report that is owed for a period.
 *
 * @param rule the row of the policy's table
 * @param period the span reported on
 * @param due target and limit with their proof
 */
public record ReportDue(ReportRule rule, ReportPeriod period, Due due) {

    /**
     * All reports that a policy demands for a period, in the order of its table.
     *
     * @throws org.complaintkit.calendar.InvalidInputException if the policy's calendar is unknown
     */
    public static List<ReportDue> of(Policy policy, ReportPeriod period, CalendarRegistry calendars) {
        Stream<ReportRule> rules = policy.reports().stream().filter(rule -> rule.period() == period.kind());
        return rules.map(rule -> new ReportDue(rule, period, due(policy, rule, period, calendars)))
                .toList();
    }

    /** When a report on a period is due. */
    static Due due(Policy policy, ReportRule rule, ReportPeriod period, CalendarRegistry calendars) {
        Term term = Term.parse(LimitRule.parse(rule.limit()).term(policy.parameters()));
        return DueDates.answer(DueQuestion.of(calendars.get(policy.calendar()), policy.zone(), period.lastDay(), term)
                .conventions(Conventions.named(policy.conventions()))
                .build());
    }
}
