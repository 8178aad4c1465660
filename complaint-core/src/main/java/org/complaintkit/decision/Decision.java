package org.complaintkit.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Roles;

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
        Signals signals) {

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
        Signals signals = Signals.of(book.policy(), situation.complaint());
        Situation reception = situation.with(signals);
        String pack = book.policy().pack().label();
        List<Reason> reasons = new ArrayList<>();
        List<Conflict> conflicts = new ArrayList<>();
        Set<String> labels = new TreeSet<>(reception.answers().labels());

        List<Proposal> classified = book.ask(Stage.CLASSIFICATION, reception);
        boolean cumulative = book.policy().cumulative();
        Set<String> categories = codes(Answer.CATEGORY, classified);
        boolean unheard = signals.open() && categories.isEmpty();
        String category = unheard
                ? ""
                : cumulative
                        ? sideBySide(categories, classified, book.policy(), reasons)
                        : Resolution.of(Answer.CATEGORY, classified, book.policy())
                                .into(reasons, conflicts);
        labels.addAll(labelled(classified, pack, reasons));
        Decision decision = new Decision(
                categories,
                category,
                cumulative,
                "",
                "",
                labels,
                "",
                Set.of(),
                Set.of(),
                "",
                conflicts,
                reasons,
                signals);

        List<Proposal> graded = book.ask(Stage.GRADING, reception.with(decision));
        String complexity =
                Resolution.of(Answer.COMPLEXITY, graded, book.policy()).into(reasons, conflicts);
        String grade = Resolution.of(Answer.GRADE, graded, book.policy()).into(reasons, conflicts);
        labels.addAll(labelled(graded, pack, reasons));
        decision = new Decision(
                categories,
                category,
                cumulative,
                complexity,
                grade,
                labels,
                "",
                Set.of(),
                Set.of(),
                "",
                conflicts,
                reasons,
                signals);

        List<Proposal> handed = book.ask(Stage.RESPONSIBILITY, reception.with(decision)).stream()
                .filter(proposal -> Roles.mayHandle(proposal.code()))
                .toList();
        String owner = Resolution.of(Answer.OWNER, handed, book.policy()).into(reasons, conflicts);
        Set<String> assists = codes(Answer.ASSIST, handed);
        assists.remove(owner);
        Set<String> supervisors = codes(Answer.SUPERVISOR, handed);
        handed.stream()
                .filter(p ->
                        (p.answer() == Answer.ASSIST && assists.contains(p.code())) || p.answer() == Answer.SUPERVISOR)
                .forEach(p -> reasons.add(p.reason(pack)));
        String approver = Resolution.of(Answer.APPROVER, handed, book.policy()).into(reasons, conflicts);
        return new Decision(
                categories,
                category,
                cumulative,
                complexity,
                grade,
                labels,
                owner,
                assists,
                supervisors,
                approver,
                conflicts,
                reasons,
                signals);
    }

    /** Every category stands; the default only where there is no other. No one of them is the primary one. */
    private static String sideBySide(
            Set<String> categories, List<Proposal> classified, Policy policy, List<Reason> reasons) {
        classified.stream()
                .filter(p -> p.answer() == Answer.CATEGORY)
                .forEach(p -> reasons.add(p.reason(policy.pack().label())));
        if (categories.isEmpty()) {
            categories.add(Resolution.of(Answer.CATEGORY, List.of(), policy).into(reasons, new ArrayList<>()));
            categories.remove("");
        }
        return "";
    }

    /** Whether no category is certain, or rules contradict each other. */
    public boolean undecided() {
        return (cumulative ? categories.isEmpty() : category.isEmpty()) || !conflicts.isEmpty();
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

    /** The labels that rules of this pack derived, for the other packs of the case. */
    public Set<String> derivedLabels() {
        Set<String> derived = new TreeSet<>();
        reasons.stream()
                .filter(reason -> reason.answer().equals(Answer.LABEL.verb()))
                .forEach(reason -> derived.add(reason.code()));
        return derived;
    }

    private static Set<String> codes(Answer answer, List<Proposal> proposals) {
        Set<String> codes = new LinkedHashSet<>();
        proposals.stream().filter(p -> p.answer() == answer).forEach(p -> codes.add(p.code()));
        return codes;
    }

    private static Set<String> labelled(List<Proposal> proposals, String pack, List<Reason> reasons) {
        Set<String> labels = codes(Answer.LABEL, proposals);
        proposals.stream().filter(p -> p.answer() == Answer.LABEL).forEach(p -> reasons.add(p.reason(pack)));
        return labels;
    }
}
