package org.complaintkit.rules.pack;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.policy.AuthorityRule;
import org.complaintkit.policy.Formula;
import org.complaintkit.policy.LimitRule;
import org.complaintkit.policy.Mark;
import org.complaintkit.policy.RetentionRule;
import org.complaintkit.policy.Safeguards;
import org.complaintkit.policy.StandstillRule;

/** Makes the tables of marks, authority, retention and pauses into values. Names are looked up by {@link SafeguardCheck}. */
final class SafeguardReader {
    private static final Map<String, AuthorityRule.Sum> SUMS =
            Map.of("", AuthorityRule.Sum.EACH, "each", AuthorityRule.Sum.EACH, "total", AuthorityRule.Sum.TOTAL);

    private SafeguardReader() {}

    static Map<Mark, Set<String>> marks(Table table) {
        Map<Mark, Set<String>> marks = new EnumMap<>(Mark.class);
        for (Row row : table.rows()) {
            Mark mark = row.constant("mark", Mark.class, Mark.ANSWERED);
            if (!marks.computeIfAbsent(mark, each -> new TreeSet<>()).add(row.required("code"))) {
                row.fault("code", FaultKind.MARK_TWICE.told());
            }
        }
        return marks;
    }

    static Safeguards read(PackTables tables) {
        return new Safeguards(
                authorities(tables.authority()), retentions(tables.retention()), standstills(tables.pauses()));
    }

    private static List<AuthorityRule> authorities(Table table) {
        List<AuthorityRule> rows = new ArrayList<>();
        for (Row row : table.rows()) {
            rows.add(new AuthorityRule(
                    row.event("act"),
                    row.required("role"),
                    row.text("up_to").isEmpty()
                            ? null
                            : row.parse("up_to", text -> Optional.of(Formula.parse(text)), Optional.<Formula>empty())
                                    .orElse(null),
                    row.choice("sum", SUMS, AuthorityRule.Sum.EACH),
                    row.text("when"),
                    row.flag("takes_effect"),
                    row.required("finding"),
                    row.required("clause"),
                    row.basis("basis")));
        }
        return rows;
    }

    private static List<RetentionRule> retentions(Table table) {
        return List.copyOf(Row.byId(
                        table,
                        "id",
                        row -> new RetentionRule(
                                row.text("id"),
                                row.events("start"),
                                LimitRule.parse(row.required("keep")),
                                row.text("when"),
                                row.required("duty"),
                                row.required("clause"),
                                row.basis("basis")))
                .values());
    }

    private static List<StandstillRule> standstills(Table table) {
        return List.copyOf(Row.byId(
                        table,
                        "id",
                        row -> new StandstillRule(
                                row.text("id"),
                                new TreeSet<>(row.list("stops")),
                                row.required("from"),
                                row.required("to"),
                                row.text("received_from"),
                                row.text("received_to"),
                                row.text("when"),
                                row.required("clause"),
                                row.basis("basis")))
                .values());
    }
}
