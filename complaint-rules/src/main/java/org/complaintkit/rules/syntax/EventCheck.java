package org.complaintkit.rules.syntax;

import java.util.Set;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.Nearest;
import org.complaintkit.rules.pack.Position;

/** Checks an event pattern in a rule. */
record EventCheck(Policy policy, Faults faults) {
    /** Moments that tables can speak of and rules cannot. */
    static final Set<String> MOMENTS = Set.of("RECOGNISED", "ENTERED");

    void check(String text, Rule rule, Position at) {
        String file = rule.stage().file();
        try {
            EventPattern pattern = EventPattern.parse(text);
            Set<String> events = policy.vocabulary().kind("EVENT").keySet();
            known("UNKNOWN_EVENT", "the vocabulary has no such event", pattern.type(), events, file, at);
            for (EventPattern.Condition condition : pattern.conditions()) {
                if (condition.key().equals("by")) {
                    Set<String> roles = policy.vocabulary().kind("ROLE").keySet();
                    known("UNKNOWN_CODE", "the vocabulary has no such role", condition.value(), roles, file, at);
                } else if (condition.key().equals("escalation")) {
                    Set<String> ids = policy.escalations().keySet();
                    known("UNKNOWN_ESCALATION", "escalations.csv has no such row", condition.value(), ids, file, at);
                }
            }
        } catch (InvalidInputException e) {
            faults.add(e, file, at);
        }
    }

    private void known(String code, String reason, String name, Set<String> known, String file, Position at) {
        if (!known.contains(name)) {
            faults.add(code, file, at, name, reason, Nearest.hint(name, known, "correct it, or add the code"));
        }
    }
}
