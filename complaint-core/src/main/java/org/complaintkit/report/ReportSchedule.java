package org.complaintkit.report;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.ReportRule;
import org.jspecify.annotations.Nullable;

/**
 * For which periods a policy demands a report: those in which the policy is in force, within the bounds of the row. A
 * period in which a later version of its pack comes into force is that version's.
 *
 * @param policy the policy
 * @param rule one of its rows
 * @param until the first day of the next version of its pack; null while there is none
 */
public record ReportSchedule(
        Policy policy, ReportRule rule, @Nullable LocalDate until) {

    /** The schedules of all reports of a policy, in the order of its table. */
    public static List<ReportSchedule> of(Policy policy) {
        return of(List.of(policy));
    }

    /** The schedules of all reports of these policies, of which some may be versions of one pack; in their order. */
    public static List<ReportSchedule> of(List<Policy> policies) {
        return policies.stream()
                .flatMap(policy -> {
                    LocalDate until = policies.stream()
                            .filter(other -> other.id().equals(policy.id()))
                            .flatMap(other -> Stream.ofNullable(other.effectiveFrom()))
                            .filter(from -> policy.effectiveFrom() == null || from.isAfter(policy.effectiveFrom()))
                            .min(Comparator.naturalOrder())
                            .orElse(null);
                    return policy.reports().stream().map(rule -> new ReportSchedule(policy, rule, until));
                })
                .toList();
    }

    /** Whether the report is owed for a period of its length. */
    public boolean owes(ReportPeriod period) {
        LocalDate first = policy.effectiveFrom();
        LocalDate last = policy.effectiveTo();
        return period.kind() == rule.period()
                && (until == null || period.lastDay().isBefore(until))
                && (first == null || !period.lastDay().isBefore(first))
                && (last == null || !period.firstDay().isAfter(last))
                && rule.firstDay(policy.parameters())
                        .map(day -> !period.lastDay().isBefore(day))
                        .orElse(true)
                && rule.lastDay(policy.parameters())
                        .map(day -> !period.firstDay().isAfter(day))
                        .orElse(true);
    }

    /** The periods owed that end in [from, to], in their order. */
    public Stream<ReportPeriod> ending(LocalDate from, LocalDate to) {
        return Stream.iterate(
                        ReportPeriod.of(rule.period(), from),
                        period -> !period.lastDay().isAfter(to),
                        ReportPeriod::after)
                .filter(this::owes);
    }

    /**
     * The periods owed that have begun by a day, from the last one back to the first that a test knows, that one left out,
     * or to the first that ends on or after {@code since}; the earliest comes first.
     */
    public Iterable<ReportPeriod> begun(LocalDate since, LocalDate day, Predicate<ReportPeriod> known) {
        Deque<ReportPeriod> begun = new ArrayDeque<>();
        ReportPeriod period = ReportPeriod.of(rule.period(), day);
        while (!period.lastDay().isBefore(since) && !(owes(period) && known.test(period))) {
            if (owes(period)) {
                begun.addFirst(period);
            }
            period = period.before();
        }
        return begun;
    }
}
