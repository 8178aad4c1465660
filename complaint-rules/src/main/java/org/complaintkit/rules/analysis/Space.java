package org.complaintkit.rules.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.complaintkit.rules.analysis.Variable.Moment;
import org.complaintkit.rules.syntax.Field;

/** All variables of a pack's situations, in the order in which diagrams ask for them. */
final class Space {
    private final List<Variable> variables = new ArrayList<>();
    private final Map<Key, Integer> numbers = new HashMap<>();

    private record Key(Field field, String code, Moment moment) {}

    void add(Variable variable) {
        if (numbers.putIfAbsent(new Key(variable.field(), variable.code(), variable.moment()), variables.size())
                == null) {
            variables.add(variable);
        }
    }

    List<Variable> variables() {
        return Collections.unmodifiableList(variables);
    }

    boolean has(Field field, String code, Moment moment) {
        return numbers.containsKey(new Key(field, code, moment));
    }

    int number(Field field, String code, Moment moment) {
        Integer number = numbers.get(new Key(field, code, moment));
        if (number == null) {
            throw new IllegalStateException("no variable for " + field + " " + code + " " + moment);
        }
        return number;
    }

    /** The usual class of each variable. */
    int[] usual() {
        return variables.stream().mapToInt(Variable::usual).toArray();
    }

    /** The classes of a variable whose values pass. */
    boolean[] classes(int number, Predicate<Object> passes) {
        List<Object> values = variables.get(number).values();
        boolean[] classes = new boolean[values.size()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = passes.test(values.get(i));
        }
        return classes;
    }

    /** How many situations there are to tell apart, as a power of two. */
    double bits() {
        return variables.stream()
                .mapToDouble(each -> Math.log(each.values().size()) / Math.log(2))
                .sum();
    }
}
