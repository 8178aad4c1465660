package org.complaintkit.decision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.policy.Mark;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Roles;

/** A decision in the making: what the stages put so far have answered, and why. Used once, by one thread. */
final class Deciding {
    private final Policy policy;
    private final String pack;
    private final Situation reception;
    private final List<Reason> reasons = new ArrayList<>();
    private final List<Decision.Conflict> conflicts = new ArrayList<>();
    private Set<String> labels;
    private Set<String> categories = Set.of();
    private String category = "";
    private String complexity = "";
    private String grade = "";

    Deciding(Policy policy, Situation situation, Signals heard) {
        this.policy = policy;
        this.pack = policy.pack().label();
        this.reception = situation.with(heard);
        this.labels = situation.answers().labels();
    }

    Decision ask(RuleBook book) {
        classified(book.ask(Stage.CLASSIFICATION, reception));
        graded(book.ask(Stage.GRADING, soFar()));
        return handed(book.ask(Stage.RESPONSIBILITY, soFar()), book.answers(Answer.CATEGORY));
    }

    private Situation soFar() {
        return reception.with(new Situation.Answers(labels, categories, category, complexity, grade, "", Set.of(), ""));
    }

    private void classified(List<Proposal> proposals) {
        categories = codes(Answer.CATEGORY, proposals);
        if (policy.cumulative()) {
            sideBySide(proposals);
        } else if (!categories.isEmpty() || !reception.signals().open()) {
            category = resolved(Answer.CATEGORY, proposals);
        }
        label(proposals);
    }

    /** Every category stands; the default only where there is no other. No one of them is the primary one. */
    private void sideBySide(List<Proposal> proposals) {
        cite(Answer.CATEGORY, proposals);
        if (categories.isEmpty() && !reception.signals().open()) {
            String only = resolved(Answer.CATEGORY, List.of());
            categories = only.isEmpty() ? Set.of() : Set.of(only);
        }
    }

    private void graded(List<Proposal> proposals) {
        complexity = resolved(Answer.COMPLEXITY, proposals);
        grade = resolved(Answer.GRADE, proposals);
        label(proposals);
    }

    private Decision handed(List<Proposal> all, boolean classifies) {
        List<Proposal> proposals = new ArrayList<>(all);
        proposals.removeIf(proposal -> !Roles.mayHandle(proposal.code()));
        String owner = resolved(Answer.OWNER, proposals);
        proposals.removeIf(proposal ->
                proposal.answer() == Answer.ASSIST && proposal.code().equals(owner));
        for (Proposal proposal : proposals) {
            if (proposal.answer() == Answer.ASSIST || proposal.answer() == Answer.SUPERVISOR) {
                reasons.add(proposal.reason(pack));
            }
        }
        return new Decision(
                categories,
                category,
                policy.cumulative(),
                complexity,
                grade,
                labels,
                owner,
                codes(Answer.ASSIST, proposals),
                codes(Answer.SUPERVISOR, proposals),
                resolved(Answer.APPROVER, proposals),
                conflicts,
                reasons,
                reception.signals(),
                classifies,
                categories.stream().anyMatch(code -> policy.vocabulary().marks(Mark.LEAVES, code)));
    }

    private String resolved(Answer answer, List<Proposal> proposals) {
        return Resolution.of(answer, proposals, policy).into(reasons, conflicts);
    }

    /** Situations that were put before keep the labels of their time. */
    private void label(List<Proposal> proposals) {
        Set<String> derived = codes(Answer.LABEL, proposals);
        if (!derived.isEmpty()) {
            cite(Answer.LABEL, proposals);
            derived.addAll(labels);
            labels = new TreeSet<>(derived);
        }
    }

    private void cite(Answer answer, List<Proposal> proposals) {
        for (Proposal proposal : proposals) {
            if (proposal.answer() == answer) {
                reasons.add(proposal.reason(pack));
            }
        }
    }

    private static Set<String> codes(Answer answer, List<Proposal> proposals) {
        Set<String> codes = Set.of();
        for (Proposal proposal : proposals) {
            if (proposal.answer() == answer) {
                codes = codes.isEmpty() ? new LinkedHashSet<>() : codes;
                codes.add(proposal.code());
            }
        }
        return codes;
    }
}
