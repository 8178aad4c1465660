package org.complaintkit.rules.syntax;

import java.util.Map;

/** Says why something that Drools knows is not part of a pack's language. */
final class Refusals {
    private static final Map<String, String> OUTSIDE = Map.of(
            "package", "the loader names the package",
            "import", "a rule sees its stage and nothing else, so there is nothing to import",
            "function", "a rule file has no functions",
            "global", "a rule file has no globals",
            "declare", "a rule file declares no types",
            "query", "a rule file has no queries",
            "dialect", "a rule file has no dialects",
            "unit", "a rule file has no rule units");
    private static final Map<String, String> PATTERN = Map.of(
            "exists", "exists looks for other facts; a rule asks about one",
            "not", "not looks for other facts; inside the parentheses write !( ... )",
            "forall", "forall looks at other facts; a rule asks about one",
            "eval", "eval runs code; a condition compares a field",
            "accumulate", "accumulate runs code; a condition compares a field",
            "or", "write two rules, or || inside the parentheses",
            "and", "a rule has one pattern; write && inside the parentheses");
    private static final Map<String, String> CONSEQUENCE = Map.of(
            "modify", "a rule changes no fact: it proposes",
            "update", "a rule changes no fact: it proposes",
            "insert", "a rule adds no fact: it proposes",
            "insertLogical", "a rule adds no fact: it proposes",
            "retract", "a rule removes no fact: it proposes",
            "delete", "a rule removes no fact: it proposes",
            "drools", "a rule does not see the engine",
            "kcontext", "a rule does not see the engine");

    private Refusals() {}

    static String outsideRule(String word) {
        return OUTSIDE.getOrDefault(word, "only rules stand here");
    }

    static String attribute(String word) {
        return switch (word) {
            case "salience" -> "salience is not known: the order of rules never decides, precedence.csv does";
            case "dialect" -> "a rule has no dialect";
            case "then" -> "the rule has no when";
            default -> "nothing but @clause and @basis stands between a rule's name and when";
        };
    }

    static String pattern(String word) {
        return PATTERN.getOrDefault(word, "a rule has one pattern, bound as decide");
    }

    static String afterPattern(String word) {
        return switch (word) {
            case "from" -> "from runs code; the pattern asks about the stage";
            case "over" -> "windows over events are not known";
            case "and", "or" -> "a rule has one pattern; write && or || inside the parentheses";
            default -> "a rule has one pattern, followed by then";
        };
    }

    static String consequence(String word) {
        return CONSEQUENCE.getOrDefault(word, "behind then stand only verbs of decide");
    }
}
