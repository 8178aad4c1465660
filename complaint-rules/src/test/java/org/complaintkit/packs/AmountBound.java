package org.complaintkit.packs;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.policy.AmountRule;
import org.complaintkit.policy.Formula;
import org.complaintkit.policy.Policy;

/** On which side of a bound the amount of a case lies: an amount that is the greater or the smaller of two. */
final class AmountBound {
    private AmountBound() {}

    /** What the first of the two comes to beside the second: below, at or above it. */
    static String side(Policy policy, Case value, AmountRule row) {
        List<Formula> two = parts(row.formula().toString());
        int order = number(policy, value, two.get(0)).compareTo(number(policy, value, two.get(1)));
        return order < 0 ? "below" : order == 0 ? "at" : "above";
    }

    /** The two between {@code max(} and its end, cut at the comma that stands in no further parentheses. */
    private static List<Formula> parts(String text) {
        String inner = text.substring(text.indexOf('(') + 1, text.lastIndexOf(')'));
        int depth = 0;
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                return List.of(Formula.parse(inner.substring(0, i)), Formula.parse(inner.substring(i + 1)));
            }
        }
        throw new IllegalArgumentException("not the greater or smaller of two: " + text);
    }

    private static BigDecimal number(Policy policy, Case value, Formula formula) {
        return formula.value(name -> number(policy, value, name)).orElseThrow();
    }

    private static Optional<BigDecimal> number(Policy policy, Case value, Formula.Name name) {
        return switch (name.kind()) {
            case PARAMETER -> Optional.of(policy.parameters().number(name.text()));
            case EVENT ->
                value.events().stream()
                        .filter(name.event().orElseThrow()::matches)
                        .map(event -> event.value(name.text()))
                        .filter(text -> !text.isEmpty())
                        .reduce((first, last) -> last)
                        .map(BigDecimal::new);
            case SUM ->
                Optional.of(value.events().stream()
                        .filter(name.event().orElseThrow()::matches)
                        .map((CaseEvent event) -> new BigDecimal(event.value(name.text())))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
            case WORD -> word(policy, value, name.text());
        };
    }

    private static Optional<BigDecimal> word(Policy policy, Case value, String word) {
        if (word.startsWith("given.")) {
            return Optional.ofNullable(value.complaint().given().get(word.substring("given.".length())))
                    .map(given -> new BigDecimal(given.toString()));
        }
        return value.register().accounts().get(policy.id()).amounts().stream()
                .filter(amount -> amount.name().equals(word))
                .map(amount -> amount.value())
                .findFirst();
    }
}
