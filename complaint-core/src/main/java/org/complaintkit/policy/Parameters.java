package org.complaintkit.policy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.complaintkit.calendar.InvalidInputException;

/**
 * The parameters of one policy with the values that are in force for one institution. Immutable and thread-safe.
 */
public final class Parameters {
    private final Map<String, Parameter> declared;
    private final Map<String, Object> set;

    private Parameters(Map<String, Parameter> declared, Map<String, Object> set) {
        this.declared = declared;
        this.set = set;
    }

    /** All at their defaults. */
    public static Parameters of(Iterable<Parameter> declared) {
        Map<String, Parameter> byId = new TreeMap<>();
        declared.forEach(parameter -> byId.put(parameter.id(), parameter));
        return new Parameters(Collections.unmodifiableMap(byId), Map.of());
    }

    /** The declarations, by id. */
    public Map<String, Parameter> declared() {
        return declared;
    }

    /** What the institution set away from the defaults, by id. */
    public Map<String, Object> set() {
        return set;
    }

    /**
     * The same parameters with some values set. Ids of other policies are not ours to judge: the caller passes only
     * those that {@link #declared()} knows.
     *
     * @throws InvalidInputException if an id is not declared, a value is of the wrong kind or out of range
     */
    public Parameters with(Map<String, ?> values) {
        Map<String, Object> merged = new TreeMap<>(set);
        values.forEach((id, value) -> merged.put(id, accepted(id, value)));
        return new Parameters(declared, Collections.unmodifiableMap(merged));
    }

    /**
     * A number in force.
     *
     * @throws InvalidInputException if no such number is declared
     */
    public BigDecimal number(String id) {
        if (value(id) instanceof BigDecimal number) {
            return number;
        }
        throw unknown(id);
    }

    /**
     * A value in force, as text.
     *
     * @throws InvalidInputException if no such parameter is declared
     */
    public String text(String id) {
        Object value = value(id);
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** Where the value in force comes from: {@link Basis#PARAMETER} if the institution set it. */
    public Basis basis(String id) {
        Parameter parameter = declared.get(id);
        if (parameter == null) {
            throw unknown(id);
        }
        return set.containsKey(id) ? Basis.PARAMETER : parameter.basis();
    }

    private Object value(String id) {
        Object chosen = set.get(id);
        if (chosen != null) {
            return chosen;
        }
        Parameter parameter = declared.get(id);
        if (parameter == null) {
            throw unknown(id);
        }
        return parameter.initial();
    }

    private Object accepted(String id, Object value) {
        Parameter parameter = declared.get(id);
        if (parameter == null) {
            throw unknown(id);
        }
        if (parameter.kind() != Parameter.Kind.NUMBER) {
            return value.toString();
        }
        try {
            BigDecimal number = new BigDecimal(value.toString());
            BigDecimal min = parameter.min();
            BigDecimal max = parameter.max();
            if ((min == null || number.compareTo(min) >= 0) && (max == null || number.compareTo(max) <= 0)) {
                return number;
            }
            throw outOfRange(parameter, value);
        } catch (NumberFormatException e) {
            throw outOfRange(parameter, value);
        }
    }

    private static InvalidInputException outOfRange(Parameter parameter, Object value) {
        return InvalidInputException.of("PARAMETER_RANGE", parameter.id())
                .value(value)
                .rule("a number" + (parameter.min() == null ? "" : " of at least " + parameter.min())
                        + (parameter.max() == null ? "" : " and at most " + parameter.max()) + " (" + parameter.unit()
                        + ")")
                .wayOut("set a number within the range that the pack declares")
                .build();
    }

    private InvalidInputException unknown(String id) {
        return InvalidInputException.of("UNKNOWN_PARAMETER", "params")
                .value(id)
                .rule("one of " + declared.keySet())
                .wayOut("use the id of a parameter that the pack declares")
                .build();
    }
}
