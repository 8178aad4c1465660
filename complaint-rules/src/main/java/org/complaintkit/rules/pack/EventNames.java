package org.complaintkit.rules.pack;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.Nearest;
import org.complaintkit.policy.Policy;

/**
 * Looks up what an event pattern names: the event, and the codes in its conditions.
 *
 * @param policy whose codes count
 * @param others names that are allowed besides the events of the vocabulary: moments and milestones
 */
public record EventNames(Policy policy, Set<String> others, Faults faults) {
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
            String reason = "no event of the vocabulary has this code";
            known("UNKNOWN_EVENT", reason, pattern.type(), codes("EVENT"), file, at);
        }
        for (EventPattern.Condition condition : pattern.conditions()) {
            String value = condition.value();
            switch (condition.key()) {
                case "by" -> known("UNKNOWN_CODE", "no role has this code", value, codes("ROLE"), file, at);
                case "after" -> {
                    if (!value.equals(EventPattern.START)) {
                        known("UNKNOWN_EVENT", "no event has this code", value, codes("EVENT"), file, at);
                    }
                }
                case "state" -> known("UNKNOWN_CODE", "no state has this code", value, codes("STATE"), file, at);
                case "deadline", "within" ->
                    known(
                            "UNKNOWN_DEADLINE",
                            "no row of deadlines.csv has this id",
                            value,
                            policy.deadlines().keySet().stream()
                                    .map(DeadlineRule::code)
                                    .collect(Collectors.toSet()),
                            file,
                            at);
                case "escalation" ->
                    known(
                            "UNKNOWN_ESCALATION",
                            "no row of escalations.csv has this id",
                            value,
                            policy.escalations().keySet().stream()
                                    .map(DeadlineRule::code)
                                    .collect(Collectors.toSet()),
                            file,
                            at);
                default -> {}
            }
        }
    }

    private Set<String> codes(String kind) {
        return policy.vocabulary().kind(kind).keySet();
    }

    private void known(String code, String reason, String name, Collection<String> known, String file, Position at) {
        if (!known.contains(name)) {
            faults.add(code, file, at, name, reason, Nearest.hint(name, known, "correct it, or add the missing row"));
        }
    }
}
