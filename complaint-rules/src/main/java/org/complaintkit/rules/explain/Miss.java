package org.complaintkit.rules.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.syntax.Rule;

/**
 * A rule that did not match, and the fewest single tests that would have to come out otherwise for it to match. What would
 * follow is worked out with all rules of the stage: another value may also keep out a rule that matched.
 *
 * @param code what it would have proposed
 * @param ways the sets of so few tests, of which each would do by itself, nearest first; neither they nor one of them empty.
 *     All of them, unless conditions have more combinations than are followed, of which the shorter ones come first
 * @param then what the question would have been answered, whichever of them it is; empty where it would have stayed
 *     undecided
 */
record Miss(Rule rule, String code, List<List<Need>> ways, String then) {
    /** Nearest first: by the number of tests, then by how far numbers are away, then in the order of the file. */
    static final Comparator<Miss> NEAREST =
            Comparator.<Miss>comparingInt(miss -> miss.needs().size()).thenComparing(miss -> distance(miss.needs()));

    /** Conditions with very many alternatives have very many combinations of them; the shortest tell enough. */
    private static final int MOST_WAYS = 50;

    Miss {
        ways = ways.stream().map(List::copyOf).toList();
    }

    /** The nearest way. */
    List<Need> needs() {
        return ways.get(0);
    }

    /** Without the ways by which a field would have to differ; empty if there is no other. */
    Optional<Miss> without(Field field) {
        List<List<Need>> rest = ways.stream()
                .filter(way -> way.stream().noneMatch(need -> need.field() == field))
                .toList();
        return rest.isEmpty() ? Optional.empty() : Optional.of(new Miss(rule, code, rest, then));
    }

    /**
     * One test that came out as it should not.
     *
     * @param holds whether it would have to hold; false: it holds and should not
     * @param actual the value of the field, as rules see it
     * @param gap by what share of the number needed the actual one is away; one for all that are no numbers
     */
    record Need(Condition.Test test, boolean holds, Object actual, BigDecimal gap) {
        Field field() {
            return Field.of(test.field()).orElseThrow();
        }
    }

    private static BigDecimal distance(List<Need> way) {
        return way.stream().map(Need::gap).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What would have to differ for all conditions of a rule to hold, each way of it; one empty way if they do. */
    static List<List<Need>> ways(Rule rule, Seen seen) {
        List<List<Need>> ways = every(rule.conditions().stream().map(condition -> toHold(condition, seen)));
        return ways.stream()
                .filter(way -> way.size() == ways.get(0).size())
                .sorted(Comparator.comparing(Miss::distance))
                .toList();
    }

    private static List<List<Need>> toHold(Condition condition, Seen seen) {
        if (condition instanceof Condition.All all) {
            return every(all.parts().stream().map(part -> toHold(part, seen)));
        }
        if (condition instanceof Condition.Any any) {
            return shortest(any.parts().stream().flatMap(part -> toHold(part, seen).stream()));
        }
        if (condition instanceof Condition.Not not) {
            return toFail(not.part(), seen);
        }
        return one((Condition.Test) condition, true, seen);
    }

    private static List<List<Need>> toFail(Condition condition, Seen seen) {
        if (condition instanceof Condition.All all) {
            return shortest(all.parts().stream().flatMap(part -> toFail(part, seen).stream()));
        }
        if (condition instanceof Condition.Any any) {
            return every(any.parts().stream().map(part -> toFail(part, seen)));
        }
        if (condition instanceof Condition.Not not) {
            return toHold(not.part(), seen);
        }
        return one((Condition.Test) condition, false, seen);
    }

    private static List<List<Need>> one(Condition.Test test, boolean holds, Seen seen) {
        if (seen.passes(test) == holds) {
            return List.of(List.of());
        }
        Object actual = seen.value(Field.of(test.field()).orElseThrow());
        return List.of(
                List.of(new Need(test, holds, actual, gap(test, actual, seen).orElse(BigDecimal.ONE))));
    }

    private static Optional<BigDecimal> gap(Condition.Test test, Object actual, Seen seen) {
        Field.Type type = Field.of(test.field()).orElseThrow().type();
        if (!(test instanceof Condition.Compare compare) || (type != Field.Type.AMOUNT && type != Field.Type.COUNT)) {
            return Optional.empty();
        }
        BigDecimal needed = seen.number(compare.operand());
        BigDecimal away = needed.subtract(Seen.asNumber(actual)).abs();
        BigDecimal scale = needed.abs().max(Seen.asNumber(actual).abs()).max(BigDecimal.ONE);
        return Optional.of(away.divide(scale, MathContext.DECIMAL32).min(BigDecimal.ONE));
    }

    /** One way of each part, in all combinations: a long one of one part may be the shortest together with another part. */
    private static List<List<Need>> every(Stream<List<List<Need>>> parts) {
        List<List<Need>> all = List.of(List.of());
        for (List<List<Need>> part : (Iterable<List<List<Need>>>) parts::iterator) {
            List<List<Need>> before = all;
            all = shortest(before.stream().flatMap(way -> part.stream().map(each -> joined(way, each))));
        }
        return all;
    }

    /** A test that several parts ask for need come out otherwise only once. */
    private static List<Need> joined(List<Need> before, List<Need> more) {
        return Stream.concat(before.stream(), more.stream()).distinct().toList();
    }

    /** The shortest first; where nothing is needed, nothing else. */
    private static List<List<Need>> shortest(Stream<List<Need>> ways) {
        List<List<Need>> all = ways.distinct()
                .sorted(Comparator.comparingInt(List::size))
                .limit(MOST_WAYS)
                .toList();
        return all.contains(List.<Need>of()) ? List.of(List.of()) : all;
    }
}
