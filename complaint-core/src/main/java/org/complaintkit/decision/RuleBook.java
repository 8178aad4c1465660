package org.complaintkit.decision;

import java.util.List;
import java.util.Map;
import org.complaintkit.policy.Policy;

/**
 * Port: the rules of one policy.
 *
 * <p>The law for implementers: the answer is a function of policy, stage and situation alone; it does not depend on the
 * order of the rules, the thread or the locale; proposals come in the order of the rules' names; nothing in the situation
 * is changed; no clock is read. Thread-safe. New methods are added only with a meaning that old rule books fulfil.
 */
public interface RuleBook {
    /** The policy whose rules these are, with the parameters in force. */
    Policy policy();

    /** What the rules of the stage propose; empty where none applies. */
    List<Proposal> ask(Stage stage, Situation situation);

    /**
     * Whether the rules answer a question at all: a policy that has deadlines and no categories is silent about categories,
     * and not undecided. A rule book that does not know says yes.
     */
    boolean answers(Answer question);

    /** The same rules with some parameters set; see {@link org.complaintkit.policy.Parameters#with(Map)}. */
    RuleBook with(Map<String, ?> parameters);
}
