package org.complaintkit.rules.simulate;

import java.util.List;
import java.util.Map;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Policy;

/**
 * The older version of a pack, answering as ever, and noting whether the newer one would have proposed the same.
 *
 * @param sharing where that is noted
 */
record WatchedBook(RuleBook older, RuleBook newer, Sharing sharing) implements RuleBook {
    @Override
    public Policy policy() {
        return older.policy();
    }

    @Override
    public List<Proposal> ask(Stage stage, Situation situation) {
        List<Proposal> proposals = older.ask(stage, situation);
        sharing.proposed(stage, proposals, sharing.asks(stage) ? newer.ask(stage, situation) : proposals);
        return proposals;
    }

    @Override
    public boolean answers(Answer question) {
        return older.answers(question);
    }

    @Override
    public RuleBook with(Map<String, ?> parameters) {
        return new WatchedBook(older.with(parameters), newer.with(parameters), sharing);
    }
}
