package org.complaintkit.rules.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
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
 * @param needs what would have to differ; never empty
 * @param then what the question would have been answered; empty where it would have stayed undecided
 */
record Miss(Rule rule, String code, List<Need> needs, String then) {
    /** Nearest first: by the number of tests, then by how far numbers are away, then in the order of the file. */
    static final Comparator<Miss> NEAREST =
            Comparator.<Miss>comparingInt(miss -> miss.needs().size()).thenComparing(Miss::distance);

    Miss {
        needs = List.copyOf(needs);
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

    private BigDecimal distance() {
        return needs.stream().map(Need::gap).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What would have to differ for all conditions of a rule to hold; empty if they do. */
    static List<Need> needs(Rule rule, Seen seen) {
        return rule.conditions().stream()
                .flatMap(condition -> toHold(condition, seen).stream())
                .toList();
    }

    private static List<Need> toHold(Condition condition, Seen seen) {
        if (condition instanceof Condition.All all) {
            return every(all.parts().stream().map(part -> toHold(part, seen)));
        }
        if (condition instanceof Condition.Any any) {
            return fewest(any.parts().stream().map(part -> toHold(part, seen)));
        }
        if (condition instanceof Condition.Not not) {
            return toFail(not.part(), seen);
        }
        return one((Condition.Test) condition, true, seen);
    }

    private static List<Need> toFail(Condition condition, Seen seen) {
        if (condition instanceof Condition.All all) {
            return fewest(all.parts().stream().map(part -> toFail(part, seen)));
        }
        if (condition instanceof Condition.Any any) {
            return every(any.parts().stream().map(part -> toFail(part, seen)));
        }
        if (condition instanceof Condition.Not not) {
            return toHold(not.part(), seen);
        }
        return one((Condition.Test) condition, false, seen);
    }

    private static List<Need> one(Condition.Test test, boolean holds, Seen seen) {
        if (seen.passes(test) == holds) {
            return List.of();
        }
        Object actual = seen.value(Field.of(test.field()).orElseThrow());
        return List.of(new Need(test, holds, actual, gap(test, actual, seen).orElse(BigDecimal.ONE)));
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

    private static List<Need> every(Stream<List<Need>> parts) {
        List<Need> all = new ArrayList<>();
        parts.forEach(all::addAll);
        return all;
    }

    /** The first of the shortest. */
    private static List<Need> fewest(Stream<List<Need>> parts) {
        return parts.min(Comparator.comparingInt(List::size)).orElse(List.of());
    }
}
