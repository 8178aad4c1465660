package org.complaintkit.rules.syntax;

import java.util.List;
import java.util.stream.Stream;
import org.complaintkit.rules.pack.Position;

/** A condition on the fact of a stage. Immutable; positions point into the file from which it was read. */
public sealed interface Condition {
    /** Where it begins. */
    Position at();

    /** The single tests in it, in the order written. */
    Stream<Test> tests();

    /** A condition on one field. */
    sealed interface Test extends Condition {
        /** Name of the field as written. */
        String field();

        /** What it is compared with. */
        List<Operand> operands();

        @Override
        default Stream<Test> tests() {
            return Stream.of(this);
        }
    }

    /** All must hold: {@code a && b}. */
    record All(List<Condition> parts, Position at) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<Test> tests() {
            return parts.stream().flatMap(Condition::tests);
        }
    }

    /** One must hold: {@code a || b}. */
    record Any(List<Condition> parts, Position at) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<Test> tests() {
            return parts.stream().flatMap(Condition::tests);
        }
    }

    /** Must not hold: {@code !( a )}. */
    record Not(Condition part, Position at) implements Condition {
        @Override
        public Stream<Test> tests() {
            return part.tests();
        }
    }

    /**
     * {@code claimedLoss >= 50000}.
     *
     * @param field name as written
     * @param sign where the operator stands; where the condition begins if nobody knows
     */
    record Compare(String field, Operator operator, Operand operand, Position at, Position sign) implements Test {
        /** One whose operator is said in other words, or by the heading of a column. */
        public Compare(String field, Operator operator, Operand operand, Position at) {
            this(field, operator, operand, at, at);
        }

        @Override
        public List<Operand> operands() {
            return List.of(operand);
        }
    }

    /** {@code channel in ("PHONE", "LETTER")} or {@code not in}. */
    record In(String field, boolean negated, List<Operand> operands, Position at) implements Test {
        public In {
            operands = List.copyOf(operands);
        }
    }

    /** {@code labels contains "REPEATED"} or {@code not contains}. */
    record Contains(String field, boolean negated, Operand operand, Position at) implements Test {
        @Override
        public List<Operand> operands() {
            return List.of(operand);
        }
    }
}
