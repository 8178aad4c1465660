package org.complaintkit.rules.pack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    private final References references;

    AccountCheck(Policy policy, References references) {
        this.policy = policy;
        this.references = references;
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
            if (circular(amount)) {
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
            Set<String> known = new TreeSet<>();
            policy.accounts().amounts().values().forEach(amount -> known.add(amount.name()));
            known.add(CLAIMED_LOSS);
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

    private boolean circular(AmountRule from) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(words(from));
        while (!open.isEmpty()) {
            String name = open.remove();
            if (name.equals(from.name())) {
                return true;
            }
            if (seen.add(name)) {
                policy.accounts().amounts().values().stream()
                        .filter(amount -> amount.name().equals(name))
                        .forEach(amount -> open.addAll(words(amount)));
            }
        }
        return false;
    }

    private static Set<String> words(AmountRule amount) {
        Set<String> words = new TreeSet<>();
        amount.formula()
                .names()
                .filter(name -> name.kind() == Formula.Kind.WORD)
                .forEach(name -> words.add(name.text()));
        return words;
    }

    private void number(Row row) {
        references.clauses(row);
        policy.accounts().numbers().stream()
                .filter(rule -> rule.number().equals(row.text("number")))
                .findFirst()
                .ifPresent(rule -> number(rule, row));
    }

    private void number(NumberRule rule, Row row) {
        references.event(rule.event(), row.file(), row.at("event"));
        rule.widthParameter().ifPresent(parameter -> number(parameter, row, "format"));
    }
}
