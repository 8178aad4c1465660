package org.complaintkit.policy;

import java.util.Set;

/**
 * A row of {@code lifecycle.csv}: an event that moves a case from one state to another.
 *
 * @param from states in which it applies, codes of kind STATE
 * @param event the event, with what it must say
 * @param to the state that follows, or {@link #BACK}
 * @param guard condition on the case
 * @param implied whether the step is taken as done when a later event shows that it must have happened
 * @param begins whether a round of handling begins: fresh clocks, the old ones kept as earlier ones
 * @param clause the clause behind it; empty for the common lifecycle
 */
public record Transition(
        Set<String> from, EventPattern event, String to, Guard guard, boolean implied, Round begins, String clause) {

    /** As the state that follows: the one in which the case was before it came into this one. */
    public static final String BACK = "BACK";

    /** What begins with a step. */
    public enum Round {
        /** Nothing: the handling goes on. */
        NONE,
        /** A new handling from the beginning: a complaint repeated. */
        AFRESH,
        /** The same handling with fresh clocks: outcome and facts stay. */
        REWORK
    }

    /** Conditions on the case: named, and few. What a clause demands of an event is a rule of the stage of checks. */
    public enum Guard {
        NONE,
        /** No answer can be delivered to the complainant. */
        UNREACHABLE,
        /** Fewer rounds of rework were begun than the parameter {@code <pack>.maxRounds} allows. */
        ROUNDS_LEFT,
        /** An event of this type took effect before in the same round. */
        AGAIN,
        /** No duty is open that holds up the closing. */
        NO_BLOCKING_DUTY
    }
}
