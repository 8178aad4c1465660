package org.complaintkit.rules.syntax;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Basis;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.pack.RuleUse;

/**
 * One rule of a pack: the tree from which everything else is taken, citations as well as what Drools runs. Immutable.
 *
 * @param name unique in the pack
 * @param clause clause ids as cited, separated by comma or semicolon; empty where the rule lacks its citation
 * @param basis where the rule comes from
 * @param stage stage whose question it answers
 * @param conditions all must hold; none: the rule always applies
 * @param actions what it proposes, in order
 * @param file name of the file in which it stands, in whichever form it is written
 * @param at where the rule begins
 * @param cited where the text begins that cites its clauses; where the rule begins if nobody knows
 */
public record Rule(
        String name,
        String clause,
        Basis basis,
        Stage stage,
        List<Condition> conditions,
        List<Action> actions,
        String file,
        Position at,
        Position cited) {
    private static final Pattern CITED = Pattern.compile("[^,;\\s](?:[^,;]*[^,;\\s])?");

    /** A rule that nobody has written down, or that does not say where its citation stands. */
    public Rule(
            String name,
            String clause,
            Basis basis,
            Stage stage,
            List<Condition> conditions,
            List<Action> actions,
            String file,
            Position at) {
        this(name, clause, basis, stage, conditions, actions, file, at, at);
    }

    public Rule {
        conditions = List.copyOf(conditions);
        actions = List.copyOf(actions);
    }

    /** Whether both say the same, wherever and in whichever form they are written. */
    public boolean saysTheSameAs(Rule other) {
        return stage == other.stage && RulePrinter.print(this).equals(RulePrinter.print(other));
    }

    /** The clauses cited, one by one. */
    public List<String> clauses() {
        return Arrays.stream(clause.split("[,;]", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** Where one of the clauses is cited; where the rule begins if nobody knows. */
    public Position citedAt(String id) {
        Matcher part = CITED.matcher(clause);
        while (!cited.equals(at) && part.find()) {
            if (part.group().equals(id)) {
                return new Position(cited.line(), cited.column() + part.start()).spanning(id.length());
            }
        }
        return at;
    }

    /** As the tables of its pack see it. */
    public RuleUse use() {
        Set<String> proposes = new TreeSet<>();
        actions.forEach(action ->
                texts(action.arguments().stream().limit(1)).forEach(code -> proposes.add(action.verb() + " " + code)));
        actions.stream()
                .filter(action -> action.arguments().stream().limit(1).anyMatch(Operand.Parameter.class::isInstance))
                .forEach(action -> proposes.add(action.verb() + " *"));
        Set<String> asks = new TreeSet<>();
        texts(tests().flatMap(test -> test.operands().stream())).forEach(asks::add);
        texts(actions.stream().flatMap(action -> action.arguments().stream().skip(1)))
                .forEach(asks::add);
        return new RuleUse(name, clauses(), proposes, asks, parameters());
    }

    private static Stream<String> texts(Stream<Operand> operands) {
        return operands.filter(Operand.Text.class::isInstance).map(operand -> ((Operand.Text) operand).value());
    }

    /** The single tests of all conditions, in the order written. */
    public Stream<Condition.Test> tests() {
        return conditions.stream().flatMap(Condition::tests);
    }

    /** All values in conditions and actions. */
    public Stream<Operand> operands() {
        return Stream.concat(
                tests().flatMap(test -> test.operands().stream()),
                actions.stream().flatMap(action -> action.arguments().stream()));
    }

    /** Ids of the parameters that decide whether or what the rule proposes. */
    public Set<String> parameters() {
        Set<String> ids = new TreeSet<>();
        operands().forEach(operand -> {
            if (operand instanceof Operand.Parameter parameter) {
                ids.add(parameter.id());
            }
        });
        return ids;
    }
}
