package org.complaintkit.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Precedence;

/**
 * How the proposals for a question that takes one answer become that answer.
 *
 * <p>No proposal: the policy's default, if it has one. One code: that code. Several: the one that the policy's precedence
 * ranks first; at equal rank the earlier row of the table, on basis DEFAULT. If one of several codes has no rank, nothing
 * orders them, and the question stays undecided with all of them reported.
 *
 * @param code the answer; empty if undecided
 * @param reasons why; empty if undecided
 * @param conflict what could not be ordered
 */
public record Resolution(String code, List<Reason> reasons, Optional<Decision.Conflict> conflict) {
    /** Resolves one question by the proposals of its stage. */
    public static Resolution of(Answer answer, List<Proposal> stage, Policy policy) {
        List<Proposal> proposals =
                stage.stream().filter(p -> p.answer() == answer).toList();
        Set<String> codes = new LinkedHashSet<>();
        proposals.forEach(p -> codes.add(p.code()));
        String pack = policy.pack().label();
        if (codes.isEmpty()) {
            return policy.defaultFor(answer.verb())
                    .map(row -> new Resolution(row.code(), List.of(reason(row, row.basis(), pack)), Optional.empty()))
                    .orElse(new Resolution("", List.of(), Optional.empty()));
        }
        if (codes.size() == 1) {
            String only = codes.iterator().next();
            return new Resolution(only, reasons(only, proposals, pack), Optional.empty());
        }
        List<Precedence> rows = policy.precedence().stream()
                .filter(row -> row.answer().equals(answer.verb()) && !row.isDefault() && codes.contains(row.code()))
                .toList();
        if (rows.stream().map(Precedence::code).distinct().count() < codes.size()) {
            return new Resolution("", List.of(), Optional.of(new Decision.Conflict(answer, proposals)));
        }
        Precedence first = IntStream.range(0, rows.size())
                .boxed()
                .min(Comparator.<Integer>comparingInt(i -> rows.get(i).rank()).thenComparing(i -> i))
                .map(rows::get)
                .orElseThrow();
        boolean tied = rows.stream()
                .anyMatch(row -> row.rank() == first.rank() && !row.code().equals(first.code()));
        List<Reason> reasons = new ArrayList<>(reasons(first.code(), proposals, pack));
        reasons.add(reason(first, tied ? Basis.DEFAULT : first.basis(), pack));
        return new Resolution(first.code(), reasons, Optional.empty());
    }

    /** Adds reasons and conflict to those collected, and gives the code. */
    public String into(List<Reason> collected, List<Decision.Conflict> conflicts) {
        collected.addAll(reasons);
        conflict.ifPresent(conflicts::add);
        return code;
    }

    private static List<Reason> reasons(String code, List<Proposal> proposals, String pack) {
        return proposals.stream()
                .filter(p -> p.code().equals(code))
                .map(p -> p.reason(pack))
                .toList();
    }

    private static Reason reason(Precedence row, Basis basis, String pack) {
        return new Reason(row.answer(), row.code(), "", row.clause(), basis, pack);
    }
}
