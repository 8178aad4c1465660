package org.complaintkit.report;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.policy.IndicatorRule;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.ReportRule;

/**
 * What a policy's reports on a period hold: the figures of its table of indicators. A pure function of the cases; their
 * order does not matter, and nothing in it identifies a person. Each case is taken as it stands at the moment up to which
 * its time was let pass. Cases of the period before are needed too, for comparison. Left out are cases that the policy
 * does not govern, those settled without a complaint case, and, except where it is asked how cases count, those that do
 * not count.
 *
 * @param pack the policy
 * @param period the span reported on
 * @param indicators in the order of the table
 */
public record ReportContent(PackVersion pack, ReportPeriod period, List<IndicatorValue> indicators) {
    private static final String NOT_COUNTED = "NOT_COUNTED";

    public ReportContent {
        indicators = List.copyOf(indicators);
    }

    /** The indicators of the reports that the policy demands for a period of this length, and those of no report. */
    public static ReportContent of(Policy policy, ReportPeriod period, Stream<Case> cases) {
        Set<String> owed = policy.reports().stream()
                .filter(report -> report.period() == period.kind())
                .map(ReportRule::id)
                .collect(Collectors.toSet());
        return of(policy, period, cases, rule -> rule.report().isEmpty() || owed.contains(rule.report()));
    }

    /** All indicators of the policy, for a special report on any period (INS-6.1b). */
    public static ReportContent special(Policy policy, ReportPeriod period, Stream<Case> cases) {
        return of(policy, period, cases, rule -> true);
    }

    private static ReportContent of(
            Policy policy, ReportPeriod period, Stream<Case> cases, Predicate<IndicatorRule> wanted) {
        List<ReportedCase> reported = cases.filter(each -> each.decisions().containsKey(policy.id()))
                .map(each -> new ReportedCase(policy, each))
                .filter(ReportedCase::isCase)
                .toList();
        List<ReportedCase> counted = reported.stream()
                .filter(each -> !each.countStatus().equals(NOT_COUNTED))
                .toList();
        return new ReportContent(
                policy.pack(),
                period,
                policy.accounts().indicators().stream()
                        .filter(wanted)
                        .map(rule -> new Reckoning(policy, rule)
                                .value(period, Reckoning.asksHowCasesCount(rule) ? reported : counted))
                        .toList());
    }
}
