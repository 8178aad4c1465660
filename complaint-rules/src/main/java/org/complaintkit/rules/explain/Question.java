package org.complaintkit.rules.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.Resolution;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Precedence;
import org.complaintkit.policy.Roles;
import org.complaintkit.rules.syntax.Rule;

/**
 * One question that a pack answered, and how it came to that.
 *
 * @param policy the pack, with its parameters in force
 * @param code the answer; empty where the question takes several or stayed undecided
 * @param one whether the question takes one answer
 * @param matched the proposals of the rules that matched, those that stand first
 * @param decided the row of the precedence that chose among several, or gave the answer where no rule did
 * @param missed the rules that did not match, nearest first
 * @param conflict whether rules contradict each other and nothing orders them
 */
record Question(
        Policy policy,
        Stage stage,
        Answer answer,
        String code,
        boolean one,
        List<Matched> matched,
        Optional<Precedence> decided,
        List<Miss> missed,
        boolean conflict) {
    private static final Set<Answer> SINGLE = Set.of(
            Answer.CATEGORY,
            Answer.COMPLEXITY,
            Answer.GRADE,
            Answer.OWNER,
            Answer.APPROVER,
            Answer.COUNT,
            Answer.SETTLED_ON);

    /**
     * A rule that matched.
     *
     * @param stands whether what it proposed is the answer, or one of them
     * @param row the row of the precedence that ranks what it proposed
     */
    record Matched(Rule rule, Proposal proposal, boolean stands, Optional<Precedence> row) {}

    /** What rules asked for last at a stage. */
    static Question of(Stage stage, Answer answer, Transcript.Asked asked, List<Rule> rules) {
        Policy policy = asked.policy();
        List<Proposal> proposals = fit(stage, asked.proposals());
        boolean one = SINGLE.contains(answer) && !(answer == Answer.CATEGORY && policy.cumulative());
        Resolution resolution =
                one ? Resolution.of(answer, proposals, policy) : Resolution.of(answer, List.of(), policy);
        String code = one ? resolution.code() : "";
        List<Matched> matched = new ArrayList<>();
        for (Proposal proposal : proposals) {
            if (proposal.answer() == answer) {
                Rule rule = rules.stream()
                        .filter(each -> each.name().equals(proposal.rule()))
                        .findFirst()
                        .orElseThrow();
                boolean stands = !one || proposal.code().equals(code);
                matched.add(new Matched(rule, proposal, stands, row(answer, proposal.code(), policy)));
            }
        }
        List<Matched> ordered =
                new ArrayList<>(matched.stream().filter(Matched::stands).toList());
        matched.stream().filter(each -> !each.stands()).forEach(ordered::add);
        Set<String> codes = codes(matched);
        if (answer == Answer.CATEGORY
                && codes.isEmpty()
                && asked.situation().signals().open()) {
            // A text that speaks for no category clearly is left undecided, whatever the default is.
            List<Miss> missed = missed(answer, asked, rules, proposals, one);
            return new Question(policy, stage, answer, "", one, List.of(), Optional.empty(), missed, false);
        }
        Optional<Precedence> decided = codes.isEmpty()
                ? policy.defaultFor(answer.verb()).filter(row -> one || answer == Answer.CATEGORY)
                : codes.size() > 1 && one ? row(answer, code, policy) : Optional.empty();
        return new Question(
                policy,
                stage,
                answer,
                one || !codes.isEmpty() ? code : decided.map(Precedence::code).orElse(""),
                one,
                List.copyOf(ordered),
                decided,
                missed(answer, asked, rules, proposals, one),
                one && resolution.conflict().isPresent());
    }

    private static List<Proposal> fit(Stage stage, List<Proposal> proposals) {
        return proposals.stream()
                .filter(proposal -> stage != Stage.RESPONSIBILITY || Roles.mayHandle(proposal.code()))
                .toList();
    }

    private static Set<String> codes(List<Matched> matched) {
        Set<String> codes = new LinkedHashSet<>();
        matched.forEach(each -> codes.add(each.proposal().code()));
        return codes;
    }

    private static Optional<Precedence> row(Answer answer, String code, Policy policy) {
        return policy.precedence().stream()
                .filter(row -> row.answer().equals(answer.verb()) && row.code().equals(code) && !row.isDefault())
                .findFirst();
    }

    private static List<Miss> missed(
            Answer answer, Transcript.Asked asked, List<Rule> rules, List<Proposal> proposals, boolean one) {
        Seen seen = new Seen(asked.policy(), asked.situation());
        List<Miss> missed = new ArrayList<>();
        for (Rule rule : rules) {
            Map<Would, List<List<Miss.Need>>> ways = new LinkedHashMap<>();
            for (List<Miss.Need> way : Miss.ways(rule, seen)) {
                Seen other = seen.with(way);
                if (way.isEmpty() || !rule.conditions().stream().allMatch(other::holds)) {
                    continue;
                }
                for (Proposal would : other.proposals(List.of(rule))) {
                    boolean proposed = proposals.stream()
                            .anyMatch(each ->
                                    each.answer() == answer && each.code().equals(would.code()));
                    if (would.answer() == answer && !proposed) {
                        String then = one
                                ? Resolution.of(answer, fit(rule.stage(), other.proposals(rules)), asked.policy())
                                        .code()
                                : would.code();
                        ways.computeIfAbsent(new Would(would.code(), then), each -> new ArrayList<>())
                                .add(way);
                    }
                }
            }
            ways.forEach((would, each) -> missed.add(new Miss(rule, would.code(), each, would.then())));
        }
        missed.sort(Miss.NEAREST);
        return List.copyOf(missed);
    }

    /** What a rule would have proposed, and what would have followed. */
    private record Would(String code, String then) {}
}
