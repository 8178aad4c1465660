package org.complaintkit.rules.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.policy.Parameter;
import org.complaintkit.policy.Parameters;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.Rule;

/**
 * What the institution may set the numbers to with which conditions compare: each parameter at the ends of the range that
 * the pack declares, by itself, and two that bound the same field together. An end that is open lies beyond every other
 * bound of the field: there the order of the bounds is another one, and nothing changes further out. Sets that the pack
 * refuses, because a value is out of range or against a rule of consistency, are none, nor are those that leave all bounds
 * in an order that was looked at. Days stay as they are: complaints on both sides of them are looked at anyway.
 *
 * @param sets values away from those in force, by id of the parameter; single ones first
 * @param left how many sets there are beyond the most that are looked at
 */
record ParameterSets(List<Map<String, String>> sets, int left) {
    /** So many are looked at. */
    static final int MOST = 40;

    static ParameterSets of(Policy policy, List<Rule> rules) {
        Map<Field, Set<String>> compared = new TreeMap<>();
        Map<Field, Set<BigDecimal>> written = new TreeMap<>();
        rules.stream().flatMap(Rule::tests).forEach(test -> read(test, compared, written));
        Set<Map<String, String>> candidates = new LinkedHashSet<>();
        Map<Field, Map<String, List<String>>> ends = new TreeMap<>();
        compared.forEach((field, ids) -> {
            Map<String, List<String>> own = new TreeMap<>();
            for (String id : ids) {
                Set<BigDecimal> bounds = new TreeSet<>(written.getOrDefault(field, Set.of()));
                ids.stream()
                        .filter(other -> !other.equals(id))
                        .forEach(other -> bounds.add(policy.parameters().number(other)));
                own.put(id, ends(policy.parameters(), id, bounds));
            }
            own.forEach((id, values) -> values.forEach(value -> candidates.add(Map.of(id, value))));
            ends.put(field, own);
        });
        ends.values().forEach(own -> candidates.addAll(pairs(own)));
        Set<String> orders = new HashSet<>();
        orders.add(order(policy.parameters(), compared, written));
        List<Map<String, String>> allowed = candidates.stream()
                .filter(set -> with(policy, set)
                        .filter(parameters -> orders.add(order(parameters, compared, written)))
                        .isPresent())
                .toList();
        int most = Math.min(MOST, allowed.size());
        return new ParameterSets(List.copyOf(allowed.subList(0, most)), allowed.size() - most);
    }

    private static void read(
            Condition.Test test, Map<Field, Set<String>> compared, Map<Field, Set<BigDecimal>> written) {
        Field field = Field.of(test.field()).orElseThrow();
        for (Operand operand : test.operands()) {
            if (operand instanceof Operand.Parameter parameter && field.kind().isEmpty()) {
                compared.computeIfAbsent(field, each -> new TreeSet<>()).add(parameter.id());
            } else if (operand instanceof Operand.Amount amount) {
                written.computeIfAbsent(field, each -> new TreeSet<>()).add(amount.value());
            }
        }
    }

    /** The lowest and the highest value, as far as they are not in force. */
    private static List<String> ends(Parameters parameters, String id, Collection<BigDecimal> bounds) {
        Parameter parameter = parameters.declared().get(id);
        List<String> ends = new ArrayList<>();
        if (parameter == null || parameter.kind() != Parameter.Kind.NUMBER) {
            return ends;
        }
        BigDecimal max = parameter.max();
        BigDecimal min = parameter.min();
        ends.add((min == null ? BigDecimal.ZERO : min).toPlainString());
        BigDecimal beyond =
                bounds.stream().reduce(parameters.number(id), BigDecimal::max).add(BigDecimal.ONE);
        ends.add((max == null ? beyond : max).toPlainString());
        ends.removeIf(value -> value.equals(parameters.text(id)));
        return ends;
    }

    private static List<Map<String, String>> pairs(Map<String, List<String>> ends) {
        List<Map<String, String>> pairs = new ArrayList<>();
        ends.forEach((one, ones) -> ends.forEach((other, others) -> {
            if (one.compareTo(other) < 0) {
                ones.forEach(value -> others.forEach(end -> pairs.add(new TreeMap<>(Map.of(one, value, other, end)))));
            }
        }));
        return pairs;
    }

    private static Optional<Parameters> with(Policy policy, Map<String, String> set) {
        try {
            return Optional.of(policy.parameters().with(set));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /** How the bounds of each field follow each other; of the same order conditions come to the same. */
    private static String order(
            Parameters parameters, Map<Field, Set<String>> compared, Map<Field, Set<BigDecimal>> written) {
        StringBuilder order = new StringBuilder();
        compared.forEach((field, ids) -> {
            List<BigDecimal> bounds = new ArrayList<>(List.of(BigDecimal.ZERO, BigDecimal.ONE));
            bounds.addAll(written.getOrDefault(field, Set.of()));
            ids.forEach(id -> bounds.add(parameters.number(id)));
            for (BigDecimal one : bounds) {
                for (BigDecimal other : bounds) {
                    BigDecimal away = one.subtract(other);
                    boolean next =
                            field.type() == Field.Type.COUNT && away.abs().compareTo(BigDecimal.ONE) <= 0;
                    order.append(away.signum()).append(next ? "n" : "");
                }
            }
            order.append('\n');
        });
        return order.toString();
    }
}
