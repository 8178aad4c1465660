package org.complaintkit.rules.stage;

import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Situation;
import org.complaintkit.policy.Parameters;

/** What must be done, and what must not? Verbs only propose. */
public final class Duties extends Assigned {
    /** A question about a situation. */
    public Duties(Situation situation, Parameters parameters, ProposalSink sink) {
        super(situation, parameters, sink);
    }

    /** Proposes what is owed. */
    public void duty(String code) {
        propose(Answer.DUTY, code);
    }

    /** The same, as the institution has set the parameter. */
    public void duty(ParameterName code) {
        propose(Answer.DUTY, code);
    }

    /** Proposes what must not be done. */
    public void prohibition(String code) {
        propose(Answer.PROHIBITION, code);
    }

    /** The same, as the institution has set the parameter. */
    public void prohibition(ParameterName code) {
        propose(Answer.PROHIBITION, code);
    }
}
