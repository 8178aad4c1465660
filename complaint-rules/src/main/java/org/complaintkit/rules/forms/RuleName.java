package org.complaintkit.rules.forms;

import java.util.Optional;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Told;

/** What a rule may be called, in whichever form it is written. */
final class RuleName {
    private static final int LONGEST = 200;

    private RuleName() {}

    /** What is wrong with a name; empty if nothing is. */
    static Optional<Told> check(String name) {
        if (name.isBlank()) {
            return Optional.of(FaultKind.RULE_NAME.told());
        }
        if (name.length() > LONGEST) {
            return Optional.of(FaultKind.RULE_NAME_LENGTH.told(LONGEST));
        }
        if (name.contains("*/")) {
            return Optional.of(FaultKind.RULE_NAME_COMMENT.told());
        }
        boolean plain = name.chars().noneMatch(c -> c == '"' || c == '\\' || c == '\n' || c == '\r');
        return plain ? Optional.empty() : Optional.of(FaultKind.RULE_NAME_QUOTE.told());
    }
}
