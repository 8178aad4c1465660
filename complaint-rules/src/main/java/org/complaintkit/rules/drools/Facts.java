package org.complaintkit.rules.drools;

import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Parameters;
import org.complaintkit.rules.stage.Accounting;
import org.complaintkit.rules.stage.Checks;
import org.complaintkit.rules.stage.Classification;
import org.complaintkit.rules.stage.Deadlines;
import org.complaintkit.rules.stage.Duties;
import org.complaintkit.rules.stage.Escalation;
import org.complaintkit.rules.stage.Grading;
import org.complaintkit.rules.stage.ProposalSink;
import org.complaintkit.rules.stage.Responsibility;
import org.complaintkit.rules.stage.StageFact;

/** Makes the fact of a stage: what rules see, whoever evaluates them. Stateless. */
public final class Facts {
    private Facts() {}

    /** A fact whose verbs tell the sink what they propose. */
    public static StageFact of(Stage stage, Situation situation, Parameters parameters, ProposalSink sink) {
        return switch (stage) {
            case CLASSIFICATION -> new Classification(situation, parameters, sink);
            case GRADING -> new Grading(situation, parameters, sink);
            case RESPONSIBILITY -> new Responsibility(situation, parameters, sink);
            case DEADLINES -> new Deadlines(situation, parameters, sink);
            case DUTIES -> new Duties(situation, parameters, sink);
            case CHECKS -> new Checks(situation, parameters, sink);
            case ESCALATION -> new Escalation(situation, parameters, sink);
            case ACCOUNTING -> new Accounting(situation, parameters, sink);
        };
    }
}
