package org.complaintkit.rules.syntax;

import java.util.Set;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Told;

/** Says why something that Drools knows is not part of a pack's language. */
final class Refusals {
    private static final Set<String> OTHER_FACTS = Set.of("exists", "not", "forall");
    private static final Set<String> CODE = Set.of("eval", "accumulate", "from", "over", "collect");
    private static final Set<String> CHANGES =
            Set.of("modify", "update", "insert", "insertLogical", "retract", "delete");
    private static final Set<String> ENGINE = Set.of("drools", "kcontext");

    private Refusals() {}

    /** Between a rule's name and its condition. */
    static Told attribute(String word) {
        return switch (word) {
            case "salience" -> FaultKind.SALIENCE.told();
            case "then" -> FaultKind.WHEN_MISSING.told();
            default -> FaultKind.ATTRIBUTE.told();
        };
    }

    /** In the place of the pattern. */
    static Told pattern(String word, String fact) {
        if (OTHER_FACTS.contains(word)) {
            return FaultKind.OTHER_FACTS.told(word, fact);
        }
        return CODE.contains(word) ? FaultKind.CODE_IN_PATTERN.told(word, fact) : FaultKind.PATTERN.told(fact);
    }

    /** Behind the pattern. */
    static Told afterPattern(String word, String fact) {
        return CODE.contains(word) ? FaultKind.CODE_IN_PATTERN.told(word, fact) : FaultKind.SECOND_PATTERN.told();
    }

    /** Behind then. */
    static Told consequence(String word, String verb) {
        if (CHANGES.contains(word)) {
            return FaultKind.FACT_CHANGED.told(verb);
        }
        return ENGINE.contains(word) ? FaultKind.ENGINE_SEEN.told(verb) : FaultKind.CONSEQUENCE.told(verb);
    }
}
