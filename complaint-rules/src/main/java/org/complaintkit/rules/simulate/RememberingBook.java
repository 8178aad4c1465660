package org.complaintkit.rules.simulate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.drools.Facts;
import org.complaintkit.rules.stage.StageFact;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.syntax.FieldValues;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.Rule;

/**
 * A rule book that answers as it did before where all that its rules look at is as it was before: of a hundred thousand
 * cases many look alike, and most events of a case change nothing of what classifies it. Rules see nothing of a situation
 * but the fields that their conditions name, so the answer is the same. Not thread-safe.
 */
final class RememberingBook implements RuleBook {
    /** So many answers of a stage are kept; then it begins anew, so that memory does not grow with the cases. */
    private static final int MOST = 10_000;

    private final DroolsRuleBook book;
    private final Map<Stage, Looks> looks = new EnumMap<>(Stage.class);
    private final Map<Stage, Map<List<Object>, List<Proposal>>> known = new EnumMap<>(Stage.class);

    RememberingBook(DroolsRuleBook book) {
        this.book = book;
        for (Stage stage : Stage.values()) {
            looks.put(stage, Looks.of(book, stage));
            known.put(stage, new HashMap<>());
        }
    }

    /**
     * What the rules of a stage look at.
     *
     * @param fields compared as a whole
     * @param bounds by field, the numbers with which it is compared, in ascending order: of an amount only is seen which of
     *     them it is or between which of them it lies
     * @param events patterns of events, of which only is seen whether one has happened: a history as such is never the same
     */
    private record Looks(Set<Field> fields, Map<Field, BigDecimal[]> bounds, Set<String> events) {
        static Looks of(DroolsRuleBook book, Stage stage) {
            Set<Field> fields = EnumSet.noneOf(Field.class);
            Map<Field, TreeSet<BigDecimal>> numbers = new EnumMap<>(Field.class);
            Set<String> events = new TreeSet<>();
            book.rules().stream()
                    .filter(rule -> rule.stage() == stage)
                    .flatMap(Rule::tests)
                    .forEach(test -> {
                        Field field = Field.of(test.field()).orElseThrow();
                        switch (field.type()) {
                            case EVENTS -> events.add(((Operand.Text) ((Condition.Contains) test).operand()).value());
                            case AMOUNT, COUNT ->
                                test.operands()
                                        .forEach(operand -> numbers.computeIfAbsent(field, each -> new TreeSet<>())
                                                .add(FieldValues.number(
                                                        operand, book.policy().parameters()::number)));
                            default -> fields.add(field);
                        }
                    });
            Map<Field, BigDecimal[]> bounds = new EnumMap<>(Field.class);
            numbers.forEach((field, sorted) -> bounds.put(field, sorted.toArray(BigDecimal[]::new)));
            return new Looks(fields, bounds, events);
        }

        List<Object> at(StageFact fact) {
            List<Object> seen = new ArrayList<>(fields.size() + bounds.size() + events.size());
            for (Field field : fields) {
                seen.add(FieldValues.of(field, fact));
            }
            bounds.forEach((field, numbers) ->
                    seen.add(Arrays.binarySearch(numbers, FieldValues.asNumber(FieldValues.of(field, fact)))));
            for (String event : events) {
                seen.add(fact.occurred().contains(event));
            }
            return seen;
        }
    }

    @Override
    public List<Proposal> ask(Stage stage, Situation situation) {
        StageFact fact = Facts.of(stage, situation, policy().parameters(), (answer, code, detail) -> {});
        List<Object> seen = looks.get(stage).at(fact);
        Map<List<Object>, List<Proposal>> answers = known.get(stage);
        List<Proposal> answer = answers.get(seen);
        if (answer == null) {
            answer = book.ask(stage, situation);
            if (answers.size() == MOST) {
                answers.clear();
            }
            answers.put(seen, answer);
        }
        return answer;
    }

    @Override
    public Policy policy() {
        return book.policy();
    }

    @Override
    public boolean answers(Answer question) {
        return book.answers(question);
    }

    @Override
    public RuleBook with(Map<String, ?> parameters) {
        return new RememberingBook(book.with(parameters));
    }
}
