package org.complaintkit.rules.stage;

import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Situation;
import org.complaintkit.policy.Parameters;

/** How complex and how grave is it? Verbs only propose. */
public final class Grading extends Classified {
    /** A question about a situation. */
    public Grading(Situation situation, Parameters parameters, ProposalSink sink) {
        super(situation, parameters, sink);
    }

    /** Proposes the class that decides the limit. */
    public void complexity(String code) {
        propose(Answer.COMPLEXITY, code);
    }

    /** The same, as the institution has set the parameter. */
    public void complexity(ParameterName code) {
        propose(Answer.COMPLEXITY, code);
    }

    /** Proposes the grade of gravity. */
    public void grade(String code) {
        propose(Answer.GRADE, code);
    }

    /** The same, as the institution has set the parameter. */
    public void grade(ParameterName code) {
        propose(Answer.GRADE, code);
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
