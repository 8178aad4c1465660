package org.complaintkit.rules.pack;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.policy.AmountRule;
import org.complaintkit.policy.Formula;
import org.complaintkit.policy.NumberRule;
import org.complaintkit.policy.Policy;

/** Looks up every name in the tables of amounts, numbers and measures. */
final class AccountCheck {
    private static final String CLAIMED_LOSS = "claimedLoss";
    private static final String GIVEN = "given.";

    private final Policy policy;
    private final PolicyNames names;
    private final References references;
    private final Set<String> circular;
    private final Map<String, NumberRule> numbers = new HashMap<>();

    AccountCheck(PolicyNames names, References references) {
        this.policy = names.policy();
        this.names = names;
        this.references = references;
        this.circular = AmountCycles.of(policy.accounts().amounts().values());
        policy.accounts().numbers().forEach(rule -> numbers.putIfAbsent(rule.number(), rule));
    }

    void check(PackTables tables) {
        tables.amounts().rows().forEach(this::amount);
        tables.numbers().rows().forEach(this::number);
        tables.measures().rows().forEach(row -> {
            references.clauses(row);
            references.code("CAUSE", row.text("cause"), row, "cause");
        });
    }

    private void amount(Row row) {
        references.clauses(row);
        references.code("ROLE", row.text("role"), row, "role");
        Optional.ofNullable(policy.accounts().amounts().get(row.text("name"))).ifPresent(amount -> {
            amount.formula().names().forEach(name -> name(name, row));
            if (circular.contains(amount.name())) {
                row.fault("amount", FaultKind.AMOUNT_CYCLE.told());
            }
        });
    }

    private void name(Formula.Name name, Row row) {
        name.event().ifPresent(event -> references.event(event, row.file(), row.at("amount")));
        if (name.kind() == Formula.Kind.PARAMETER) {
            number(name.text(), row, "amount");
        } else if (name.kind() == Formula.Kind.WORD
                && !name.text().equals(CLAIMED_LOSS)
                && !name.text().startsWith(GIVEN)) {
            Set<String> known = names.of(
                    "amounts and the claimed loss",
                    () -> Stream.concat(
                            Stream.of(CLAIMED_LOSS),
                            policy.accounts().amounts().values().stream().map(AmountRule::name)));
            references.oneOf(FaultKind.UNKNOWN_AMOUNT.told(), name.text(), known, row.file(), row.at("amount"));
        }
    }

    private void number(String parameter, Row row, String column) {
        try {
            policy.parameters().number(parameter);
        } catch (InvalidInputException e) {
            row.fault(column, FaultKind.UNKNOWN_NUMBER.told(parameter));
        }
    }

    private void number(Row row) {
        references.clauses(row);
        Optional.ofNullable(numbers.get(row.text("number"))).ifPresent(rule -> number(rule, row));
    }

    private void number(NumberRule rule, Row row) {
        references.event(rule.event(), row.file(), row.at("event"));
        rule.widthParameter().ifPresent(parameter -> number(parameter, row, "format"));
    }
}
