package org.complaintkit.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private static final Resolution NOTHING = new Resolution("", List.of(), Optional.empty());

    /** Resolves one question by the proposals of its stage. */
    public static Resolution of(Answer answer, List<Proposal> stage, Policy policy) {
        List<Proposal> proposals = new ArrayList<>(stage.size());
        boolean several = false;
        for (Proposal proposal : stage) {
            if (proposal.answer() == answer) {
                several |= !proposals.isEmpty() && !proposals.get(0).code().equals(proposal.code());
                proposals.add(proposal);
            }
        }
        String pack = policy.pack().label();
        if (proposals.isEmpty()) {
            return policy.defaultFor(answer.verb())
                    .map(row -> new Resolution(row.code(), List.of(reason(row, row.basis(), pack)), Optional.empty()))
                    .orElse(NOTHING);
        }
        return several ? ranked(answer, proposals, policy) : only(proposals, pack);
    }

    private static Resolution only(List<Proposal> proposals, String pack) {
        String code = proposals.get(0).code();
        return new Resolution(code, reasons(code, proposals, pack), Optional.empty());
    }

    /** The first of the lowest rank among the rows of the codes proposed, if each of these has a row. */
    private static Resolution ranked(Answer answer, List<Proposal> proposals, Policy policy) {
        Set<String> unranked = new HashSet<>();
        proposals.forEach(proposal -> unranked.add(proposal.code()));
        Set<String> codes = Set.copyOf(unranked);
        Precedence first = null;
        boolean tied = false;
        for (Precedence row : policy.precedence()) {
            if (!row.isDefault() && row.answer().equals(answer.verb()) && codes.contains(row.code())) {
                unranked.remove(row.code());
                if (first == null || row.rank() < first.rank()) {
                    first = row;
                    tied = false;
                } else {
                    tied |= row.rank() == first.rank() && !row.code().equals(first.code());
                }
            }
        }
        if (first == null || !unranked.isEmpty()) {
            return new Resolution("", List.of(), Optional.of(new Decision.Conflict(answer, proposals)));
        }
        String pack = policy.pack().label();
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
        List<Reason> reasons = new ArrayList<>(proposals.size());
        for (Proposal proposal : proposals) {
            if (proposal.code().equals(code)) {
                reasons.add(proposal.reason(pack));
            }
        }
        return reasons;
    }

    private static Reason reason(Precedence row, Basis basis, String pack) {
        return new Reason(row.answer(), row.code(), "", row.clause(), basis, pack);
    }
}
