package org.complaintkit.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.complaintkit.policy.Dimension;
import org.complaintkit.policy.Grouping;
import org.complaintkit.policy.IndicatorRule;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Selection;
import org.complaintkit.report.IndicatorValue.Group;

/** Reckons one row of the table of indicators. */
final class Reckoning {
    private final Policy policy;
    private final IndicatorRule rule;

    Reckoning(Policy policy, IndicatorRule rule) {
        this.policy = policy;
        this.rule = rule;
    }

    /** Whether cases that do not count matter to the row. */
    static boolean asksHowCasesCount(IndicatorRule rule) {
        return Stream.concat(rule.by().stream(), rule.selected().stream().map(Selection::by))
                .anyMatch(by -> by.dimension().equals(Optional.of(Dimension.COUNT_STATUS)));
    }

    IndicatorValue value(ReportPeriod period, List<ReportedCase> cases) {
        List<Dated> all = new ArrayList<>();
        List<Dated> earlier = new ArrayList<>();
        ReportPeriod before = period.before();
        for (ReportedCase each : cases) {
            day(each, period).ifPresent(day -> all.add(new Dated(day, each)));
            day(each, before).ifPresent(day -> earlier.add(new Dated(day, each)));
        }
        List<Dated> now = all.stream().filter(this::selected).toList();
        List<Dated> then = earlier.stream().filter(this::selected).toList();
        return new IndicatorValue(
                rule,
                measure(now, all.size()),
                measure(then, earlier.size()),
                rule.by().map(by -> groups(by, period, now, then)).orElse(List.of()));
    }

    /** A case and the day that places it in the period. */
    private record Dated(LocalDate day, ReportedCase value) {}

    private Optional<LocalDate> day(ReportedCase value, ReportPeriod period) {
        return switch (rule.cases()) {
            case RECEIVED -> Optional.of(value.received()).filter(period::contains);
            case CLOSED -> value.ends().filter(period::contains).max(Comparator.naturalOrder());
        };
    }

    private boolean selected(Dated each) {
        return rule.selected().stream()
                .allMatch(selection ->
                        each.value().values(selection.by()).stream().anyMatch(selection.values()::contains));
    }

    private List<Group> groups(Grouping by, ReportPeriod period, List<Dated> now, List<Dated> then) {
        if (by.dimension().equals(Optional.of(Dimension.BY_PERIOD))) {
            List<Dated> both = Stream.concat(then.stream(), now.stream()).toList();
            return shown(period.parts().stream()
                    .map(part -> group(part.name(), in(part, now), in(part.before(), both), now.size(), then.size()))
                    .toList());
        }
        Map<String, List<Dated>> byCode = byCode(by, now);
        Map<String, List<Dated>> before = byCode(by, then);
        List<Group> groups = new ArrayList<>();
        byCode.forEach((code, cases) ->
                groups.add(group(code, cases, before.getOrDefault(code, List.of()), now.size(), then.size())));
        return shown(groups);
    }

    private static List<Dated> in(ReportPeriod part, List<Dated> cases) {
        return cases.stream().filter(each -> part.contains(each.day())).toList();
    }

    private static Map<String, List<Dated>> byCode(Grouping by, List<Dated> cases) {
        Map<String, List<Dated>> byCode = new TreeMap<>();
        cases.forEach(each -> each.value()
                .values(by)
                .forEach(code ->
                        byCode.computeIfAbsent(code, c -> new ArrayList<>()).add(each)));
        return byCode;
    }

    private Group group(String code, List<Dated> now, List<Dated> then, long all, long allThen) {
        return new Group(
                code,
                now.size(),
                Measured.over(BigDecimal.valueOf(now.size()), all),
                measure(now, all),
                measure(then, allThen));
    }

    private List<Group> shown(List<Group> groups) {
        return rule.top() == 0
                ? groups
                : groups.stream()
                        .sorted(Comparator.comparingLong(Group::cases)
                                .reversed()
                                .thenComparing(Group::code))
                        .limit(rule.top())
                        .toList();
    }

    private Measured measure(List<Dated> dated, long among) {
        List<ReportedCase> cases = dated.stream().map(Dated::value).toList();
        return switch (rule.figure()) {
            case COUNT -> Measured.count(cases.size(), among);
            case ON_TIME_RATE -> onTime(cases);
            case OVERDUE_RATE -> share(cases, ReportedCase::hasLimit, ReportedCase::late);
            case IMPROPER_HANDLING_RATE -> share(cases, each -> true, ReportedCase::improper);
            case SATISFACTION_RATE ->
                share(cases, each -> each.answered(rule.event()), each -> each.satisfied(rule.event()));
            case SECOND_SATISFACTION_RATE -> share(cases, ReportedCase::handled, each -> each.satisfied(rule.event()));
            case RATE_PER_MILLION ->
                Measured.perMillion(
                        cases.size(), policy.parameters().number(rule.of()).longValue());
            case LOSS_AMOUNT -> sum(cases);
        };
    }

    private Measured onTime(List<ReportedCase> cases) {
        if (rule.event().isEmpty()) {
            return share(cases, ReportedCase::judged, each -> !each.late());
        }
        long met = 0;
        long all = 0;
        for (ReportedCase each : cases) {
            List<Boolean> clocks = each.clocks(rule.event().get());
            met += clocks.stream().filter(Boolean::booleanValue).count();
            all += clocks.size();
        }
        return Measured.rate(met, all);
    }

    private static Measured share(
            List<ReportedCase> cases, Predicate<ReportedCase> among, Predicate<ReportedCase> part) {
        List<ReportedCase> whole = cases.stream().filter(among).toList();
        return Measured.rate(whole.stream().filter(part).count(), whole.size());
    }

    private Measured sum(List<ReportedCase> cases) {
        List<BigDecimal> amounts =
                cases.stream().map(each -> each.amount(rule.of())).toList();
        return Measured.sum(
                amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                amounts.stream().filter(amount -> amount.signum() != 0).count(),
                cases.size());
    }
}
