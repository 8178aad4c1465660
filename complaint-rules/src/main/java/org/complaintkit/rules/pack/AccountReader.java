package org.complaintkit.rules.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.complaintkit.policy.AccountRules;
import org.complaintkit.policy.AmountRule;
import org.complaintkit.policy.Formula;
import org.complaintkit.policy.MeasureRule;
import org.complaintkit.policy.NumberRule;

/** Makes the tables of amounts, numbers and measures into values. Names are not looked up here: {@link AccountCheck} does. */
final class AccountReader {
    private static final Formula NOTHING = Formula.parse("0");
    private static final Pattern AMOUNT = Pattern.compile("[a-z][A-Za-z0-9]{0,59}(/[A-Za-z0-9_-]{1,40})?");
    private static final Set<String> TAKEN = Set.of("min", "max", "sum", "claimedLoss", "given");

    private AccountReader() {}

    static AccountRules read(PackTables tables) {
        return new AccountRules(
                amounts(tables.amounts()),
                numbers(tables.numbers()),
                measures(tables.measures()),
                IndicatorReader.indicators(tables.indicators()));
    }

    private static Map<String, AmountRule> amounts(Table table) {
        return Row.byId(table, "name", row -> {
            String id = row.text("name");
            if (!AMOUNT.matcher(id).matches() || TAKEN.contains(id)) {
                row.fault("name", FaultKind.MALFORMED_AMOUNT_NAME.told(String.join(", ", new TreeSet<>(TAKEN))));
            }
            return new AmountRule(
                    id,
                    row.required("clause"),
                    row.basis("basis"),
                    row.parse("amount", Formula::parse, NOTHING),
                    row.text("role"));
        });
    }

    private static List<NumberRule> numbers(Table table) {
        return List.copyOf(Row.byId(
                        table,
                        "number",
                        row -> new NumberRule(
                                row.text("number"),
                                row.event("event"),
                                row.parse("format", NumberRule::format, "{seq}"),
                                row.constant("restart", NumberRule.Restart.class, NumberRule.Restart.NEVER),
                                row.required("clause"),
                                row.basis("basis")))
                .values());
    }

    private static List<MeasureRule> measures(Table table) {
        List<MeasureRule> measures = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (Row row : table.rows()) {
            if (!seen.add(row.required("cause") + " " + row.required("measure"))) {
                row.fault("measure", FaultKind.MEASURE_TWICE.told());
            }
            measures.add(new MeasureRule(
                    row.text("cause"), row.required("clause"), row.basis("basis"), row.text("measure"), row.labels()));
        }
        return measures;
    }
}
