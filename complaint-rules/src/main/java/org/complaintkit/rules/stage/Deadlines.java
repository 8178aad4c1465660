package org.complaintkit.rules.stage;

import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Situation;
import org.complaintkit.policy.Parameters;

/** Which clocks run, and whose events stop them? Verbs only propose. */
public final class Deadlines extends Assigned {
    /** A question about a situation. */
    public Deadlines(Situation situation, Parameters parameters, ProposalSink sink) {
        super(situation, parameters, sink);
    }

    /** Proposes a deadline that applies. */
    public void deadline(String id) {
        propose(Answer.DEADLINE, id);
    }

    /** The same, as the institution has set the parameter. */
    public void deadline(ParameterName id) {
        propose(Answer.DEADLINE, id);
    }

    /** Proposes an event that the milestone needs. */
    public void ends(String milestone, String eventPattern) {
        propose(Answer.ENDS, milestone, eventPattern);
    }
}
