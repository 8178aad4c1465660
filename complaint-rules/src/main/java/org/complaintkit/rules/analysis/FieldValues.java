package org.complaintkit.rules.analysis;

import java.math.BigDecimal;
import java.util.Collection;
import org.complaintkit.rules.stage.Assigned;
import org.complaintkit.rules.stage.Classified;
import org.complaintkit.rules.stage.Graded;
import org.complaintkit.rules.stage.StageFact;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.syntax.Operand;

/** What a single test says of a fact. */
final class FieldValues {
    private FieldValues() {}

    static boolean passes(Condition.Test test, StageFact fact) {
        Object value = value(Field.of(test.field()).orElseThrow(), fact);
        if (test instanceof Condition.Contains contains) {
            boolean held = ((Collection<?>) value).contains(((Operand.Text) contains.operand()).value());
            return held != contains.negated();
        }
        if (test instanceof Condition.In in) {
            return in.negated() != in.operands().stream().anyMatch(operand -> order(value, operand, fact) == 0);
        }
        Condition.Compare compare = (Condition.Compare) test;
        int order = order(value, compare.operand(), fact);
        return switch (compare.operator()) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    private static int order(Object value, Operand operand, StageFact fact) {
        if (operand instanceof Operand.Text text) {
            return ((String) value).compareTo(text.value());
        }
        if (operand instanceof Operand.Flag flag) {
            return Boolean.compare((Boolean) value, flag.value());
        }
        BigDecimal number = value instanceof BigDecimal amount ? amount : BigDecimal.valueOf((Long) value);
        BigDecimal bound = operand instanceof Operand.Parameter parameter
                ? fact.param(parameter.id())
                : ((Operand.Amount) operand).value();
        return number.compareTo(bound);
    }

    private static Object value(Field field, StageFact fact) {
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
