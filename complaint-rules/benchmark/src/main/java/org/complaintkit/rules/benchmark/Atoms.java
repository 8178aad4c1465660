package org.complaintkit.rules.benchmark;

import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Comparisons as lambdas, for engines that take code. */
final class Atoms {
    private Atoms() {}

    static Predicate<Stages.Fact> test(SixtyRules.Atom atom) {
        String value = atom.value();
        return switch (atom.field()) {
            case "channel" -> fact -> fact.getChannel().equals(value);
            case "category" -> fact -> fact.getCategory().equals(value);
            case "grade" -> fact -> fact.getGrade().equals(value);
            case "owner" -> fact -> fact.getOwner().equals(value);
            case "labels" -> fact -> fact.getLabels().contains(value);
            case "intakeCategories" -> fact -> fact.getIntakeCategories().contains(value);
            case "claimedLoss" -> number(atom, Stages.Fact::getClaimedLoss);
            case "complainantCount" -> number(atom, Stages.Fact::getComplainantCount);
            default -> throw new IllegalArgumentException(atom.field());
        };
    }

    private static Predicate<Stages.Fact> number(SixtyRules.Atom atom, ToLongFunction<Stages.Fact> field) {
        long limit = Long.parseLong(atom.value());
        return atom.operator().equals("<")
                ? fact -> field.applyAsLong(fact) < limit
                : fact -> field.applyAsLong(fact) >= limit;
    }
}
