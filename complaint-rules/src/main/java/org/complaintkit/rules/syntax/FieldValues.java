package org.complaintkit.rules.syntax;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.Function;
import org.complaintkit.rules.stage.Assigned;
import org.complaintkit.rules.stage.Classified;
import org.complaintkit.rules.stage.Graded;
import org.complaintkit.rules.stage.StageFact;

/**
 * What a field of a fact holds, and whether a single test of a rule passes for it: the meaning of a condition without an
 * engine, for whoever explains or analyses rules. Stateless and thread-safe.
 */
public final class FieldValues {
    private FieldValues() {}

    /**
     * Whether a test passes for the value of its field.
     *
     * @param param the number of a parameter, by its id
     */
    public static boolean passes(Condition.Test test, Object value, Function<String, BigDecimal> param) {
        if (test instanceof Condition.Contains contains) {
            String wanted = ((Operand.Text) contains.operand()).value();
            return contains.negated() != ((Collection<?>) value).contains(wanted);
        }
        if (test instanceof Condition.In in) {
            return in.negated() != in.operands().stream().anyMatch(operand -> order(value, operand, param) == 0);
        }
        Condition.Compare compare = (Condition.Compare) test;
        int order = order(value, compare.operand(), param);
        return switch (compare.operator()) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    private static int order(Object value, Operand operand, Function<String, BigDecimal> param) {
        if (operand instanceof Operand.Flag flag) {
            return Boolean.compare((Boolean) value, flag.value());
        }
        if (value instanceof String text) {
            return text.compareTo(((Operand.Text) operand).value());
        }
        return asNumber(value).compareTo(number(operand, param));
    }

    /** The number that the value of a field is. */
    public static BigDecimal asNumber(Object value) {
        return value instanceof BigDecimal number ? number : new BigDecimal(value.toString());
    }

    /** The number that an operand stands for. */
    public static BigDecimal number(Operand operand, Function<String, BigDecimal> param) {
        return operand instanceof Operand.Parameter parameter
                ? param.apply(parameter.id())
                : ((Operand.Amount) operand).value();
    }

    /**
     * A text, a number, a flag or a collection, as the type of the field says.
     *
     * @throws ClassCastException if the stage of the fact does not have the field
     */
    public static Object of(Field field, StageFact fact) {
        return switch (field) {
            case CHANNEL -> fact.channel();
            case RECEIVED_BY -> fact.receivedBy();
            case COMPLAINANT_TYPE -> fact.complainantType();
            case ANONYMOUS -> fact.anonymous();
            case REACHABLE -> fact.reachable();
            case VIP -> fact.vip();
            case INTAKE_CATEGORIES -> fact.intakeCategories();
            case SIGNALS -> fact.signals();
            case LABELS -> fact.labels();
            case CAUSES -> fact.causes();
            case DEMANDS -> fact.demands();
            case CLAIMED_LOSS -> fact.claimedLoss();
            case COMPLAINANT_COUNT -> fact.complainantCount();
            case GIVEN -> fact.given();
            case REQUESTED_AMOUNT -> fact.requestedAmount();
            case REPRESENTATIVES -> fact.representatives();
            case CATEGORIES -> ((Classified) fact).categories();
            case CATEGORY -> ((Classified) fact).category();
            case COMPLEXITY -> ((Graded) fact).complexity();
            case GRADE -> ((Graded) fact).grade();
            case OWNER -> ((Assigned) fact).owner();
            case ASSISTS -> ((Assigned) fact).assists();
            case APPROVER -> ((Assigned) fact).approver();
            case OUTCOME -> fact.outcome();
            case STATE -> fact.state();
            case ROUND -> fact.round();
            case EVENT -> fact.event();
            case EVENT_BY -> fact.eventBy();
            case BY_PARTY -> fact.byParty();
            case TO_PARTY -> fact.toParty();
            case BY_UNIT -> fact.byUnit();
            case DETAILS -> fact.details();
            case EVENT_AMOUNT -> fact.eventAmount();
            case MISSING -> fact.missing();
            case OCCURRED -> fact.occurred();
            case BREACHED -> fact.breached();
            case MET -> fact.met();
            case TARGET_MISSED -> fact.targetMissed();
            case GRADED -> fact.graded();
            case LOWERED -> fact.lowered();
            case SATISFACTION -> fact.satisfaction();
            case SETTLED_AMOUNT -> fact.settledAmount();
            case EVENT_TOTAL -> fact.eventTotal();
            case TODAY -> fact.today();
            case RECEIVED_DAY -> fact.receivedDay();
            case OVERDUE -> fact.overdue();
        };
    }
}
