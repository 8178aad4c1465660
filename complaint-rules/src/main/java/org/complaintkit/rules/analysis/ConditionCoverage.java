package org.complaintkit.rules.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.decision.ObservedRuleBook;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Rule;
import org.complaintkit.rules.syntax.RulePrinter;

/**
 * On which conditions of a pack's rules its cases depend. A condition is the smallest test of a rule; a case depends on it
 * if it alone keeps the rule from applying: were it left out or turned round by a slip of the pen, that case would tell.
 * Conditions that nothing can depend on, because the rest of the rule implies them, are not counted. Not thread-safe.
 */
public final class ConditionCoverage {
    private final List<Rule> rules;
    private final List<Place> all = new ArrayList<>();
    private final Set<String> decided = new TreeSet<>();

    /** One test of a rule, by its place among all tests of the rule. */
    private record Place(Rule rule, int test) {
        String key() {
            return rule.name() + "\n" + test;
        }
    }

    private ConditionCoverage(Policy policy, List<Rule> rules) {
        this.rules = List.copyOf(rules);
        Model model = new Model(policy, rules);
        for (Rule rule : model.rules()) {
            List<Condition.Test> tests = rule.tests().toList();
            for (int i = 0; i < tests.size(); i++) {
                if (model.possible(rule.stage(), nearly(model, rule, tests.get(i)))) {
                    all.add(new Place(rule, i));
                }
            }
        }
    }

    /** Of a pack that was read and has no fault, before any case. */
    public static ConditionCoverage of(Policy policy, List<Rule> rules) {
        return new ConditionCoverage(policy, rules);
    }

    /** Where a rule does not apply and would if one test came out the other way. */
    static int nearly(Model model, Rule rule, Condition.Test test) {
        int turned = model.meaning(rule.stage())
                .of(rule.conditions().stream()
                        .map(each -> Decisive.turned(each, test))
                        .toList());
        return model.diagrams().and(turned, model.diagrams().not(model.when(rule)));
    }

    /** The rule book of this pack, noting what the cases depend on that are run with it instead. */
    public RuleBook watched(RuleBook book) {
        return new ObservedRuleBook(book, this::note);
    }

    private void note(RuleBook book, Stage stage, Situation situation, List<Proposal> proposals) {
        Witnesses.Asked asked = new Witnesses.Asked(stage, situation, proposals);
        rules.stream()
                .filter(rule -> rule.stage() == stage)
                .forEach(rule ->
                        Decisive.of(rule, asked, book).forEach(test -> decided.add(new Place(rule, test).key())));
    }

    /** How many conditions a case can depend on. */
    public int conditions() {
        return all.size();
    }

    /** The conditions on which no case depends, each after its rule, with their places. */
    public List<String> conditionsMissed() {
        return all.stream()
                .filter(each -> !decided.contains(each.key()))
                .map(each -> {
                    Condition.Test test = each.rule().tests().toList().get(each.test());
                    return each.rule().name() + ": " + RulePrinter.print(test) + "  ("
                            + each.rule().file() + ":" + test.at() + ")";
                })
                .toList();
    }
}
