package org.complaintkit.rules.explain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.policy.Policy;

/**
 * A rule book that remembers what it was asked last at each stage, by which policy, and what it answered.
 *
 * @param checks what it was asked of each event, the receipt first, in the order in which they happened
 */
record WatchedBook(RuleBook book, Map<Stage, Asked> last, List<Asked> checks) implements RuleBook {
    /**
     * One question to the rules.
     *
     * @param policy with the parameters in force, those included that a lower layer tightened
     */
    record Asked(Policy policy, Situation situation, List<Proposal> proposals) {}

    static WatchedBook of(RuleBook book) {
        return new WatchedBook(book, new EnumMap<>(Stage.class), new ArrayList<>());
    }

    @Override
    public Policy policy() {
        return book.policy();
    }

    @Override
    public List<Proposal> ask(Stage stage, Situation situation) {
        List<Proposal> proposals = book.ask(stage, situation);
        Asked asked = new Asked(book.policy(), situation, proposals);
        last.put(stage, asked);
        if (stage == Stage.CHECKS) {
            if (situation.happening().event().equals(CaseEvent.RECEIVED)) {
                // A case that is folded anew begins with its receipt.
                checks.clear();
            }
            checks.add(asked);
        }
        return proposals;
    }

    @Override
    public RuleBook with(Map<String, ?> parameters) {
        return new WatchedBook(book.with(parameters), last, checks);
    }
}
