package org.complaintkit.rules.pack;

import java.util.Collection;
import java.util.Set;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.policy.EventPattern;

/**
 * Looks up what an event pattern names: the event, and the codes in its conditions.
 *
 * @param names those of the policy
 * @param others names that are allowed besides the events of the vocabulary: moments and milestones
 */
public record EventNames(PolicyNames names, Set<String> others, Faults faults) {
    /** The moment at which a case enters a state, which tables and rules can speak of as of an event. */
    public static final String ENTERED = "ENTERED";

    /** Moments that tables and rules can speak of as of events: a state entered, a limit or a target passed. */
    public static final Set<String> MOMENTS = Set.of(ENTERED, "LIMIT", "TARGET");

    /** The moment at which the rules first asked for a thing, which only tables can speak of. */
    public static final String RECOGNISED = "RECOGNISED";

    /** The day on which a follow-up visit is due, which the table of transitions can speak of. */
    public static final String FOLLOW_UP_DUE = "FOLLOW_UP_DUE";

    /** A visit that was due is put off, because what starts its clock came later than planned. */
    public static final String FOLLOW_UP_MOVED = "FOLLOW_UP_MOVED";

    /** Looks up a pattern as it is written. */
    public void check(String pattern, String file, Position at) {
        try {
            check(EventPattern.parse(pattern), file, at);
        } catch (InvalidInputException e) {
            faults.add(e, file, at);
        }
    }

    /** Looks up a pattern. */
    public void check(EventPattern pattern, String file, Position at) {
        if (!others.contains(pattern.type())) {
            known(FaultKind.UNKNOWN_EVENT.told(), pattern.type(), codes("EVENT"), file, at);
        }
        for (EventPattern.Condition condition : pattern.conditions()) {
            String value = condition.value();
            switch (condition.key()) {
                case "by" -> known(FaultKind.UNKNOWN_CODE.told("ROLE"), value, codes("ROLE"), file, at);
                case "after" -> {
                    if (!value.equals(EventPattern.START)) {
                        known(FaultKind.UNKNOWN_EVENT.told(), value, codes("EVENT"), file, at);
                    }
                }
                case "state" -> known(FaultKind.UNKNOWN_CODE.told("STATE"), value, codes("STATE"), file, at);
                case "deadline", "within" ->
                    known(FaultKind.UNKNOWN_DEADLINE.told(), value, names.deadlines(), file, at);
                case "escalation" -> known(FaultKind.UNKNOWN_ESCALATION.told(), value, names.escalations(), file, at);
                default -> {}
            }
        }
    }

    private Set<String> codes(String kind) {
        return names.codes(kind);
    }

    private void known(Told told, String name, Collection<String> known, String file, Position at) {
        if (!known.contains(name)) {
            faults.add(told.near(name, known), file, at, name);
        }
    }
}
