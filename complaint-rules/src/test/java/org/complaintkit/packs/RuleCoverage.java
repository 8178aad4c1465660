package org.complaintkit.packs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Proposal;
import org.complaintkit.policy.Parameters;
import org.complaintkit.rules.PlainEvaluation;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.Rule;

/** What the rules of a pack are put to: that each fires, that each prohibition just does not, and that each bound is met. */
final class RuleCoverage {
    private RuleCoverage() {}

    static List<Coverage> all() {
        return List.of(new Fired(), new NearMisses(), new Bounds());
    }

    /** Each rule fires. */
    private static final class Fired implements Coverage {
        @Override
        public String title() {
            return "rules";
        }

        @Override
        public Stream<String> declared(DroolsRuleBook pack) {
            return pack.rules().stream().map(Rule::name);
        }

        @Override
        public void asked(DroolsRuleBook pack, Question question, List<Proposal> proposals, Consumer<String> touched) {
            proposals.forEach(proposal -> touched.accept(proposal.rule()));
        }
    }

    /** Each rule that forbids something is one test short of firing. */
    private static final class NearMisses implements Coverage {
        @Override
        public String title() {
            return "prohibitions just missed";
        }

        @Override
        public Stream<String> declared(DroolsRuleBook pack) {
            return forbidding(pack).map(Rule::name);
        }

        @Override
        public Map<String, String> exempt(DroolsRuleBook pack) {
            Map<String, String> exempt = new TreeMap<>();
            forbidding(pack)
                    .filter(rule -> rule.conditions().isEmpty())
                    .forEach(rule -> exempt.put(rule.name(), "always applies"));
            return exempt;
        }

        @Override
        public void asked(DroolsRuleBook pack, Question question, List<Proposal> proposals, Consumer<String> touched) {
            PlainEvaluation evaluation = new PlainEvaluation(question.policy(), question.situation());
            forbidding(pack)
                    .filter(rule -> rule.stage() == question.stage())
                    .filter(rule -> !holds(rule, evaluation::passes))
                    .filter(rule -> rule.tests().anyMatch(test -> decides(rule, test, evaluation)))
                    .forEach(rule -> touched.accept(rule.name()));
        }

        private static Stream<Rule> forbidding(DroolsRuleBook pack) {
            return pack.rules().stream()
                    .filter(rule -> rule.actions().stream()
                            .anyMatch(action -> action.verb().equals(Answer.PROHIBITION.verb())));
        }
    }

    /** Each number that a rule compares with lies once below its bound, once at it and once above, where that decides. */
    private static final class Bounds implements Coverage {
        private static final List<String> SIDES = List.of("below", "at", "above");
        /** What cannot be less than one. */
        private static final Set<Field> COUNTED = Set.of(Field.COMPLAINANT_COUNT, Field.ROUND);

        @Override
        public String title() {
            return "bounds of numbers";
        }

        @Override
        public Stream<String> declared(DroolsRuleBook pack) {
            return pack.rules().stream()
                    .flatMap(rule -> numbers(rule)
                            .flatMap(test -> SIDES.stream()
                                    .filter(side ->
                                            reachable(test, side, pack.policy().parameters()))
                                    .map(side -> name(rule, test, side))))
                    .distinct();
        }

        @Override
        public void asked(DroolsRuleBook pack, Question question, List<Proposal> proposals, Consumer<String> touched) {
            PlainEvaluation evaluation = new PlainEvaluation(question.policy(), question.situation());
            pack.rules().stream()
                    .filter(rule -> rule.stage() == question.stage())
                    .forEach(rule -> numbers(rule)
                            .filter(test -> decides(rule, test, evaluation))
                            .forEach(test -> touched.accept(name(rule, test, SIDES.get(1 + evaluation.order(test))))));
        }

        private static Stream<Condition.Compare> numbers(Rule rule) {
            return rule.tests()
                    .filter(Condition.Compare.class::isInstance)
                    .map(Condition.Compare.class::cast)
                    .filter(test ->
                            test.operand() instanceof Operand.Amount || test.operand() instanceof Operand.Parameter)
                    .filter(test -> bounded(Field.of(test.field()).orElseThrow(), test.operand()));
        }

        /** Whether a round is the first or a further one is a question of kind, not of number. */
        private static boolean bounded(Field field, Operand operand) {
            boolean number = field.type() == Field.Type.AMOUNT || field.type() == Field.Type.COUNT;
            return number && (field != Field.ROUND || operand instanceof Operand.Parameter);
        }

        /** Nothing counts less than one person or round, no amount is below zero. */
        private static boolean reachable(Condition.Compare test, String side, Parameters parameters) {
            if (!side.equals("below")) {
                return true;
            }
            int least = COUNTED.contains(Field.of(test.field()).orElseThrow()) ? 1 : 0;
            return test.operand() instanceof Operand.Amount amount
                    ? amount.value().intValue() > least
                    : test.operand() instanceof Operand.Parameter parameter
                            && parameters.number(parameter.id()).intValue() > least;
        }

        private static String name(Rule rule, Condition.Compare test, String side) {
            return rule.name() + ": " + test.field() + " " + side + " "
                    + test.operand().text();
        }
    }

    /** Whether the outcome of a rule hangs on one of its tests, the others being as they are. */
    private static boolean decides(Rule rule, Condition.Test test, PlainEvaluation evaluation) {
        return holds(rule, each -> each == test || evaluation.passes(each))
                != holds(rule, each -> each != test && evaluation.passes(each));
    }

    private static boolean holds(Rule rule, Predicate<Condition.Test> tests) {
        return rule.conditions().stream().allMatch(each -> PlainEvaluation.holds(each, tests));
    }
}
