package org.complaintkit.rules.drools;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.Parameters;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.syntax.Rule;

/**
 * The rules of a pack on Drools. Citations come from the tree of the rules, not from the engine.
 *
 * <p>Copies made by {@link #with} share engine and sessions; {@link #close} closes them all. Thread-safe.
 */
public final class DroolsRuleBook implements RuleBook, AutoCloseable {
    private static final Comparator<Proposal> BY_RULE = Comparator.comparing(Proposal::rule);

    private final Policy policy;
    private final Rules rules;
    private final RuleEngine engine;

    /**
     * The trees, by what is asked of them.
     *
     * @param list as the pack has them
     * @param byName by the names under which Drools knows them
     * @param verbs all that they propose
     */
    private record Rules(List<Rule> list, Map<String, Cited> byName, Map<Stage, Integer> count, Set<String> verbs) {
        static Rules of(List<Rule> list) {
            Map<String, Cited> byName = new HashMap<>();
            Map<Stage, Integer> count = new EnumMap<>(Stage.class);
            Set<String> verbs = new HashSet<>();
            for (Rule rule : list) {
                byName.put(GeneratedRules.nameOf(byName.size()), new Cited(rule, rule.parameters()));
                count.merge(rule.stage(), 1, Integer::sum);
                rule.actions().forEach(action -> verbs.add(action.verb()));
            }
            return new Rules(list, byName, count, verbs);
        }
    }

    /** A rule with the parameters that it reads. */
    private record Cited(Rule rule, Set<String> parameters) {}

    private DroolsRuleBook(Policy policy, Rules rules, RuleEngine engine) {
        this.policy = policy;
        this.rules = rules;
        this.engine = engine;
    }

    /**
     * Loads compiled rules.
     *
     * @param rules the trees from which they were generated
     * @throws org.complaintkit.calendar.InvalidInputException if the wall refuses the classes, or they do not fit this
     *     version of the engine or the trees
     */
    public static DroolsRuleBook load(Policy policy, List<Rule> rules, GeneratedRules generated) {
        return load(generated, () -> new Read(policy, rules));
    }

    /** What is read of a pack besides its classes. */
    public record Read(Policy policy, List<Rule> rules) {
        public Read {
            rules = List.copyOf(rules);
        }
    }

    /**
     * Loads compiled rules while policy and trees are still being read: the engine does its share on a thread of its own.
     *
     * @param reading reads them, on the thread of the caller; what it throws is thrown here
     */
    public static DroolsRuleBook load(GeneratedRules generated, Supplier<Read> reading) {
        Supplier<RuleEngine> engine = RuleEngine.load(generated);
        Read read = reading.get();
        Rules trees = Rules.of(read.rules());
        return new DroolsRuleBook(
                read.policy(), trees, engine.get().require(read.rules().size()));
    }

    /** Begins to start the engine on a thread of its own, if nobody has yet, so that a pack can be read meanwhile. */
    public static void begin() {
        EngineStart.begin();
    }

    @Override
    public Policy policy() {
        return policy;
    }

    /** The trees of the rules, for explanation and analysis. */
    public List<Rule> rules() {
        return rules.list();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the rule book is closed
     */
    @Override
    public List<Proposal> ask(Stage stage, Situation situation) {
        int count = rules.count().getOrDefault(stage, 0);
        if (count == 0) {
            return List.of();
        }
        Hits hits = new Hits();
        engine.fire(Facts.of(stage, situation, policy.parameters(), hits), hits, count);
        if (hits.list().isEmpty()) {
            return List.of();
        }
        List<Proposal> proposals = new ArrayList<>(hits.list().size());
        for (Hits.Hit hit : hits.list()) {
            proposals.add(proposal(hit));
        }
        proposals.sort(BY_RULE);
        return Collections.unmodifiableList(proposals);
    }

    private Proposal proposal(Hits.Hit hit) {
        Cited cited = rules.byName().get(hit.rule());
        if (cited == null) {
            throw new IllegalStateException("the engine fired a rule that the pack does not have: " + hit.rule());
        }
        Rule rule = cited.rule();
        return new Proposal(hit.answer(), hit.code(), hit.detail(), rule.name(), rule.clause(), basis(cited));
    }

    private Basis basis(Cited cited) {
        Parameters parameters = policy.parameters();
        boolean set = !cited.parameters().isEmpty()
                && !parameters.set().isEmpty()
                && cited.parameters().stream().anyMatch(id -> parameters.basis(id) == Basis.PARAMETER);
        return set ? Basis.PARAMETER : cited.rule().basis();
    }

    @Override
    public boolean answers(Answer question) {
        return rules.verbs().contains(question.verb())
                || policy.defaultFor(question.verb()).isPresent();
    }

    @Override
    public DroolsRuleBook with(Map<String, ?> parameters) {
        return parameters.isEmpty() ? this : new DroolsRuleBook(policy.with(parameters), rules, engine);
    }

    /** Sessions opened so far; shared by all copies. */
    public long sessionsOpened() {
        return engine.sessionsOpened();
    }

    /** Sessions disposed so far; after {@link #close} as many as were opened. */
    public long sessionsDisposed() {
        return engine.sessionsDisposed();
    }

    /** Disposes the sessions of this rule book and of all its copies; questions under way end well. */
    @Override
    public void close() {
        engine.close();
    }
}
