package org.complaintkit.rules.explain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.complaintkit.decision.ObservedRuleBook;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.policy.Policy;

/**
 * What a rule book was asked last at each stage, by which policy, and what it answered.
 *
 * @param checks what it was asked of each event, the receipt first, in the order in which they happened
 */
record Transcript(Map<Stage, Asked> last, List<Asked> checks) implements ObservedRuleBook.Observer {
    /**
     * One question to the rules.
     *
     * @param policy with the parameters in force, those included that a lower layer tightened
     */
    record Asked(Policy policy, Situation situation, List<Proposal> proposals) {}

    Transcript() {
        this(new EnumMap<>(Stage.class), new ArrayList<>());
    }

    @Override
    public void answered(RuleBook book, Stage stage, Situation situation, List<Proposal> proposals) {
        Asked asked = new Asked(book.policy(), situation, proposals);
        last.put(stage, asked);
        if (stage == Stage.CHECKS) {
            if (situation.happening().event().equals(CaseEvent.RECEIVED)) {
                // A case that is folded anew begins with its receipt.
                checks.clear();
            }
            checks.add(asked);
        }
    }
}
