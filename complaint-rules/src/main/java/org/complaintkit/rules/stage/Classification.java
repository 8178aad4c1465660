package org.complaintkit.rules.stage;

import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Situation;
import org.complaintkit.policy.Parameters;

/** What is it about, and what must be remembered about it? Verbs only propose. */
public final class Classification extends StageFact {
    /** A question about a situation. */
    public Classification(Situation situation, Parameters parameters, ProposalSink sink) {
        super(situation, parameters, sink);
    }

    /** Proposes a category that applies. */
    public void category(String code) {
        propose(Answer.CATEGORY, code);
    }

    /** The same, as the institution has set the parameter. */
    public void category(ParameterName code) {
        propose(Answer.CATEGORY, code);
    }

    /** Proposes a label that applies. */
    public void label(String code) {
        propose(Answer.LABEL, code);
    }

    /** The same, as the institution has set the parameter. */
    public void label(ParameterName code) {
        propose(Answer.LABEL, code);
    }
}
