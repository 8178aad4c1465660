package org.complaintkit.policy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.calendar.Term;
import org.complaintkit.calendar.TermUnit;

/**
 * The parameters of one policy with the values that are in force for one institution. Immutable and thread-safe.
 */
public final class Parameters {
    private static final BigDecimal FIRST_DAY = BigDecimal.ZERO;
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(9999_12_31);
    private static final String NONE = "none";
    private static final String DAY = "a day such as 2025-11-14, or none";

    private final Map<String, Parameter> declared;
    private final List<Consistency> consistency;
    private final Map<String, Object> set;

    private Parameters(Map<String, Parameter> declared, List<Consistency> consistency, Map<String, Object> set) {
        this.declared = declared;
        this.consistency = consistency;
        this.set = set;
    }

    /** All at their defaults, with no condition between them. */
    public static Parameters of(Iterable<Parameter> declared) {
        return of(declared, List.of());
    }

    /** All at their defaults; the conditions hold for whatever is set later. */
    public static Parameters of(Iterable<Parameter> declared, List<Consistency> consistency) {
        Map<String, Parameter> byId = new TreeMap<>();
        declared.forEach(parameter -> byId.put(parameter.id(), parameter));
        return new Parameters(Collections.unmodifiableMap(byId), List.copyOf(consistency), Map.of());
    }

    /** The declarations, by id. */
    public Map<String, Parameter> declared() {
        return declared;
    }

    /** What they must fulfil together. */
    public List<Consistency> consistency() {
        return consistency;
    }

    /** What the institution set away from the defaults, by id. */
    public Map<String, Object> set() {
        return set;
    }

    /**
     * The same parameters with some values set. Ids of other policies are not ours to judge: the caller passes only
     * those that {@link #declared()} knows.
     *
     * @throws InvalidInputException if an id is not declared, a value is of the wrong kind or out of range, that of a
     *     parameter which follows another included; code {@code PARAMS_INCONSISTENT}, with the clause, if the values
     *     contradict each other
     */
    public Parameters with(Map<String, ?> values) {
        Map<String, Object> merged = new TreeMap<>(set);
        values.forEach((id, value) -> merged.put(id, accepted(id, value)));
        Parameters with = new Parameters(declared, consistency, Collections.unmodifiableMap(merged));
        with.check();
        return with;
    }

    /**
     * Checks what follows from other parameters, and what they must fulfil together.
     *
     * @throws InvalidInputException as {@link #with}
     */
    public void check() {
        declared.values().stream()
                .filter(parameter -> parameter.initial() instanceof Parameter.Same && !set.containsKey(parameter.id()))
                .forEach(parameter -> accepted(parameter.id(), value(parameter.id())));
        consistency.stream().filter(rule -> !rule.holds(this)).findFirst().ifPresent(rule -> {
            throw inconsistent(rule);
        });
    }

    /**
     * A number in force; of a date, year, month and day as one number, 20251114. {@code none} is 0 for a date of unit
     * {@link Parameter#PAST} and 99991231 for one of unit {@link Parameter#FUTURE}.
     *
     * @throws InvalidInputException if no such number or date is declared
     */
    public BigDecimal number(String id) {
        Object value = value(id);
        if (value instanceof BigDecimal number) {
            return number;
        }
        Parameter parameter = declared.get(id);
        if (parameter != null && parameter.kind() == Parameter.Kind.DATE) {
            return day(parameter, value.toString());
        }
        throw unknown(id);
    }

    private static BigDecimal day(Parameter parameter, String text) {
        if (text.equals(NONE)) {
            return parameter.unit().equals(Parameter.PAST) ? FIRST_DAY : LAST_DAY;
        }
        checked(parameter, text, DAY, Parameters::dayOf);
        LocalDate day = LocalDate.parse(text);
        return BigDecimal.valueOf((day.getYear() * 100L + day.getMonthValue()) * 100 + day.getDayOfMonth());
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

    /** Where the value in force comes from: {@link Basis#PARAMETER} if the institution set it, or what it follows. */
    public Basis basis(String id) {
        return set.containsKey(source(id)) ? Basis.PARAMETER : declared(id).basis();
    }

    private Object value(String id) {
        Object chosen = set.get(id);
        if (chosen != null) {
            return chosen;
        }
        if (!(declared(id).initial() instanceof Parameter.Same same)) {
            return declared(id).initial();
        }
        source(id);
        return share(value(same.other()), same.parts());
    }

    /** One of so many equal parts. */
    private static Object share(Object whole, int parts) {
        if (parts == 1) {
            return whole;
        }
        if (whole instanceof BigDecimal number) {
            return number.divide(BigDecimal.valueOf(parts), MathContext.DECIMAL64);
        }
        return Term.parse(whole.toString()) instanceof Term.Amount amount
                ? share(amount, parts).toString()
                : whole;
    }

    /** In the coarsest unit that gives it whole: half of a working day of eight hours is 4 working hours. */
    private static Term.Amount share(Term.Amount whole, int parts) {
        if (whole.amount() % parts == 0) {
            return Term.of(whole.amount() / parts, whole.unit());
        }
        return switch (whole.unit()) {
            case YEARS -> share(Term.of(whole.amount() * 12, TermUnit.MONTHS), parts);
            case WEEKS -> share(Term.of(whole.amount() * 7, TermUnit.DAYS), parts);
            case DAYS -> share(Term.of(whole.amount() * 24, TermUnit.HOURS), parts);
            case WORKING_DAYS -> share(Term.of(whole.amount() * 8, TermUnit.WORKING_HOURS), parts);
            case HOURS -> share(Term.of(whole.amount() * 60, TermUnit.MINUTES), parts);
            case WORKING_HOURS -> share(Term.of(whole.amount() * 60, TermUnit.WORKING_MINUTES), parts);
            case MONTHS, MINUTES, WORKING_MINUTES -> Term.of(whole.amount() / parts, whole.unit());
        };
    }

    /** The parameter that gives the value: the first that is set, or does not follow another one. */
    private String source(String id) {
        String source = id;
        for (int i = 0; i <= declared.size(); i++) {
            if (set.containsKey(source) || !(declared(source).initial() instanceof Parameter.Same same)) {
                return source;
            }
            source = same.other();
        }
        throw InvalidInputException.of("PARAMETER_CYCLE", id)
                .value(source)
                .rule("a parameter follows another one, never, at length, itself")
                .wayOut("give one of them a default of its own")
                .build();
    }

    private Parameter declared(String id) {
        Parameter parameter = declared.get(id);
        if (parameter == null) {
            throw unknown(id);
        }
        return parameter;
    }

    private Object accepted(String id, Object value) {
        Parameter parameter = declared(id);
        String text = value.toString();
        return switch (parameter.kind()) {
            case NUMBER -> number(parameter, text);
            case DATE -> checked(parameter, text, DAY, Parameters::dayOf);
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

    private static void dayOf(String text) {
        if (!text.equals(NONE) && LocalDate.parse(text).isAfter(LocalDate.of(9999, 12, 31))) {
            throw new DateTimeException("more than four digits of a year");
        }
    }

    private static Optional<LocalTime> timeOf(String text) {
        return text.equals(NONE) || text.equals("24:00") ? Optional.empty() : Optional.of(LocalTime.parse(text));
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

    private static InvalidInputException inconsistent(Consistency rule) {
        return InvalidInputException.of("PARAMS_INCONSISTENT", "params")
                .value(rule.text())
                .rule("clause " + rule.clause() + " demands " + rule.text())
                .wayOut("set these parameters to values that fit together")
                .build();
    }

    private InvalidInputException unknown(String id) {
        return InvalidInputException.of("UNKNOWN_PARAMETER", "params")
                .value(id)
                .rule("one of " + declared.keySet())
                .wayOut(Nearest.hint(id, declared.keySet(), "use the id of a parameter that the pack declares"))
                .build();
    }
}
