package org.complaintkit.packs;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.packs.Coverage.Question;
import org.complaintkit.policy.Policy;

/** A rule book that tells what it is asked and what its rules propose. */
record WatchedRuleBook(RuleBook book, BiConsumer<Question, List<Proposal>> watch) implements RuleBook {
    @Override
    public boolean answers(Answer question) {
        return book.answers(question);
    }

    @Override
    public Policy policy() {
        return book.policy();
    }

    @Override
    public List<Proposal> ask(Stage stage, Situation situation) {
        List<Proposal> proposals = book.ask(stage, situation);
        watch.accept(new Question(policy(), stage, situation), proposals);
        return proposals;
    }

    @Override
    public RuleBook with(Map<String, ?> parameters) {
        return new WatchedRuleBook(book.with(parameters), watch);
    }
}
