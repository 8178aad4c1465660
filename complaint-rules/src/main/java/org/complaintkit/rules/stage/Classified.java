package org.complaintkit.rules.stage;

import java.util.Set;
import org.complaintkit.decision.Situation;
import org.complaintkit.policy.Parameters;

/** What the stages after the classification see. */
public abstract class Classified extends StageFact {
    private final Situation situation;

    Classified(Situation situation, Parameters parameters, ProposalSink sink) {
        super(situation, parameters, sink);
        this.situation = situation;
    }

    /** All categories that apply. */
    public final Set<String> categories() {
        return situation.answers().categories();
    }

    /** The primary category; empty while undecided. */
    public final String category() {
        return situation.answers().category();
    }
}
