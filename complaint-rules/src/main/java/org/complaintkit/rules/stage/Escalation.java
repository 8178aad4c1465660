package org.complaintkit.rules.stage;

import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Situation;
import org.complaintkit.policy.Parameters;

/** Who must be told now? Verbs only propose. */
public final class Escalation extends Assigned {
    /** A question about a situation. */
    public Escalation(Situation situation, Parameters parameters, ProposalSink sink) {
        super(situation, parameters, sink);
    }

    /** Proposes who is told, by the table of escalations. */
    public void escalate(String id) {
        propose(Answer.ESCALATE, id);
    }

    /** The same, as the institution has set the parameter. */
    public void escalate(ParameterName id) {
        propose(Answer.ESCALATE, id);
    }
}
