package org.complaintkit.rules.stage;

import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Situation;
import org.complaintkit.policy.Parameters;

/** Who handles it, who helps, who watches? Verbs only propose. */
public final class Responsibility extends Graded {
    /** A question about a situation. */
    public Responsibility(Situation situation, Parameters parameters, ProposalSink sink) {
        super(situation, parameters, sink);
    }

    /** Proposes who handles it. */
    public void owner(String role) {
        propose(Answer.OWNER, role);
    }

    /** The same, as the institution has set the parameter. */
    public void owner(ParameterName role) {
        propose(Answer.OWNER, role);
    }

    /** Proposes who helps. */
    public void assist(String role) {
        propose(Answer.ASSIST, role);
    }

    /** The same, as the institution has set the parameter. */
    public void assist(ParameterName role) {
        propose(Answer.ASSIST, role);
    }

    /** Proposes who approves what is to be answered. */
    public void approver(String role) {
        propose(Answer.APPROVER, role);
    }

    /** The same, as the institution has set the parameter. */
    public void approver(ParameterName role) {
        propose(Answer.APPROVER, role);
    }

    /** Proposes who watches. */
    public void supervisor(String role) {
        propose(Answer.SUPERVISOR, role);
    }

    /** The same, as the institution has set the parameter. */
    public void supervisor(ParameterName role) {
        propose(Answer.SUPERVISOR, role);
    }
}
