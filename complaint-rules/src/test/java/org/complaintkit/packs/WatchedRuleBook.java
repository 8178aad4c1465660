package org.complaintkit.packs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Policy;

/** A rule book that remembers which of its rules have fired. */
record WatchedRuleBook(RuleBook book, Set<String> fired) implements RuleBook {
    @Override
    public Policy policy() {
        return book.policy();
    }

    @Override
    public List<Proposal> ask(Stage stage, Situation situation) {
        List<Proposal> proposals = book.ask(stage, situation);
        proposals.forEach(proposal -> fired.add(proposal.rule()));
        return proposals;
    }

    @Override
    public RuleBook with(Map<String, ?> parameters) {
        return new WatchedRuleBook(book.with(parameters), fired);
    }
}
