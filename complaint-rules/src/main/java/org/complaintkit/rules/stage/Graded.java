package org.complaintkit.rules.stage;

import org.complaintkit.decision.Situation;
import org.complaintkit.policy.Parameters;

/** What the stages after the grading see. */
public abstract class Graded extends Classified {
    private final Situation situation;

    Graded(Situation situation, Parameters parameters, ProposalSink sink) {
        super(situation, parameters, sink);
        this.situation = situation;
    }

    /** The class that decides the limit; empty while undecided. */
    public final String complexity() {
        return situation.answers().complexity();
    }

    /** Empty where the policy has none. */
    public final String grade() {
        return situation.answers().grade();
    }
}
