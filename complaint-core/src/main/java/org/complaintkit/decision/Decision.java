package org.complaintkit.decision;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the stages of classification, grading and responsibility answer for one policy. Codes are empty while undecided.
 * Immutable.
 *
 * @param categories all categories that apply, the proposed ones in the order of their rules
 * @param category the primary one; empty if undecided, or where categories are cumulative
 * @param cumulative whether the policy lets categories stand side by side, without a primary one
 * @param complexity class that decides the limit; empty where the policy has none
 * @param grade grade of gravity; empty where the policy has none
 * @param labels facts given and labels derived, sorted
 * @param owner role that handles it; empty if undecided
 * @param assists roles that help, never the owner
 * @param supervisors roles that watch
 * @param approver role that approves what is to be answered; empty where nobody need
 * @param conflicts questions that two rules answer differently and no precedence orders
 * @param reasons one for each answer, in the order of the stages
 * @param signals what the complaint's text speaks for
 * @param classifies whether the policy asks for categories at all: one that does not is never undecided about them
 * @param leaves whether a category is one under which the pack leaves the case to the next
 */
public record Decision(
        Set<String> categories,
        String category,
        boolean cumulative,
        String complexity,
        String grade,
        Set<String> labels,
        String owner,
        Set<String> assists,
        Set<String> supervisors,
        String approver,
        List<Conflict> conflicts,
        List<Reason> reasons,
        Signals signals,
        boolean classifies,
        boolean leaves) {

    public Decision {
        categories = Collections.unmodifiableSet(new LinkedHashSet<>(categories));
        labels = Collections.unmodifiableSet(new TreeSet<>(labels));
        assists = Collections.unmodifiableSet(new LinkedHashSet<>(assists));
        supervisors = Collections.unmodifiableSet(new LinkedHashSet<>(supervisors));
        conflicts = List.copyOf(conflicts);
        reasons = List.copyOf(reasons);
    }

    /**
     * Two or more answers to one question that no row of the precedence orders.
     *
     * @param answer the question
     * @param proposals all that was proposed for it
     */
    public record Conflict(Answer answer, List<Proposal> proposals) {
        public Conflict {
            proposals = List.copyOf(proposals);
        }
    }

    /** Puts the deciding stages to a rule book, each with the answers of those before it. */
    public static Decision of(RuleBook book, Situation situation) {
        return of(book, situation, Signals.of(book.policy(), situation.complaint()));
    }

    /** The same, of a complaint whose text was read before: {@code heard} is what it speaks for by the book's policy. */
    public static Decision of(RuleBook book, Situation situation, Signals heard) {
        return new Deciding(book.policy(), situation, heard).ask(book);
    }

    /** Whether the policy asks for a category and none is certain, or rules contradict each other. */
    public boolean undecided() {
        boolean none = cumulative ? categories.isEmpty() : category.isEmpty();
        return (classifies && none) || !conflicts.isEmpty();
    }

    /** The answer to a question that takes one; empty while undecided, or where the question takes several. */
    public String answer(Answer question) {
        return switch (question) {
            case CATEGORY -> category;
            case COMPLEXITY -> complexity;
            case GRADE -> grade;
            case OWNER -> owner;
            case APPROVER -> approver;
            default -> "";
        };
    }

    /** Whether this pack has its say on a question: an answer, or rules that contradict each other over it. */
    public boolean speaksOf(Answer question) {
        return !answer(question).isEmpty() || conflicts.stream().anyMatch(conflict -> conflict.answer() == question);
    }

    /**
     * Which of the packs of a case answers a question: the first that has its say on it, one that leaves the case to the
     * next only where no other has.
     *
     * @param decisions those of the case, by pack, in the order of the packs
     * @return the pack's id; empty where none has its say
     */
    public static Optional<String> answering(Map<String, Decision> decisions, Answer question) {
        String left = null;
        for (Map.Entry<String, Decision> each : decisions.entrySet()) {
            if (each.getValue().speaksOf(question)) {
                if (!each.getValue().leaves()) {
                    return Optional.of(each.getKey());
                }
                left = left == null ? each.getKey() : left;
            }
        }
        return Optional.ofNullable(left);
    }

    /** The labels that rules of this pack derived, for the other packs of the case. */
    public Set<String> derivedLabels() {
        Set<String> derived = new TreeSet<>();
        reasons.stream()
                .filter(reason -> reason.answer().equals(Answer.LABEL.verb()))
                .forEach(reason -> derived.add(reason.code()));
        return derived;
    }
}
