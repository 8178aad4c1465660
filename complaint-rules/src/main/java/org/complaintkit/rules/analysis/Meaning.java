package org.complaintkit.rules.analysis;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Stage;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.analysis.Variable.Moment;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.syntax.Operand;

/** What conditions mean, as functions of the facts; answers of earlier stages are replaced by what they follow from. */
final class Meaning {
    private final Policy policy;
    private final Space space;
    private final Diagrams diagrams;
    private final Stage stage;
    private final Moment moment;
    private final Optional<Chain> chain;

    /**
     * Reads conditions of one stage.
     *
     * @param moment which event is meant where a condition asks for one
     * @param chain what the earlier stages answer; empty: anything
     */
    Meaning(Policy policy, Space space, Diagrams diagrams, Stage stage, Moment moment, Optional<Chain> chain) {
        this.policy = policy;
        this.space = space;
        this.diagrams = diagrams;
        this.stage = stage;
        this.moment = moment;
        this.chain = chain;
    }

    /** When all conditions hold. */
    int of(List<Condition> conditions) {
        int all = Diagrams.ALWAYS;
        for (Condition each : conditions) {
            all = diagrams.and(all, of(each));
        }
        return all;
    }

    int of(Condition condition) {
        if (condition instanceof Condition.All all) {
            return of(all.parts());
        }
        if (condition instanceof Condition.Any any) {
            return diagrams.any(any.parts().stream().map(this::of).toList());
        }
        if (condition instanceof Condition.Not not) {
            return diagrams.not(of(not.part()));
        }
        return test((Condition.Test) condition);
    }

    private int test(Condition.Test test) {
        Field field = Field.of(test.field()).orElseThrow();
        if (test instanceof Condition.Contains contains) {
            int member = member(field, ((Operand.Text) contains.operand()).value());
            return contains.negated() ? diagrams.not(member) : member;
        }
        if (test instanceof Condition.In in) {
            int among = diagrams.any(
                    in.operands().stream().map(each -> equal(field, each)).toList());
            return in.negated() ? diagrams.not(among) : among;
        }
        Condition.Compare compare = (Condition.Compare) test;
        return switch (compare.operator()) {
            case EQUAL -> equal(field, compare.operand());
            case NOT_EQUAL -> diagrams.not(equal(field, compare.operand()));
            case LESS -> number(field, compare.operand(), order -> order < 0);
            case AT_MOST -> number(field, compare.operand(), order -> order <= 0);
            case GREATER -> number(field, compare.operand(), order -> order > 0);
            case AT_LEAST -> number(field, compare.operand(), order -> order >= 0);
        };
    }

    private int equal(Field field, Operand operand) {
        if (operand instanceof Operand.Text text) {
            return is(field, text.value());
        }
        if (operand instanceof Operand.Flag flag) {
            return where(field, "", Boolean.valueOf(flag.value())::equals);
        }
        return number(field, operand, order -> order == 0);
    }

    private int number(Field field, Operand operand, Predicate<Integer> order) {
        BigDecimal bound = operand instanceof Operand.Parameter parameter
                ? policy.parameters().number(parameter.id())
                : ((Operand.Amount) operand).value();
        return where(field, "", value -> order.test(((BigDecimal) value).compareTo(bound)));
    }

    private int where(Field field, String code, Predicate<Object> passes) {
        Moment when = Domains.OF_EVENT.contains(field) ? moment : Moment.NOW;
        int number = space.number(field, code, when);
        return diagrams.where(number, space.classes(number, passes));
    }

    private int free(Field field, String code, Predicate<Object> passes) {
        int number = space.number(field, code, Moment.FREE);
        return diagrams.where(number, space.classes(number, passes));
    }

    /** When a field holds one code. */
    int is(Field field, String code) {
        if (!Domains.ANSWERS.contains(field)) {
            return where(field, "", code::equals);
        }
        if (chain.isEmpty()) {
            return free(field, "", code::equals);
        }
        return given(chain.get().is(question(field), code), code.isEmpty());
    }

    /** When a field holds a code among others. */
    int member(Field field, String code) {
        if (field == Field.LABELS) {
            int fact = where(field, code, Boolean.TRUE::equals);
            return chain.isEmpty() ? fact : diagrams.or(fact, given(chain.get().labelled(code, stage), false));
        }
        if (!Domains.ANSWERS.contains(field)) {
            return where(field, code, Boolean.TRUE::equals);
        }
        if (chain.isEmpty()) {
            return free(field, code, Boolean.TRUE::equals);
        }
        Chain answers = chain.get();
        return given(field == Field.CATEGORIES ? answers.among(code) : answers.assists(code), false);
    }

    /** The receipt itself is checked before anything has been answered. */
    private int given(int answer, boolean empty) {
        if (stage != Stage.CHECKS) {
            return answer;
        }
        int received = where(Field.EVENT, "", CaseEvent.RECEIVED::equals);
        return empty ? diagrams.or(received, answer) : diagrams.and(diagrams.not(received), answer);
    }

    static Answer question(Field field) {
        return switch (field) {
            case CATEGORY, CATEGORIES -> Answer.CATEGORY;
            case COMPLEXITY -> Answer.COMPLEXITY;
            case GRADE -> Answer.GRADE;
            case OWNER -> Answer.OWNER;
            case ASSISTS -> Answer.ASSIST;
            case APPROVER -> Answer.APPROVER;
            default -> throw new IllegalArgumentException(field + " is no answer");
        };
    }
}
