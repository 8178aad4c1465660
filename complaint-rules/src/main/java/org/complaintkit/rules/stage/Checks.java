package org.complaintkit.rules.stage;

import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Situation;
import org.complaintkit.policy.Parameters;

/** Is what happened in order? Verbs only propose. */
public final class Checks extends Assigned {
    /** A question about a situation. */
    public Checks(Situation situation, Parameters parameters, ProposalSink sink) {
        super(situation, parameters, sink);
    }

    /** Proposes a breach to record. */
    public void finding(String code) {
        propose(Answer.FINDING, code);
    }

    /** The same, as the institution has set the parameter. */
    public void finding(ParameterName code) {
        propose(Answer.FINDING, code);
    }

    /** Proposes a breach to record that denies the event its effect. */
    public void noEffect(String code) {
        propose(Answer.NO_EFFECT, code);
    }

    /** The same, as the institution has set the parameter. */
    public void noEffect(ParameterName code) {
        propose(Answer.NO_EFFECT, code);
    }
}
