package org.complaintkit.rules.forms;

import java.util.List;
import java.util.Optional;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Told;
import org.complaintkit.rules.syntax.Action;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.RuleParser;

/** How much one rule may say: as much in a table or a sentence as in a rule file. */
final class RuleBounds {
    private RuleBounds() {}

    /** What is too much; empty if nothing is. */
    static Optional<Told> check(List<Condition> conditions, List<Action> actions) {
        if (conditions.stream().flatMap(Condition::tests).count() > RuleParser.MAX_TESTS) {
            return Optional.of(FaultKind.TOO_MANY_CONDITIONS.told(RuleParser.MAX_TESTS));
        }
        if (actions.size() > RuleParser.MAX_ACTIONS) {
            return Optional.of(FaultKind.TOO_MANY_ACTIONS.told(RuleParser.MAX_ACTIONS));
        }
        boolean endless = conditions.stream()
                .flatMap(Condition::tests)
                .anyMatch(test -> test.operands().size() > RuleParser.MAX_VALUES);
        return endless ? Optional.of(FaultKind.TOO_MANY_VALUES.told(RuleParser.MAX_VALUES)) : Optional.empty();
    }
}
