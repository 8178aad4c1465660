package org.complaintkit.rules.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.complaintkit.decision.Answer;
import org.complaintkit.rules.analysis.Model.Effect;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.syntax.Rule;

/** Looks at rules of one stage two by two: what one says twice, what contradicts the other, what never stands. */
final class PairSearch {
    /** Questions that take one answer. */
    static final List<Answer> SINGLE =
            List.of(Answer.CATEGORY, Answer.COMPLEXITY, Answer.GRADE, Answer.OWNER, Answer.APPROVER, Answer.COUNT);

    private static final Set<String> SAME = Set.of("SAME_CONDITION");

    /** What it costs to hold one rule against another. */
    private static final int COMPARED = 30;

    private final Model model;
    private final Diagrams diagrams;
    private final Notes notes;
    private final Set<String> needless = new HashSet<>();

    PairSearch(Model model, Notes notes) {
        this.model = model;
        this.diagrams = model.diagrams();
        this.notes = notes;
    }

    void search() {
        List<Rule> live = model.rules().stream().filter(model::applies).toList();
        for (int i = 0; i < live.size(); i++) {
            diagrams.work((long) COMPARED * i);
            for (int j = 0; j < i; j++) {
                if (live.get(i).stage() == live.get(j).stage()) {
                    compare(live.get(i), live.get(j));
                }
            }
        }
        live.forEach(this::shadowed);
    }

    private void compare(Rule rule, Rule earlier) {
        int one = model.when(rule);
        int other = model.when(earlier);
        boolean doubled = within(rule, earlier) || within(earlier, rule);
        if (!doubled && !differ(rule, earlier)) {
            return;
        }
        int both = diagrams.and(one, other);
        if (!model.possible(rule.stage(), both)) {
            return;
        }
        boolean same = model.implies(rule.stage(), one, other) && model.implies(rule.stage(), other, one);
        for (Answer question : questions()) {
            for (Effect mine : effects(rule, question)) {
                for (Effect theirs : effects(earlier, question)) {
                    if (!mine.code().equals(theirs.code())) {
                        if (same) {
                            same(rule, earlier, mine, theirs, both);
                        } else {
                            conflict(rule, earlier, mine, theirs, both);
                        }
                    }
                }
            }
        }
        if (doubled) {
            doubled(rule, earlier, one, other);
        }
    }

    /** Whether they answer a question differently. */
    private boolean differ(Rule rule, Rule earlier) {
        return questions().stream()
                .anyMatch(question -> effects(rule, question).stream()
                        .anyMatch(mine -> effects(earlier, question).stream()
                                .anyMatch(theirs -> !mine.code().equals(theirs.code()))));
    }

    private List<Answer> questions() {
        return SINGLE.stream()
                .filter(question ->
                        question != Answer.CATEGORY || !model.policy().cumulative())
                .toList();
    }

    private List<Effect> effects(Rule rule, Answer question) {
        return model.effects(rule).stream()
                .filter(effect -> effect.answer() == question)
                .toList();
    }

    private void same(Rule rule, Rule earlier, Effect mine, Effect theirs, int both) {
        notes.add(
                FaultKind.SAME_CONDITION.told(
                        earlier.name(), Notes.place(earlier), mine.answer().verb(), mine.code(), theirs.code()),
                rule,
                rule.at(),
                rule.name(),
                List.of(earlier),
                both,
                asked -> asked.fired(rule.name()) && asked.fired(earlier.name()));
    }

    /** Two codes of which one has no rank leave the question undecided. */
    private void conflict(Rule rule, Rule earlier, Effect mine, Effect theirs, int both) {
        List<String> order = model.chain().order(mine.answer());
        if (order.contains(mine.code()) && order.contains(theirs.code())) {
            return;
        }
        notes.add(
                FaultKind.RULES_CONFLICT.told(
                        earlier.name(), Notes.place(earlier), mine.answer().verb(), mine.code(), theirs.code()),
                rule,
                rule.at(),
                rule.name(),
                List.of(earlier),
                both,
                asked -> asked.fired(rule.name()) && asked.fired(earlier.name()));
    }

    /**
     * Whatever one proposes the other proposes wherever it applies. A rule that cites a clause of its own is no
     * repetition: the answer then rests on two clauses, and says so.
     */
    private void doubled(Rule rule, Rule earlier, int one, int other) {
        boolean inside = model.implies(rule.stage(), one, other);
        boolean outside = model.implies(rule.stage(), other, one);
        if (inside && within(rule, earlier)) {
            told(rule, earlier, outside, one);
        } else if (outside && within(earlier, rule)) {
            told(earlier, rule, inside, other);
        }
    }

    private boolean within(Rule small, Rule large) {
        return new HashSet<>(model.effects(large)).containsAll(model.effects(small))
                && new HashSet<>(large.clauses()).containsAll(small.clauses());
    }

    /** One rule that makes another one needless is enough to be told. */
    private void told(Rule small, Rule large, boolean equal, int where) {
        if (!needless.add(small.name())) {
            return;
        }
        FaultKind kind = equal ? FaultKind.RULE_REDUNDANT : FaultKind.RULE_SUBSUMED;
        notes.add(
                kind.told(large.name(), Notes.place(large)),
                small,
                small.at(),
                small.name(),
                List.of(large),
                where,
                asked -> asked.fired(small.name()) && asked.fired(large.name()));
    }

    /** An answer that another one goes before, wherever it is proposed. */
    private void shadowed(Rule rule) {
        for (Answer question : questions()) {
            for (Effect effect : effects(rule, question)) {
                List<String> order = model.chain().order(question);
                int place = order.indexOf(effect.code());
                diagrams.work((long) COMPARED * Math.max(1, place));
                int left = model.when(rule);
                List<String> stronger = new ArrayList<>();
                for (int i = 0; i < place; i++) {
                    int before = left;
                    left = diagrams.and(left, diagrams.not(model.chain().proposed(question, order.get(i))));
                    if (left != before) {
                        stronger.add(order.get(i));
                    }
                }
                if (place > 0 && !model.possible(rule.stage(), left) && !notes.says(rule.name(), SAME)) {
                    notes.add(
                            FaultKind.RULE_SHADOWED.told(question.verb(), effect.code(), String.join(", ", stronger)),
                            rule,
                            rule.at(),
                            rule.name(),
                            proposers(question, stronger, rule),
                            model.when(rule),
                            asked -> asked.fired(rule.name()));
                }
            }
        }
    }

    private List<Rule> proposers(Answer question, List<String> codes, Rule but) {
        return model.rules().stream()
                .filter(rule -> !rule.equals(but)
                        && effects(rule, question).stream().anyMatch(effect -> codes.contains(effect.code()))
                        && model.possible(rule.stage(), diagrams.and(model.when(rule), model.when(but))))
                .toList();
    }
}
