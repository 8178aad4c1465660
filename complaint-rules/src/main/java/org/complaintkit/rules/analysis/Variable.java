package org.complaintkit.rules.analysis;

import java.util.List;
import org.complaintkit.rules.syntax.Field;

/**
 * One thing that situations differ in: a field of one value, or whether a field of several codes holds one of them.
 *
 * @param field the field; several variables where it holds several codes
 * @param code the code or event pattern that it may hold; empty for a field of one value
 * @param moment which of its values is meant
 * @param values one of each class: what rules compare it with tells no two values of a class apart
 * @param costs how far each class lies from the usual one, which has 0
 */
record Variable(Field field, String code, Moment moment, List<Object> values, List<Integer> costs) {

    /** When, and for whom, a field has the value that a variable means. */
    enum Moment {
        /** In the situation about which the rules are asked. */
        NOW,
        /** When the answers were given that the stage of checks sees: at the event before. */
        BEFORE,
        /** An answer of an earlier stage, taken as if it could be anything. */
        FREE
    }

    /** The class that has no cost. */
    int usual() {
        for (int i = 0; i < costs.size(); i++) {
            if (costs.get(i) == 0) {
                return i;
            }
        }
        throw new IllegalStateException("no usual value of " + field);
    }

    /** A code that the field may hold, or may not. */
    boolean member() {
        return field.type() == Field.Type.CODES || field.type() == Field.Type.EVENTS;
    }
}
