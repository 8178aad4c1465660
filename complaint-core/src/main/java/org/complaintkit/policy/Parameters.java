package org.complaintkit.policy;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.calendar.Term;

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

    /** A flag in force; false where none is declared. */
    public boolean flag(String id) {
        return declared.containsKey(id) && flagOf(text(id));
    }

    /** A time of day in force; empty for {@code none}, {@code 24:00} and where none is declared. */
    public Optional<LocalTime> time(String id) {
        return declared.containsKey(id) ? timeOf(text(id)) : Optional.empty();
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
        String text = value.toString();
        return switch (parameter.kind()) {
            case NUMBER -> number(parameter, text);
            case TERM -> checked(parameter, text, "a term such as 2 hours or 1 working day", Term::parse);
            case TIME -> checked(parameter, text, "a time such as 17:00, 24:00, or none", Parameters::timeOf);
            case FLAG -> checked(parameter, text, "true or false", Parameters::flagOf);
            case CODE, TEXT -> text;
        };
    }

    private static BigDecimal number(Parameter parameter, String text) {
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw outOfRange(parameter, text);
        }
        BigDecimal min = parameter.min();
        BigDecimal max = parameter.max();
        if ((min != null && number.compareTo(min) < 0) || (max != null && number.compareTo(max) > 0)) {
            throw outOfRange(parameter, text);
        }
        return number;
    }

    private static String checked(Parameter parameter, String text, String rule, Consumer<String> reader) {
        try {
            reader.accept(text);
            return text;
        } catch (InvalidInputException | DateTimeException e) {
            throw InvalidInputException.of("PARAMETER_VALUE", parameter.id())
                    .value(text)
                    .rule(rule)
                    .wayOut("set the parameter to a value of that form")
                    .cause(e)
                    .build();
        }
    }

    private static boolean flagOf(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw InvalidInputException.of("FLAG", "flag")
                    .value(text)
                    .rule("true or false")
                    .wayOut("write one of these")
                    .build();
        }
        return text.equals("true");
    }

    private static Optional<LocalTime> timeOf(String text) {
        return text.equals("none") || text.equals("24:00") ? Optional.empty() : Optional.of(LocalTime.parse(text));
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
