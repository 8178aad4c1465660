package org.complaintkit.rules.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
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
 * @param left how many sets there are beyond the most that are looked at; of a pack with very many, all that may be some
 */
record ParameterSets(List<Map<String, String>> sets, int left) {
    /** So many are looked at. */
    static final int MOST = 40;

    /** How many bounds are put in order in all, to tell sets that come to something else. */
    private static final long MOST_ORDERED = 1_000_000;

    static ParameterSets of(Policy policy, List<Rule> rules) {
        Map<Field, Set<String>> compared = new TreeMap<>();
        Map<Field, Set<BigDecimal>> written = new TreeMap<>();
        rules.stream().flatMap(Rule::tests).forEach(test -> read(test, compared, written));
        Map<Field, Map<String, List<String>>> ends = new TreeMap<>();
        compared.forEach((field, ids) ->
                ends.put(field, ends(policy.parameters(), ids, written.getOrDefault(field, Set.of()))));
        long bounds = policy.parameters().declared().size()
                + compared.values().stream().mapToLong(Set::size).sum()
                + written.values().stream().mapToLong(Set::size).sum();
        long looked = Math.max(MOST, MOST_ORDERED / Math.max(1, bounds));
        Set<Map<String, String>> met = new HashSet<>();
        Set<String> orders = new HashSet<>();
        orders.add(order(policy.parameters(), compared, written));
        List<Map<String, String>> allowed = new ArrayList<>();
        Iterator<Map<String, String>> candidates = candidates(ends).iterator();
        long seen = 0;
        while (candidates.hasNext() && seen < looked) {
            Map<String, String> set = candidates.next();
            seen++;
            if (met.add(set)
                    && with(policy, set)
                            .filter(parameters -> orders.add(order(parameters, compared, written)))
                            .isPresent()) {
                allowed.add(set);
            }
        }
        int most = Math.min(MOST, allowed.size());
        long left = allowed.size() - most + (candidates.hasNext() ? count(ends) - seen : 0);
        return new ParameterSets(List.copyOf(allowed.subList(0, most)), (int) Math.min(left, Integer.MAX_VALUE));
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

    /** Of each parameter the lowest and the highest value, as far as they are not in force. */
    private static Map<String, List<String>> ends(
            Parameters parameters, Set<String> ids, Collection<BigDecimal> written) {
        BigDecimal beyond = Stream.concat(ids.stream().map(parameters::number), written.stream())
                .reduce(BigDecimal.ZERO, BigDecimal::max)
                .add(BigDecimal.ONE);
        Map<String, List<String>> ends = new TreeMap<>();
        for (String id : ids) {
            Parameter parameter = parameters.declared().get(id);
            List<String> own = new ArrayList<>();
            if (parameter != null && parameter.kind() == Parameter.Kind.NUMBER) {
                BigDecimal max = parameter.max();
                BigDecimal min = parameter.min();
                own.add((min == null ? BigDecimal.ZERO : min).toPlainString());
                own.add((max == null ? beyond : max).toPlainString());
                own.removeIf(value -> value.equals(parameters.text(id)));
            }
            ends.put(id, own);
        }
        return ends;
    }

    /** Single ones of all fields, then pairs; made one by one, since of many parameters there are millions. */
    private static Stream<Map<String, String>> candidates(Map<Field, Map<String, List<String>>> ends) {
        Stream<Map<String, String>> single = ends.values().stream()
                .flatMap(own -> own.entrySet().stream())
                .flatMap(each -> each.getValue().stream().map(value -> Map.of(each.getKey(), value)));
        return Stream.concat(single, ends.values().stream().flatMap(ParameterSets::pairs));
    }

    private static Stream<Map<String, String>> pairs(Map<String, List<String>> ends) {
        return ends.keySet().stream()
                .flatMap(one -> ends.keySet().stream()
                        .filter(other -> one.compareTo(other) < 0)
                        .flatMap(other -> values(ends, one).stream()
                                .flatMap(value -> values(ends, other).stream()
                                        .map(end -> new TreeMap<>(Map.of(one, value, other, end))))));
    }

    private static List<String> values(Map<String, List<String>> ends, String id) {
        return ends.getOrDefault(id, List.of());
    }

    private static long count(Map<Field, Map<String, List<String>>> ends) {
        long count = 0;
        for (Map<String, List<String>> own : ends.values()) {
            long all = own.values().stream().mapToLong(List::size).sum();
            long same = own.values().stream()
                    .mapToLong(values -> (long) values.size() * values.size())
                    .sum();
            count += all + (all * all - same) / 2;
        }
        return count;
    }

    private static Optional<Parameters> with(Policy policy, Map<String, String> set) {
        try {
            return Optional.of(policy.parameters().with(set));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /**
     * How the bounds of each field follow each other, and which of whole numbers lie side by side; of the same order
     * conditions come to the same.
     */
    private static String order(
            Parameters parameters, Map<Field, Set<String>> compared, Map<Field, Set<BigDecimal>> written) {
        StringBuilder order = new StringBuilder();
        compared.forEach((field, ids) -> {
            List<BigDecimal> bounds = new ArrayList<>(List.of(BigDecimal.ZERO, BigDecimal.ONE));
            bounds.addAll(written.getOrDefault(field, Set.of()));
            ids.forEach(id -> bounds.add(parameters.number(id)));
            NavigableMap<BigDecimal, Integer> ranks = new TreeMap<>();
            new TreeSet<>(bounds).forEach(bound -> ranks.put(bound, ranks.size()));
            for (BigDecimal bound : bounds) {
                order.append(ranks.get(bound)).append(' ');
                if (field.type() == Field.Type.COUNT) {
                    order.append(ranks.floorEntry(bound.add(BigDecimal.ONE)).getValue())
                            .append(' ');
                }
            }
            order.append('\n');
        });
        return order.toString();
    }
}
