package org.complaintkit.rules.pack;

import java.util.Optional;
import java.util.Set;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.policy.AmountRule;
import org.complaintkit.policy.Dimension;
import org.complaintkit.policy.Figure;
import org.complaintkit.policy.Grouping;
import org.complaintkit.policy.IndicatorRule;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.ReportRule;
import org.complaintkit.policy.Selection;

/** Looks up every name in the table of indicators. */
final class IndicatorCheck {
    private final Policy policy;
    private final PolicyNames names;
    private final References references;

    IndicatorCheck(PolicyNames names, References references) {
        this.policy = names.policy();
        this.names = names;
        this.references = references;
    }

    void check(Table table) {
        for (int i = 0; i < table.rows().size(); i++) {
            check(table.rows().get(i), policy.accounts().indicators().get(i));
        }
    }

    private void check(Row row, IndicatorRule rule) {
        references.clauses(row);
        references.label("INDICATOR", row, "indicator");
        if (!rule.report().isEmpty()) {
            Set<String> reports =
                    names.of("reports", () -> policy.reports().stream().map(ReportRule::id));
            references.oneOf(FaultKind.UNKNOWN_REPORT.told(), rule.report(), reports, row.file(), row.at("report"));
        }
        rule.selected().forEach(selection -> values(selection, row));
        rule.event().ifPresent(event -> references.event(event, row.file(), row.at("event")));
        of(row, rule);
    }

    private void values(Selection selection, Row row) {
        Optional<String> kind = selection.by().dimension().map(Dimension::kind).filter(each -> !each.isEmpty());
        kind.ifPresent(each -> selection.values().forEach(value -> references.code(each, value, row, "dimension")));
    }

    private void of(Row row, IndicatorRule rule) {
        if (rule.figure() == Figure.RATE_PER_MILLION) {
            parameter(row, rule.of());
        } else if (rule.figure() == Figure.LOSS_AMOUNT) {
            if (!rule.of().isEmpty() && new Grouping(rule.of()).fact().isEmpty()) {
                Set<String> amounts = names.of(
                        "amounts",
                        () -> policy.accounts().amounts().values().stream().map(AmountRule::name));
                references.oneOf(FaultKind.UNKNOWN_LOSS.told(), rule.of(), amounts, row.file(), row.at("of"));
            }
        } else if (!rule.of().isEmpty()) {
            row.fault("of", FaultKind.OF_NOTHING.told());
        }
    }

    private void parameter(Row row, String id) {
        try {
            policy.parameters().number(id);
        } catch (InvalidInputException e) {
            row.fault("of", FaultKind.RATE_WITHOUT_BASE.told());
        }
    }
}
