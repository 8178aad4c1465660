package org.complaintkit.rules.stage;

import org.complaintkit.decision.Answer;

/** Takes what the verbs of a fact propose. The law for implementers: keep the order of the calls; used by one thread. */
@FunctionalInterface
public interface ProposalSink {
    /**
     * Called once for each verb that runs.
     *
     * @param code first argument
     * @param detail second argument; empty for verbs of one
     */
    void propose(Answer answer, String code, String detail);
}
