package org.complaintkit.rules.explain;

import java.math.BigDecimal;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.Operator;

/** The nearest value of a field with which a test would come out as it has to. */
final class Changed {
    /** A code that no pack has. */
    private static final String ANOTHER = "?";

    private Changed() {}

    static Object value(Miss.Need need, Seen seen) {
        Object actual = seen.value(need.field());
        if (need.test() instanceof Condition.Contains contains) {
            String wanted = ((Operand.Text) contains.operand()).value();
            boolean there = need.holds() != contains.negated();
            return need.field().type() == Field.Type.EVENTS
                    ? new With((Collection<?>) actual, wanted, there)
                    : with((Collection<?>) actual, wanted, there);
        }
        if (need.test() instanceof Condition.In in) {
            boolean among = need.holds() != in.negated();
            return among ? of(in.operands().get(0), seen, actual) : other(in.operands(), seen, actual);
        }
        Condition.Compare compare = (Condition.Compare) need.test();
        if (actual instanceof Boolean flag) {
            return !flag;
        }
        Operator wanted = need.holds() ? compare.operator() : opposite(compare.operator());
        return switch (wanted) {
            case EQUAL, AT_MOST, AT_LEAST -> of(compare.operand(), seen, actual);
            case NOT_EQUAL -> other(List.of(compare.operand()), seen, actual);
            case LESS -> seen.number(compare.operand()).subtract(BigDecimal.ONE);
            case GREATER -> seen.number(compare.operand()).add(BigDecimal.ONE);
        };
    }

    private static Operator opposite(Operator operator) {
        return switch (operator) {
            case EQUAL -> Operator.NOT_EQUAL;
            case NOT_EQUAL -> Operator.EQUAL;
            case LESS -> Operator.AT_LEAST;
            case AT_MOST -> Operator.GREATER;
            case GREATER -> Operator.AT_MOST;
            case AT_LEAST -> Operator.LESS;
        };
    }

    private static Object of(Operand operand, Seen seen, Object actual) {
        return actual instanceof String ? seen.text(operand) : seen.number(operand);
    }

    private static Object other(List<Operand> operands, Seen seen, Object actual) {
        if (actual instanceof String) {
            return operands.stream().map(seen::text).noneMatch(String::isEmpty) ? "" : ANOTHER;
        }
        return operands.stream()
                .map(seen::number)
                .reduce(BigDecimal.ZERO, BigDecimal::max)
                .add(BigDecimal.ONE);
    }

    private static Collection<Object> with(Collection<?> actual, String wanted, boolean there) {
        Collection<Object> changed = new TreeSet<>(actual);
        if (there) {
            changed.add(wanted);
        } else {
            changed.remove(wanted);
        }
        return changed;
    }

    /** The events that happened, with or without one. */
    private static final class With extends AbstractCollection<Object> {
        private final Collection<?> events;
        private final String pattern;
        private final boolean there;

        With(Collection<?> events, String pattern, boolean there) {
            this.events = events;
            this.pattern = pattern;
            this.there = there;
        }

        @Override
        public boolean contains(Object other) {
            return pattern.equals(other) ? there : events.contains(other);
        }

        @Override
        public Iterator<Object> iterator() {
            return Stream.<Object>concat(events.stream(), there ? Stream.of(pattern) : Stream.of())
                    .iterator();
        }

        @Override
        public int size() {
            return events.size() + (there ? 1 : 0);
        }
    }
}
