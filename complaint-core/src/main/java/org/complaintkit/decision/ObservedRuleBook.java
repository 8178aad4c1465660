package org.complaintkit.decision;

import java.util.List;
import java.util.Map;
import org.complaintkit.policy.Policy;

/**
 * A rule book that answers as another one does and tells an observer what it was asked: for coverage, explanations, tests.
 * With parameters set it tells the same observer. As thread-safe as the observer.
 *
 * @param book the one that answers
 */
public record ObservedRuleBook(RuleBook book, Observer observer) implements RuleBook {
    /** Is told each question when it has been answered. */
    @FunctionalInterface
    public interface Observer {
        /**
         * One question and its answer.
         *
         * @param book the one that answered, with the parameters in force
         */
        void answered(RuleBook book, Stage stage, Situation situation, List<Proposal> proposals);
    }

    @Override
    public Policy policy() {
        return book.policy();
    }

    @Override
    public List<Proposal> ask(Stage stage, Situation situation) {
        List<Proposal> proposals = book.ask(stage, situation);
        observer.answered(book, stage, situation, proposals);
        return proposals;
    }

    @Override
    public boolean answers(Answer question) {
        return book.answers(question);
    }

    @Override
    public RuleBook with(Map<String, ?> parameters) {
        return new ObservedRuleBook(book.with(parameters), observer);
    }
}
