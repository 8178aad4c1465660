package org.complaintkit.rules.analysis;

import java.util.List;
import java.util.function.BiFunction;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.syntax.Rule;

/**
 * What the rules of a pack come to together: contradictions, gaps, overlaps, rules without effect, escalations that never
 * fire. Exact over all facts, with each parameter at its value in force; a finding names the parameters on which it
 * rests. Runs nothing of the pack but its trees. Immutable and thread-safe.
 *
 * <p>What stands in precedence.csv is meant: a default is an answer, and codes with ranks do not conflict. A category may
 * stay undecided where intake named none. Several rules may give the same answer if each cites a clause of its own.
 */
public final class PackAnalysis {
    private final List<Finding> findings;
    private final int nodes;
    private final double bits;

    private PackAnalysis(List<Finding> findings, int nodes, double bits) {
        this.findings = List.copyOf(findings);
        this.nodes = nodes;
        this.bits = bits;
    }

    /** Analyses the rules of a pack that was read and has no fault. */
    public static PackAnalysis of(Policy policy, List<Rule> rules) {
        return of(policy, rules, (file, id) -> Position.WHOLE_FILE);
    }

    /**
     * The same.
     *
     * @param places tells where in a table the row of an id stands
     */
    public static PackAnalysis of(Policy policy, List<Rule> rules, BiFunction<String, String, Position> places) {
        Model model = new Model(policy, rules);
        Notes notes = new Notes(model, new Witnesses(model.diagrams(), model.space(), TreeRuleBook.of(policy, rules)));
        for (Rule rule : model.unanalysed()) {
            notes.add(FaultKind.RULE_UNANALYSED.told(), rule.file(), rule.at(), rule.name(), List.of(rule), "");
        }
        new ConditionSearch(model, notes).search();
        new PairSearch(model, notes).search();
        new GapSearch(model, notes).search();
        new EscalationSearch(model, notes, places).search();
        return new PackAnalysis(
                notes.all(), model.diagrams().size(), model.space().bits());
    }

    /** What was found, by file and place. */
    public List<Finding> findings() {
        return findings;
    }

    /** How many nodes the decision diagrams took: the work, whatever the machine. */
    public int nodes() {
        return nodes;
    }

    /** How many situations are told apart, as a power of two: what trying them one by one would cost. */
    public double bits() {
        return bits;
    }
}
