package org.complaintkit.rules.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.PackFault;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.syntax.Rule;

/**
 * What the rules of a pack come to together: contradictions, gaps, overlaps, rules without effect, escalations that never
 * fire. Exact over all facts, with each parameter at its value in force; a finding names the parameters on which it
 * rests. Answers that lack or contradict each other only once a parameter is set to another value that the pack allows are
 * found at the ends of the ranges, see {@link Finding#once}. Runs nothing of the pack but its trees. Immutable and thread-safe.
 *
 * <p>What stands in precedence.csv is meant: a default is an answer, and codes with ranks do not conflict. A category may
 * stay undecided where intake named none. Several rules may give the same answer if each cites a clause of its own.
 */
public final class PackAnalysis {
    private static final String MANIFEST = "pack.json";

    /** What leaves a complaint without an answer or with two; a rule that a number silences is switched off by it. */
    private static final Set<String> WRONG =
            Set.of("SAME_CONDITION", "RULES_CONFLICT", "GAP_IN_CODES", "GAP_IN_NUMBERS", "GAP_IN_ANSWERS");

    /** What is shown by a complaint that the desk decides so, whatever the analysis knows of the other rules. */
    private static final Set<String> SHOWN =
            Set.of("RULES_CONFLICT", "GAP_IN_CODES", "GAP_IN_NUMBERS", "GAP_IN_ANSWERS", "CONDITION_CONTRADICTS");

    /** So many times the room of one run is used in all, before further sets of parameters are left out. */
    private static final int MOST_RUNS = 2;

    /** With the parameters in force. */
    private static final int SEARCHES = 4;

    /** With others. */
    private static final int SEARCHES_AGAIN = 2;

    private final List<Finding> findings;
    private final int nodes;
    private final long work;
    private final double bits;

    private PackAnalysis(List<Finding> findings, int nodes, long work, double bits) {
        this.findings = List.copyOf(findings);
        this.nodes = nodes;
        this.work = work;
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
        return of(policy, rules, places, Steps.UNTOLD);
    }

    /**
     * The same.
     *
     * @param steps is told how far it has got
     */
    public static PackAnalysis of(
            Policy policy, List<Rule> rules, BiFunction<String, String, Position> places, Steps steps) {
        return of(policy, rules, places, Diagrams.MOST_NODES, steps);
    }

    /**
     * The same.
     *
     * @param most nodes of diagrams that each run may make; what needs more is said to be unanalysed
     */
    static PackAnalysis of(Policy policy, List<Rule> rules, BiFunction<String, String, Position> places, int most) {
        return of(policy, rules, places, most, Steps.UNTOLD);
    }

    private static PackAnalysis of(
            Policy policy, List<Rule> rules, BiFunction<String, String, Position> places, int most, Steps steps) {
        ParameterSets other = ParameterSets.of(policy, rules);
        int all = SEARCHES + SEARCHES_AGAIN * other.sets().size();
        int[] done = {0};
        Runnable step = () -> steps.done(++done[0], all);
        PackAnalysis inForce = of(policy, rules, places, Map.of(), most, step);
        List<Finding> findings = new ArrayList<>(inForce.findings);
        Set<String> told = new HashSet<>();
        findings.forEach(each -> {
            told.add(same(each));
            told.add(question(each));
        });
        int nodes = inForce.nodes;
        long work = inForce.work;
        int left = other.left();
        for (Map<String, String> set : other.sets()) {
            if (nodes > MOST_RUNS * most || work > Diagrams.MOST_WORK) {
                left++;
                continue;
            }
            PackAnalysis run = of(policy.with(set), rules, places, set, most, step);
            nodes += run.nodes;
            work += run.work;
            run.findings.stream()
                    .filter(each -> WRONG.contains(each.code()) && told.add(same(each)))
                    .forEach(findings::add);
        }
        if (left > 0) {
            PackFault unsaid = new PackFault(
                    FaultKind.VALUES_UNANALYSED.told(String.valueOf(left)), MANIFEST, Position.WHOLE_FILE, "");
            findings.add(new Finding(unsaid, List.of(), Map.of(), Map.of(), ""));
        }
        Collections.sort(findings);
        return new PackAnalysis(findings, nodes, work, inForce.bits);
    }

    /** What says the same of the same rules with other numbers is not told again, nor that a question has a gap. */
    private static String same(Finding finding) {
        return finding.code().equals("GAP_IN_ANSWERS")
                ? question(finding)
                : finding.code() + "\n" + finding.rules() + "\n"
                        + finding.fault().place();
    }

    /** The question of a gap stands first in what is told of it; of the rest nothing. */
    private static String question(Finding finding) {
        List<String> arguments = finding.fault().told().arguments();
        return finding.code().startsWith("GAP_IN_") && !arguments.isEmpty() ? arguments.get(0) : "";
    }

    private static PackAnalysis of(
            Policy policy,
            List<Rule> rules,
            BiFunction<String, String, Position> places,
            Map<String, String> set,
            int most,
            Runnable step) {
        Diagrams diagrams = new Diagrams(most);
        List<Finding> findings = new ArrayList<>();
        double bits = 0;
        boolean cut = false;
        try {
            Model model = new Model(policy, rules, diagrams);
            bits = model.space().bits();
            Witnesses witnesses = new Witnesses(diagrams, model.space(), TreeRuleBook.of(policy, rules));
            Notes notes = new Notes(model, witnesses, set, set.isEmpty() ? Set.of() : WRONG);
            for (Rule rule : model.unanalysed()) {
                notes.add(FaultKind.RULE_UNANALYSED.told(), rule.file(), rule.at(), rule.name(), List.of(rule), "");
            }
            List<Runnable> searches =
                    new ArrayList<>(List.of(new PairSearch(model, notes)::search, new GapSearch(model, notes)::search));
            if (set.isEmpty()) {
                searches.add(0, new ConditionSearch(model, notes)::search);
                searches.add(new EscalationSearch(model, notes, places)::search);
            }
            for (Runnable search : searches) {
                cut |= cut(search);
                step.run();
            }
            notes.all().stream()
                    .filter(finding -> !doubtful(finding, model.unanalysed(), rules))
                    .forEach(findings::add);
        } catch (Diagrams.TooLarge e) {
            cut = true;
        }
        if (cut) {
            PackFault fault = new PackFault(FaultKind.ANALYSIS_CUT.told(), MANIFEST, Position.WHOLE_FILE, "");
            findings.add(new Finding(fault, List.of(), Map.of(), Map.of(), ""));
        }
        return new PackAnalysis(findings, diagrams.size(), diagrams.work(), bits);
    }

    /** Whether there was no room to search to the end; what was found before stays. */
    private static boolean cut(Runnable search) {
        try {
            search.run();
            return false;
        } catch (Diagrams.TooLarge e) {
            return true;
        }
    }

    /** Whether a rule of which nothing is known could make it untrue: it may answer what later stages ask for. */
    private static boolean doubtful(Finding finding, List<Rule> unanalysed, List<Rule> rules) {
        if (finding.unshown()) {
            return !unanalysed.isEmpty();
        }
        if (SHOWN.contains(finding.code()) || finding.code().equals(FaultKind.RULE_UNANALYSED.name())) {
            return false;
        }
        boolean escalation = finding.code().equals(FaultKind.ESCALATION_NEVER.name());
        return unanalysed.stream()
                .anyMatch(unknown -> escalation
                        || rules.stream()
                                .filter(rule -> finding.rules().contains(rule.name()))
                                .anyMatch(rule -> unknown.stage().compareTo(rule.stage()) < 0));
    }

    /** What was found, by file and place. */
    public List<Finding> findings() {
        return findings;
    }

    /** How many nodes the decision diagrams took in all runs: the work, whatever the machine. */
    public int nodes() {
        return nodes;
    }

    /** How many situations are told apart, as a power of two: what trying them one by one would cost. */
    public double bits() {
        return bits;
    }
}
