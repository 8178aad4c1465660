package org.complaintkit.rules.stage;

import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Situation;
import org.complaintkit.policy.Parameters;

/** How does it count, what does it cost, and on which form is it settled? Verbs only propose. */
public final class Accounting extends Assigned {
    /** A question about a situation. */
    public Accounting(Situation situation, Parameters parameters, ProposalSink sink) {
        super(situation, parameters, sink);
    }

    /** Proposes how it counts in the statistics. */
    public void count(String code) {
        propose(Answer.COUNT, code);
    }

    /** The same, as the institution has set the parameter. */
    public void count(ParameterName code) {
        propose(Answer.COUNT, code);
    }

    /** Proposes an amount that the case carries, by the table of amounts. */
    public void amount(String id) {
        propose(Answer.AMOUNT, id);
    }

    /** The same, as the institution has set the parameter. */
    public void amount(ParameterName id) {
        propose(Answer.AMOUNT, id);
    }

    /** Proposes that there is no complaint case: the matter is settled on that form. */
    public void settledOn(String form) {
        propose(Answer.SETTLED_ON, form);
    }

    /** The same, as the institution has set the parameter. */
    public void settledOn(ParameterName form) {
        propose(Answer.SETTLED_ON, form);
    }
}
