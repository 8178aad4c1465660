package org.complaintkit.rules.stage;

import java.util.Set;
import org.complaintkit.decision.Situation;
import org.complaintkit.policy.Parameters;

/** What the stages after the responsibility see. */
public abstract class Assigned extends Graded {
    private final Situation situation;

    Assigned(Situation situation, Parameters parameters, ProposalSink sink) {
        super(situation, parameters, sink);
        this.situation = situation;
    }

    /** Role; empty while undecided. */
    public final String owner() {
        return situation.answers().owner();
    }

    /** Role that approves; empty where nobody need. */
    public final String approver() {
        return situation.answers().approver();
    }

    /** Roles that help. */
    public final Set<String> assists() {
        return situation.answers().assists();
    }
}
