package org.complaintkit.packs;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.complaintkit.policy.ReportRule;
import org.complaintkit.report.ReportDuty;
import org.complaintkit.report.ReportDuty.Status;
import org.complaintkit.rules.drools.DroolsRuleBook;

/**
 * Each row of a table of reports, as a duty of the institution, in each of the ways in which it can end.
 *
 * @param statuses the statuses that count
 */
record ReportCoverage(String title, Set<Status> statuses) implements Coverage {

    static List<Coverage> all() {
        return List.of(
                new ReportCoverage("reports filed in time", Set.of(Status.FILED)),
                new ReportCoverage("reports filed late", Set.of(Status.FILED_LATE)),
                new ReportCoverage("reports overdue", Set.of(Status.OVERDUE)));
    }

    @Override
    public Stream<String> declared(DroolsRuleBook pack) {
        return pack.policy().reports().stream().map(ReportCoverage::name);
    }

    @Override
    public void reported(ReportDuty duty, Consumer<String> touched) {
        if (statuses.contains(duty.status())) {
            touched.accept(duty.deadline().id() + " " + duty.period().kind() + " "
                    + duty.key().receiver());
        }
    }

    private static String name(ReportRule rule) {
        return rule.id() + " " + rule.period() + " " + rule.receiver();
    }
}
