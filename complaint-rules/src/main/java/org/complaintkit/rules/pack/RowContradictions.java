package org.complaintkit.rules.pack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.calendar.Term;
import org.complaintkit.policy.AuthorityRule;
import org.complaintkit.policy.ExtensionRule;
import org.complaintkit.policy.LimitRule;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Transition;

/** Rows of tables that cannot all be meant. */
final class RowContradictions {
    private final Policy policy;

    RowContradictions(Policy policy) {
        this.policy = policy;
    }

    void check(PackTables tables) {
        precedence(tables.precedence());
        lifecycle(tables.lifecycle());
        tables.deadlines().rows().forEach(this::times);
        forms(tables.forms());
        extensions(tables.extensions());
        authority(tables.authority());
    }

    /** A form is delivered in one way; a later row may leave it out. */
    private static void forms(Table table) {
        Map<String, Row> seen = new HashMap<>();
        for (Row row : table.rows()) {
            Row first = seen.putIfAbsent(row.text("form"), row);
            String said = row.text("delivered_by");
            if (first != null && !said.isEmpty() && !said.equals(first.text("delivered_by"))) {
                row.fault(
                        "delivered_by",
                        FaultKind.FORM_EVENTS_DIFFER.told(
                                row.text("form"),
                                first.text("delivered_by"),
                                first.at("form").line()));
            }
        }
    }

    /** One decision extends a deadline into another under the conditions of one row. */
    private void extensions(Table table) {
        Map<List<Object>, Row> seen = new HashMap<>();
        for (int i = 0; i < table.rows().size(); i++) {
            ExtensionRule rule = policy.extensions().get(i);
            Row row = table.rows().get(i);
            Row first = seen.putIfAbsent(
                    List.of(rule.extended(), rule.into(), rule.grantedBy().toString()), row);
            if (first != null) {
                row.fault(
                        "granted_by",
                        FaultKind.EXTENSION_TWICE.told(
                                rule.extended(),
                                rule.into(),
                                first.at("granted_by").line()));
            }
        }
    }

    /** A ladder has one rung a role, act and label. */
    private void authority(Table table) {
        Map<List<Object>, Row> seen = new HashMap<>();
        for (int i = 0; i < table.rows().size(); i++) {
            AuthorityRule rule = policy.safeguards().authorities().get(i);
            Row row = table.rows().get(i);
            Row first = seen.putIfAbsent(List.of(rule.act().toString(), rule.role(), rule.when(), rule.sum()), row);
            if (first != null) {
                row.fault(
                        "role",
                        FaultKind.AUTHORITY_TWICE.told(
                                rule.role(), first.at("role").line()));
            }
        }
    }

    /** One code has one rank, one answer has one default. */
    private static void precedence(Table table) {
        Map<List<String>, Row> seen = new HashMap<>();
        for (Row row : table.rows()) {
            boolean fallback = row.text("rank").equals("default");
            List<String> key = List.of(row.text("answer"), fallback ? "" : row.text("code"));
            Row first = seen.putIfAbsent(key, row);
            if (first != null) {
                int line = first.at("code").line();
                row.fault(
                        "code",
                        fallback
                                ? FaultKind.DEFAULT_TWICE.told(row.text("answer"), line)
                                : FaultKind.RANK_TWICE.told(row.text("code"), line));
            }
        }
    }

    /** From one state one event leads, under one guard, to one state. */
    private void lifecycle(Table table) {
        Map<List<Object>, Row> seen = new HashMap<>();
        for (int i = 0; i < table.rows().size(); i++) {
            Transition transition = policy.transitions().get(i);
            Row row = table.rows().get(i);
            for (String from : transition.from()) {
                Row first = seen.putIfAbsent(List.of(from, transition.event().toString(), transition.guard()), row);
                if (first != null) {
                    row.fault(
                            "event",
                            FaultKind.TRANSITION_TWICE.told(
                                    from, row.text("event"), first.at("event").line()));
                }
            }
        }
    }

    /** Targets and warnings come before the limit. */
    private void times(Row row) {
        Optional<DaySpan> limit = span(row.text("limit"));
        limit.ifPresent(end -> {
            if (end.least() > DaySpan.TEN_YEARS) {
                row.fault("limit", FaultKind.LIMIT_FAR.told());
            }
            span(row.text("target"))
                    .filter(target -> target.above(end))
                    .ifPresent(target -> row.fault("target", FaultKind.TARGET_BEHIND_LIMIT.told(row.text("limit"))));
            row.list("warnings").stream()
                    .filter(warning ->
                            span(warning).filter(ahead -> ahead.atLeast(end)).isPresent())
                    .forEach(warning ->
                            row.fault("warnings", FaultKind.WARNING_TOO_EARLY.told(warning, row.text("limit"))));
        });
    }

    private Optional<DaySpan> span(String cell) {
        LimitRule rule = LimitRule.parse(cell);
        if (rule.kind() != LimitRule.Kind.TERM) {
            return Optional.empty();
        }
        try {
            return DaySpan.of(Term.parse(rule.term(policy.parameters())));
        } catch (InvalidInputException e) {
            // That the cell cannot be read is another fault, which is told where names are looked up.
            return Optional.empty();
        }
    }
}
