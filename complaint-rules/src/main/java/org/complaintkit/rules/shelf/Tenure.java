package org.complaintkit.rules.shelf;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * A version on the days that newer ones leave to it: its policy says these as its own dates, since a desk takes versions of
 * one pack only if no day has two; all else, the identity included, is the version's. Two are equal if book and days are.
 */
final class Tenure implements RuleBook {
    private final RuleBook book;
    private final Days days;
    private final Policy policy;

    private Tenure(RuleBook book, Days days) {
        this.book = book;
        this.days = days;
        this.policy = on(book.policy(), days);
    }

    /** The book itself where nothing is taken from its days. */
    static RuleBook of(RuleBook book, Days days) {
        return days.equals(Days.of(book.policy())) ? book : new Tenure(book, days);
    }

    /** The book as it was loaded. */
    static RuleBook whole(RuleBook book) {
        return book instanceof Tenure tenure ? tenure.book : book;
    }

    private static Policy on(Policy all, Days days) {
        return new Policy(
                all.pack(),
                all.titles(),
                days.from(),
                days.to(),
                all.calendar(),
                all.conventions(),
                all.zone(),
                all.parameters(),
                all.clauses(),
                all.vocabulary(),
                all.fallbackRoles(),
                all.deadlines(),
                all.extensions(),
                all.reports(),
                all.escalations(),
                all.duties(),
                all.forms(),
                all.transitions(),
                all.precedence(),
                all.cumulative(),
                all.documentControl(),
                all.accounts(),
                all.tightenings(),
                all.signals(),
                all.safeguards());
    }

    @Override
    public Policy policy() {
        return policy;
    }

    @Override
    public List<Proposal> ask(Stage stage, Situation situation) {
        return book.ask(stage, situation);
    }

    @Override
    public boolean answers(Answer question) {
        return book.answers(question);
    }

    @Override
    public RuleBook with(Map<String, ?> parameters) {
        return new Tenure(book.with(parameters), days);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tenure tenure && tenure.book.equals(book) && tenure.days.equals(days);
    }

    @Override
    public int hashCode() {
        return Objects.hash(book, days);
    }
}
