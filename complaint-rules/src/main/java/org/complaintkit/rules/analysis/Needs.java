package org.complaintkit.rules.analysis;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.rules.analysis.Variable.Moment;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.syntax.Rule;

/**
 * Which complaints need an answer to a question, if no default gives one: all that are left without it are a gap. A pack
 * that answers some questions for some complaints only need not be at fault, so each question has its own measure:
 *
 * <ul>
 *   <li>an owner: every complaint; that no rule names one at all is told of a pack with categories of its own;
 *   <li>a category: those for which intake named one, if rules ask for that and propose every category of the vocabulary;
 *   <li>a complexity or a grade: every complaint, if the vocabulary has two codes or more to choose from: one alone is a
 *       mark that most complaints do not bear;
 *   <li>a deadline that ends the handling: every complaint, if rules choose between several: one alone may be meant for
 *       some complaints only. Who cannot be reached need not be answered, if rules ask for that.
 * </ul>
 *
 * <p>Of the last two nothing is needed where a rule waits for what happens after the receipt: until then no answer is an
 * honest one. Nor is it where an earlier answer that the rules ask for is open itself: that gap is told there.
 */
final class Needs {
    private static final List<Field> EARLIER = List.of(Field.CATEGORY, Field.COMPLEXITY, Field.GRADE, Field.OWNER);

    /** What is not known yet when a complaint comes in. */
    private static final Set<Field> LATER = EnumSet.of(
            Field.OUTCOME,
            Field.STATE,
            Field.ROUND,
            Field.EVENT,
            Field.EVENT_BY,
            Field.BY_PARTY,
            Field.TO_PARTY,
            Field.BY_UNIT,
            Field.DETAILS,
            Field.EVENT_AMOUNT,
            Field.MISSING,
            Field.OCCURRED,
            Field.BREACHED,
            Field.MET,
            Field.TARGET_MISSED,
            Field.GRADED,
            Field.LOWERED,
            Field.SATISFACTION,
            Field.EVENT_TOTAL,
            Field.OVERDUE);

    private final Model model;
    private final Diagrams diagrams;

    Needs(Model model) {
        this.model = model;
        this.diagrams = model.diagrams();
    }

    /** Rules that answer a question; of deadlines those that end the handling. */
    List<Rule> rules(Answer question) {
        return proposing(question).stream()
                .filter(rule -> question != Answer.DEADLINE || !ending(rule).isEmpty())
                .toList();
    }

    /** Rules that propose anything for a question and can apply. */
    List<Rule> proposing(Answer question) {
        return model.rules().stream()
                .filter(rule -> model.applies(rule)
                        && model.effects(rule).stream().anyMatch(effect -> effect.answer() == question))
                .toList();
    }

    /** Where an answer is needed, as a function of the facts; empty where the pack need not give one. */
    Optional<Integer> where(Answer question) {
        List<Rule> rules = rules(question);
        if (rules.isEmpty() || model.policy().defaultFor(question.verb()).isPresent()) {
            return Optional.empty();
        }
        boolean needed = switch (question) {
            case OWNER -> true;
            case CATEGORY ->
                asks(rules, Field.INTAKE_CATEGORIES) && proposed(rules).containsAll(categories());
            case COMPLEXITY, GRADE -> vocabulary(question).size() > 1 && known(rules);
            case DEADLINE -> choice(rules) && known(rules);
            default -> false;
        };
        return needed ? Optional.of(where(question, rules)) : Optional.empty();
    }

    private int where(Answer question, List<Rule> rules) {
        return switch (question) {
            case OWNER -> Diagrams.ALWAYS;
            case CATEGORY -> named();
            case DEADLINE -> diagrams.and(reachable(rules), decided(rules));
            default -> decided(rules);
        };
    }

    private boolean choice(List<Rule> rules) {
        return rules.stream().flatMap(rule -> ending(rule).stream()).distinct().count() > 1;
    }

    private Set<String> ending(Rule rule) {
        Map<String, DeadlineRule> rows = model.policy().deadlines();
        return model.effects(rule).stream()
                .filter(effect -> effect.answer() == Answer.DEADLINE
                        && rows.containsKey(effect.code())
                        && rows.get(effect.code()).endsHandling())
                .map(Model.Effect::code)
                .collect(Collectors.toSet());
    }

    private static boolean known(List<Rule> rules) {
        return LATER.stream().noneMatch(field -> asks(rules, field));
    }

    private static boolean asks(List<Rule> rules, Field field) {
        return rules.stream().flatMap(Rule::tests).anyMatch(test -> test.field().equals(field.word()));
    }

    private Set<String> vocabulary(Answer question) {
        return model.policy().vocabulary().kind(question.kind()).keySet();
    }

    private Set<String> categories() {
        return vocabulary(Answer.CATEGORY);
    }

    private Set<String> proposed(List<Rule> rules) {
        return rules.stream()
                .flatMap(rule -> model.effects(rule).stream())
                .filter(effect -> effect.answer() == Answer.CATEGORY)
                .map(Model.Effect::code)
                .collect(Collectors.toSet());
    }

    private int reachable(List<Rule> rules) {
        return asks(rules, Field.REACHABLE)
                ? diagrams.where(model.space().number(Field.REACHABLE, "", Moment.NOW), new boolean[] {false, true})
                : Diagrams.ALWAYS;
    }

    /** Intake named a category of the pack. */
    private int named() {
        return diagrams.any(categories().stream()
                .map(code -> diagrams.where(
                        model.space().number(Field.INTAKE_CATEGORIES, code, Moment.NOW), new boolean[] {false, true}))
                .toList());
    }

    /** The answers of earlier stages that rules ask for are there. */
    private int decided(List<Rule> rules) {
        Stage stage = rules.get(0).stage();
        int decided = Diagrams.ALWAYS;
        for (Field field : EARLIER) {
            boolean single = field != Field.CATEGORY || !model.policy().cumulative();
            if (single && asks(rules, field)) {
                decided =
                        diagrams.and(decided, diagrams.not(model.meaning(stage).is(field, "")));
            }
        }
        return decided;
    }
}
