package org.complaintkit.rules.analysis;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.analysis.Variable.Moment;
import org.complaintkit.rules.syntax.Action;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.Rule;

/** The rules of a pack as functions of the facts: when each applies, and what the stages then answer. */
final class Model {
    private static final List<Stage> DECIDING = List.of(Stage.CLASSIFICATION, Stage.GRADING, Stage.RESPONSIBILITY);

    private final Policy policy;
    private final List<Rule> rules;
    private final Diagrams diagrams;
    private final Space space;
    private final Chain now;
    private final Chain before;
    private final List<Rule> analysed = new ArrayList<>();
    /** By the rule itself: to compare whole trees would cost more than all diagrams. */
    private final IdentityHashMap<Rule, Integer> when = new IdentityHashMap<>();

    private final IdentityHashMap<Rule, Integer> alone = new IdentityHashMap<>();
    private final IdentityHashMap<Rule, List<Effect>> effects = new IdentityHashMap<>();
    private final List<Rule> unanalysed = new ArrayList<>();
    private final World anything;
    private World world;

    /**
     * What a rule proposes, its parameters read.
     *
     * @param detail second argument; empty for verbs of one
     */
    record Effect(Answer answer, String code, String detail) {}

    Model(Policy policy, List<Rule> rules) {
        this(policy, rules, new Diagrams(Diagrams.MOST_NODES));
    }

    /**
     * The same.
     *
     * @param diagrams fresh ones
     * @throws Diagrams.TooLarge if what can be at all takes more room than they have; a rule that does is left out
     */
    Model(Policy policy, List<Rule> rules, Diagrams diagrams) {
        this.policy = policy;
        this.diagrams = diagrams;
        this.rules = List.copyOf(rules);
        this.space = Domains.of(policy, rules);
        this.now = new Chain(policy, diagrams);
        this.before = new Chain(policy, diagrams);
        if (space.has(Field.SIGNALS, Domains.UNHEARD, Moment.NOW)) {
            int number = space.number(Field.SIGNALS, Domains.UNHEARD, Moment.NOW);
            int unheard = diagrams.where(number, new boolean[] {false, true});
            now.unheard(unheard);
            before.unheard(unheard);
        }
        for (Stage stage : Stage.values()) {
            this.rules.stream().filter(rule -> rule.stage() == stage).forEach(this::read);
        }
        diagrams.widen();
        this.anything = new World(
                space,
                diagrams,
                policy,
                World.running(policy, policy.deadlines().keySet()));
        Set<String> asked = asked(rules);
        this.world = new World(space, diagrams, policy, World.running(policy, asked));
        Set<String> live = asked(applicable());
        while (!live.equals(asked)) {
            asked = live;
            this.world = new World(space, diagrams, policy, World.running(policy, asked));
            live = asked(applicable());
        }
    }

    private void read(Rule rule) {
        Stage stage = rule.stage();
        effects.put(
                rule,
                rule.actions().stream().map(action -> effect(rule, action)).toList());
        int mark = diagrams.mark();
        try {
            int own = meaning(stage, Moment.NOW, Optional.empty()).of(rule.conditions());
            int applies = meaning(stage).of(rule.conditions());
            boolean deciding = DECIDING.contains(stage);
            int earlier = deciding
                    ? meaning(stage, Moment.BEFORE, Optional.of(before)).of(rule.conditions())
                    : Diagrams.NEVER;
            for (Effect effect : effects(rule)) {
                now.weigh(stage, effect.answer(), effect.code(), applies);
                before.weigh(stage, effect.answer(), effect.code(), earlier);
            }
            alone.put(rule, own);
            when.put(rule, applies);
            effects(rule).forEach(effect -> now.proposes(stage, effect.answer(), effect.code(), applies));
            if (deciding) {
                effects(rule).forEach(effect -> before.proposes(stage, effect.answer(), effect.code(), earlier));
            }
            analysed.add(rule);
        } catch (Diagrams.TooLarge e) {
            diagrams.back(mark);
            now.forget();
            before.forget();
            unanalysed.add(rule);
        }
    }

    private Meaning meaning(Stage stage, Moment moment, Optional<Chain> chain) {
        return new Meaning(policy, space, diagrams, stage, moment, chain);
    }

    /** What conditions of a stage mean. */
    Meaning meaning(Stage stage) {
        return meaning(stage, Moment.NOW, Optional.of(stage == Stage.CHECKS ? before : now));
    }

    /** What conditions of a stage mean if earlier stages could answer anything. */
    Meaning free(Stage stage) {
        return meaning(stage, Moment.NOW, Optional.empty());
    }

    /** Rules of which it is not known that they never apply. */
    private List<Rule> applicable() {
        return rules.stream()
                .filter(rule -> unanalysed.contains(rule) || applies(rule))
                .toList();
    }

    private Set<String> asked(Iterable<Rule> live) {
        Set<String> codes = new TreeSet<>();
        live.forEach(rule -> effects(rule).stream()
                .filter(effect -> effect.answer() == Answer.DEADLINE)
                .forEach(effect -> codes.add(effect.code())));
        return codes;
    }

    Policy policy() {
        return policy;
    }

    /** All rules that could be read into the model, in the order of stages and files. */
    List<Rule> rules() {
        return List.copyOf(analysed);
    }

    /** Rules that are too large to be analysed. */
    List<Rule> unanalysed() {
        return List.copyOf(unanalysed);
    }

    Space space() {
        return space;
    }

    Diagrams diagrams() {
        return diagrams;
    }

    Chain chain() {
        return now;
    }

    /** Whether a function of the facts holds anywhere when a stage is asked. */
    boolean possible(Stage stage, int f) {
        return world.possible(stage, f);
    }

    /** The same if every deadline could run. */
    boolean thinkable(Stage stage, int f) {
        return anything.possible(stage, f);
    }

    /** Whether wherever the first holds the second does, when a stage is asked. */
    boolean implies(Stage stage, int f, int g) {
        return !world.possible(stage, diagrams.and(f, diagrams.not(g)));
    }

    /** Where a function holds of situations that can be. */
    int real(Stage stage, int f) {
        return world.all(stage, f);
    }

    /** When a rule applies. */
    int when(Rule rule) {
        return when.getOrDefault(rule, Diagrams.NEVER);
    }

    /** When its conditions hold if earlier stages could answer anything. */
    int alone(Rule rule) {
        return alone.getOrDefault(rule, Diagrams.NEVER);
    }

    boolean applies(Rule rule) {
        return possible(rule.stage(), when(rule));
    }

    List<Effect> effects(Rule rule) {
        return effects.getOrDefault(rule, List.of());
    }

    private Effect effect(Rule rule, Action action) {
        return new Effect(
                TreeRuleBook.answer(rule.stage(), action.verb()),
                text(action.arguments().get(0)),
                action.arguments().size() > 1 ? text(action.arguments().get(1)) : "");
    }

    private String text(Operand operand) {
        return operand instanceof Operand.Parameter parameter
                ? policy.parameters().text(parameter.id())
                : ((Operand.Text) operand).value();
    }
}
