package org.complaintkit.rules.handbook;

import java.util.List;
import java.util.function.Function;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.rules.cases.CaseCoverage;
import org.complaintkit.rules.cases.PackCase;
import org.complaintkit.rules.cases.TableState;
import org.complaintkit.rules.drools.DroolsRuleBook;

/**
 * What the worked cases of a pack reach. Immutable.
 *
 * @param cases how many there are
 * @param asExpected how many of them come out as their authors expect
 * @param rules how many rules the pack has
 * @param rulesMissed names of those that no case makes fire, with their places
 * @param clauses how many clauses can be reached
 * @param clausesMissed ids of those that no case reaches
 * @param states all that can become of the rows of the tables of time, table by table
 * @param statesMissed what of it no case shows
 */
public record CaseReach(
        int cases,
        int asExpected,
        int rules,
        List<String> rulesMissed,
        long clauses,
        List<String> clausesMissed,
        List<TableState> states,
        List<TableState> statesMissed) {
    public CaseReach {
        rulesMissed = List.copyOf(rulesMissed);
        clausesMissed = List.copyOf(clausesMissed);
        states = List.copyOf(states);
        statesMissed = List.copyOf(statesMissed);
    }

    /**
     * Runs the cases; one that cannot be run reaches nothing and is not as expected.
     *
     * @param others gives the rule books of further packs that cases name
     */
    public static CaseReach of(DroolsRuleBook book, List<PackCase> cases, Function<String, RuleBook> others) {
        CaseCoverage coverage = CaseCoverage.of(book);
        RuleBook watched = coverage.watched();
        int asExpected = 0;
        for (PackCase each : cases) {
            asExpected += holds(each, coverage, watched, others) ? 1 : 0;
        }
        return new CaseReach(
                cases.size(),
                asExpected,
                coverage.rules(),
                coverage.rulesMissed(),
                coverage.clauses(),
                coverage.clausesMissed(),
                TableState.of(book.policy(), book.rules()),
                coverage.statesMissed());
    }

    private static boolean holds(
            PackCase each, CaseCoverage coverage, RuleBook watched, Function<String, RuleBook> others) {
        try {
            String answer =
                    each.answer(id -> id.equals(watched.policy().id()) ? watched : others.apply(id), coverage::stands);
            coverage.answered(answer);
            return each.differences(answer).isEmpty();
        } catch (InvalidInputException e) {
            return false;
        }
    }
}
