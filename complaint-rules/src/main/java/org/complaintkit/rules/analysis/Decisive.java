package org.complaintkit.rules.analysis;

import java.util.ArrayList;
import java.util.List;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.rules.drools.Facts;
import org.complaintkit.rules.stage.StageFact;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Rule;

/** The tests that alone keep a rule from applying. */
final class Decisive {
    private Decisive() {}

    /** Places of the tests, in the order written, each of which would make the rule apply if it came out the other way. */
    static List<Integer> of(Rule rule, Witnesses.Asked asked, RuleBook book) {
        List<Integer> places = new ArrayList<>();
        if (asked.fired(rule.name())) {
            return places;
        }
        StageFact fact =
                Facts.of(rule.stage(), asked.situation(), book.policy().parameters(), (answer, code, detail) -> {});
        List<Condition.Test> tests = rule.tests().toList();
        for (int i = 0; i < tests.size(); i++) {
            Condition.Test test = tests.get(i);
            if (rule.conditions().stream().allMatch(each -> TreeRuleBook.holds(turned(each, test), fact))) {
                places.add(i);
            }
        }
        return places;
    }

    /** The condition with one of its tests turned round. */
    static Condition turned(Condition condition, Condition.Test test) {
        if (condition instanceof Condition.All all) {
            return new Condition.All(
                    all.parts().stream().map(part -> turned(part, test)).toList(), all.at());
        }
        if (condition instanceof Condition.Any any) {
            return new Condition.Any(
                    any.parts().stream().map(part -> turned(part, test)).toList(), any.at());
        }
        if (condition instanceof Condition.Not not) {
            return new Condition.Not(turned(not.part(), test), not.at());
        }
        return condition.equals(test) ? new Condition.Not(condition, condition.at()) : condition;
    }
}
