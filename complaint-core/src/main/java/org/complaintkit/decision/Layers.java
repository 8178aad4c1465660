package org.complaintkit.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.calendar.Term;
import org.complaintkit.policy.Parameter;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Tightening;

/**
 * Packs that govern one case together, the institution's own first, the highest authority last. A lower layer may tighten a
 * parameter of an upper one, never loosen it.
 */
public final class Layers {
    private Layers() {}

    /**
     * The same books, with what lower layers tighten in force in the upper ones.
     *
     * @throws InvalidInputException LAYER_LOOSENS, naming both clauses, if a value is not at least as strict as the one in
     *     force; LAYER_FIXED if the upper pack does not let its parameter be moved
     */
    public static List<RuleBook> of(List<RuleBook> books) {
        List<RuleBook> layers = new ArrayList<>(books);
        for (int lower = 0; lower < layers.size(); lower++) {
            Policy asking = layers.get(lower).policy();
            for (Tightening tightening : asking.tightenings()) {
                for (int upper = lower + 1; upper < layers.size(); upper++) {
                    RuleBook book = layers.get(upper);
                    if (book.policy().parameters().declared().containsKey(tightening.parameter())) {
                        require(asking, tightening, book.policy());
                        layers.set(upper, book.with(Map.of(tightening.parameter(), tightening.value())));
                    }
                }
            }
        }
        return List.copyOf(layers);
    }

    /**
     * Refuses what a lower layer asks of a parameter of an upper one, unless it is allowed to.
     *
     * @param upper declares the parameter
     * @throws InvalidInputException LAYER_LOOSENS or LAYER_FIXED, as {@link #of}
     */
    public static void require(Policy asking, Tightening tightening, Policy upper) {
        Parameter parameter = upper.parameters().declared().get(tightening.parameter());
        String inForce = upper.parameters().text(parameter.id());
        String value = tightening.value().toString();
        String clauses =
                "clause " + tightening.clause() + " of " + asking.pack().label() + ", clause " + parameter.clause()
                        + " of " + upper.pack().label();
        if (parameter.stricter() == Parameter.Stricter.FIXED) {
            throw InvalidInputException.of("LAYER_FIXED", parameter.id())
                    .value(value)
                    .rule("the upper pack does not let a lower layer move it (" + clauses + ")")
                    .wayOut("leave it as it is")
                    .build();
        }
        Optional<Integer> order = compare(value, inForce);
        boolean strict = parameter.stricter() == Parameter.Stricter.LOWER
                ? order.filter(sign -> sign <= 0).isPresent()
                : order.filter(sign -> sign >= 0).isPresent();
        if (!strict) {
            throw InvalidInputException.of("LAYER_LOOSENS", parameter.id())
                    .value(value)
                    .rule("a lower layer tightens, it does not loosen: at "
                            + (parameter.stricter() == Parameter.Stricter.LOWER ? "most " : "least ") + inForce + " ("
                            + clauses + ")")
                    .wayOut("set a value at least as strict, in the same unit, or leave the parameter alone")
                    .build();
        }
    }

    /** Numbers by size, terms of one unit by their amount; empty where two values cannot be compared. */
    private static Optional<Integer> compare(String one, String other) {
        try {
            return Optional.of(new BigDecimal(one).compareTo(new BigDecimal(other)));
        } catch (NumberFormatException e) {
            return terms(one, other);
        }
    }

    private static Optional<Integer> terms(String one, String other) {
        try {
            return Term.parse(one) instanceof Term.Amount a
                            && Term.parse(other) instanceof Term.Amount b
                            && a.unit() == b.unit()
                    ? Optional.of(Integer.compare(a.amount(), b.amount()))
                    : Optional.empty();
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }
}
