package org.complaintkit.rules.explain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Policy;

/** A rule book that remembers what it was asked last at each stage, by which policy, and what it answered. */
record WatchedBook(RuleBook book, Map<Stage, Asked> last) implements RuleBook {
    /**
     * One question to the rules.
     *
     * @param policy with the parameters in force, those included that a lower layer tightened
     */
    record Asked(Policy policy, Situation situation, List<Proposal> proposals) {}

    static WatchedBook of(RuleBook book) {
        return new WatchedBook(book, new EnumMap<>(Stage.class));
    }

    @Override
    public Policy policy() {
        return book.policy();
    }

    @Override
    public List<Proposal> ask(Stage stage, Situation situation) {
        List<Proposal> proposals = book.ask(stage, situation);
        last.put(stage, new Asked(book.policy(), situation, proposals));
        return proposals;
    }

    @Override
    public RuleBook with(Map<String, ?> parameters) {
        return new WatchedBook(book.with(parameters), last);
    }
}
