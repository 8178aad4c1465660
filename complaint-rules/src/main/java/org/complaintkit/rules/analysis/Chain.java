package org.complaintkit.rules.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Precedence;

/**
 * What the stages answer, as functions of the facts: the answers of a stage follow from its rules, the order of precedence
 * and the default, just as they are reckoned when a case is decided.
 */
final class Chain {
    private final Policy policy;
    private final Diagrams diagrams;
    private final Map<Answer, Map<String, Integer>> proposals = new EnumMap<>(Answer.class);
    private final Map<Answer, Map<String, Integer>> answers = new EnumMap<>(Answer.class);
    private final Map<Answer, List<String>> orders = new EnumMap<>(Answer.class);
    private final Map<Answer, Integer> conflicts = new EnumMap<>(Answer.class);
    private final Map<Stage, Map<String, Integer>> labels = new EnumMap<>(Stage.class);
    private int unheard = Diagrams.NEVER;

    Chain(Policy policy, Diagrams diagrams) {
        this.policy = policy;
        this.diagrams = diagrams;
    }

    /** Takes what a rule proposes. */
    void proposes(Stage stage, Answer answer, String code, int when) {
        proposals.computeIfAbsent(answer, each -> new TreeMap<>()).merge(code, when, diagrams::or);
        if (answer == Answer.LABEL) {
            labels.computeIfAbsent(stage, each -> new TreeMap<>()).merge(code, when, diagrams::or);
        }
    }

    /** Reckons what {@link #proposes} will, so that taking it needs no further node. */
    void weigh(Stage stage, Answer answer, String code, int when) {
        diagrams.or(proposed(answer, code), when);
        if (answer == Answer.LABEL) {
            diagrams.or(labels.getOrDefault(stage, Map.of()).getOrDefault(code, Diagrams.NEVER), when);
        }
    }

    /** Forgets what was reckoned of answers; it is reckoned again where it is asked for. */
    void forget() {
        answers.clear();
        conflicts.clear();
    }

    /** When rules up to a stage derive a label. */
    int labelled(String label, Stage before) {
        int when = Diagrams.NEVER;
        for (Stage stage : Stage.values()) {
            if (stage.compareTo(before) < 0) {
                when = diagrams.or(when, labels.getOrDefault(stage, Map.of()).getOrDefault(label, Diagrams.NEVER));
            }
        }
        return when;
    }

    /** When any rule proposes anything for the question. */
    int asked(Answer question) {
        return diagrams.any(proposals.getOrDefault(question, Map.of()).values());
    }

    /** When a rule proposes a code. */
    int proposed(Answer question, String code) {
        return proposals.getOrDefault(question, Map.of()).getOrDefault(code, Diagrams.NEVER);
    }

    /** When a case has the category: proposed, or the default of a policy that lets categories stand side by side. */
    int among(String category) {
        int when = proposed(Answer.CATEGORY, category);
        boolean otherwise = policy.cumulative()
                && policy.defaultFor(Answer.CATEGORY.verb())
                        .filter(row -> row.code().equals(category))
                        .isPresent();
        return otherwise ? diagrams.or(when, diagrams.not(asked(Answer.CATEGORY))) : when;
    }

    /** When a role helps: the owner does not. */
    int assists(String role) {
        return diagrams.and(proposed(Answer.ASSIST, role), diagrams.not(is(Answer.OWNER, role)));
    }

    /** When a question that takes one answer is answered with a code; with the empty one while it is undecided. */
    int is(Answer question, String code) {
        if (question == Answer.CATEGORY && policy.cumulative()) {
            return code.isEmpty() ? Diagrams.ALWAYS : Diagrams.NEVER;
        }
        return answers.computeIfAbsent(question, this::reckon).getOrDefault(code, Diagrams.NEVER);
    }

    /** The codes that a question can be answered with, the empty one left out. */
    Set<String> codes(Answer question) {
        is(question, "");
        Set<String> codes =
                new TreeSet<>(answers.getOrDefault(question, Map.of()).keySet());
        codes.remove("");
        return codes;
    }

    /** When several codes are proposed and nothing orders them. */
    int conflict(Answer question) {
        is(question, "");
        return conflicts.getOrDefault(question, Diagrams.NEVER);
    }

    /** The codes that have a rank, the strongest first. */
    List<String> order(Answer question) {
        return orders.computeIfAbsent(question, this::ordered);
    }

    private List<String> ordered(Answer question) {
        List<Precedence> rows = new ArrayList<>(policy.precedence().stream()
                .filter(row -> row.answer().equals(question.verb()) && !row.isDefault())
                .toList());
        rows.sort(Comparator.comparingInt(Precedence::rank));
        return rows.stream().map(Precedence::code).distinct().toList();
    }

    private Map<String, Integer> reckon(Answer question) {
        Map<String, Integer> given = proposals.getOrDefault(question, Map.of());
        List<String> order = order(question);
        int none = Diagrams.ALWAYS;
        int one = Diagrams.NEVER;
        int unordered = Diagrams.NEVER;
        for (Map.Entry<String, Integer> each : given.entrySet()) {
            int not = diagrams.not(each.getValue());
            one = diagrams.or(diagrams.and(one, not), diagrams.and(none, each.getValue()));
            none = diagrams.and(none, not);
            unordered = order.contains(each.getKey()) ? unordered : diagrams.or(unordered, each.getValue());
        }
        int conflict = diagrams.and(unordered, diagrams.not(diagrams.or(none, one)));
        conflicts.put(question, conflict);
        Map<String, Integer> is = new TreeMap<>();
        int open = diagrams.not(conflict);
        for (String code : order) {
            int when = given.getOrDefault(code, Diagrams.NEVER);
            is.put(code, diagrams.and(open, when));
            open = diagrams.and(open, diagrams.not(when));
        }
        for (Map.Entry<String, Integer> each : given.entrySet()) {
            if (!order.contains(each.getKey())) {
                is.put(each.getKey(), diagrams.and(one, each.getValue()));
            }
        }
        int undecided = conflict;
        int unanswered = none;
        if (question == Answer.CATEGORY) {
            int silent = diagrams.and(none, unheard);
            undecided = diagrams.or(undecided, silent);
            unanswered = diagrams.and(none, diagrams.not(silent));
        }
        String otherwise =
                policy.defaultFor(question.verb()).map(Precedence::code).orElse("");
        is.merge(otherwise, unanswered, diagrams::or);
        is.merge("", undecided, diagrams::or);
        is.values().removeIf(when -> when == Diagrams.NEVER);
        return is;
    }

    /** When there is a text that speaks for nothing. */
    void unheard(int when) {
        unheard = when;
    }
}
