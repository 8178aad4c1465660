package org.complaintkit.rules.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Parameter;
import org.complaintkit.policy.Parameters;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.pack.Told;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.Operator;
import org.complaintkit.rules.syntax.Rule;
import org.complaintkit.rules.syntax.RulePrinter;

/** Looks for rules that can never apply: by themselves, or because no earlier stage answers what they ask for. */
final class ConditionSearch {
    private final Model model;
    private final Diagrams diagrams;
    private final Notes notes;

    ConditionSearch(Model model, Notes notes) {
        this.model = model;
        this.diagrams = model.diagrams();
        this.notes = notes;
    }

    void search() {
        for (Rule rule : model.rules()) {
            if (switchedOff(rule)) {
                continue;
            }
            if (!model.thinkable(rule.stage(), model.alone(rule))) {
                contradiction(rule);
            } else {
                alternatives(rule, rule.conditions());
                answers(rule);
            }
            boolean explained = notes.says(rule.name(), Set.of("CONDITION_CONTRADICTS", "ANSWER_UNREACHABLE"));
            if (!model.applies(rule) && !explained) {
                tell(FaultKind.RULE_UNREACHABLE.told(), rule, rule.at(), rule.name());
            }
        }
    }

    /** A day that is {@code none} switches a rule off, or a bound: it never applies until the institution sets the day. */
    private boolean switchedOff(Rule rule) {
        Parameters parameters = model.policy().parameters();
        return rule.tests()
                .flatMap(test -> test.operands().stream())
                .filter(Operand.Parameter.class::isInstance)
                .map(operand -> ((Operand.Parameter) operand).id())
                .anyMatch(id -> parameters.declared().get(id).kind() == Parameter.Kind.DATE
                        && parameters.text(id).equals("none"));
    }

    /** Tells the first condition that cannot hold with those before it; the witness meets these. */
    private void contradiction(Rule rule) {
        Meaning meaning = model.free(rule.stage());
        int met = Diagrams.ALWAYS;
        for (Condition each : flat(rule.conditions())) {
            int more = diagrams.and(met, meaning.of(each));
            if (!model.thinkable(rule.stage(), more)) {
                tell(rule, each, met);
                return;
            }
            met = more;
        }
    }

    /** An alternative that cannot hold with the rest of the rule is as good as absent. */
    private void alternatives(Rule rule, List<Condition> conditions) {
        List<Condition> parts = flat(conditions);
        Meaning meaning = model.free(rule.stage());
        for (Condition part : parts) {
            if (part instanceof Condition.Any any) {
                int rest = Diagrams.ALWAYS;
                for (Condition other : parts) {
                    rest = other == part ? rest : diagrams.and(rest, meaning.of(other));
                }
                for (Condition alternative : any.parts()) {
                    if (!model.thinkable(rule.stage(), diagrams.and(rest, meaning.of(alternative)))) {
                        tell(rule, alternative, rest);
                    }
                }
            }
        }
    }

    private void tell(Rule rule, Condition condition, int rest) {
        String text = RulePrinter.print(condition);
        Stage stage = rule.stage();
        notes.add(
                FaultKind.CONDITION_CONTRADICTS.told(text),
                rule,
                condition.at(),
                text,
                List.of(),
                rest,
                asked -> asked.stage() == stage && !asked.fired(rule.name()));
    }

    /**
     * Tells what earlier stages make impossible; the witness meets all but that. Where nothing comes so near, any complaint
     * shows that the answer is another one.
     */
    private void tell(Told what, Rule rule, Position at, String text) {
        Stage stage = rule.stage();
        int near = diagrams.and(model.alone(rule), diagrams.not(model.when(rule)));
        boolean missed = model.possible(stage, near);
        notes.add(
                what,
                rule,
                at,
                text,
                List.of(),
                missed ? near : Diagrams.ALWAYS,
                asked -> asked.stage() == stage && !(missed && asked.fired(rule.name())));
    }

    /** All parts that must hold, those of nested conjunctions included. */
    private static List<Condition> flat(List<Condition> conditions) {
        List<Condition> flat = new ArrayList<>();
        for (Condition each : conditions) {
            if (each instanceof Condition.All all) {
                flat.addAll(flat(all.parts()));
            } else {
                flat.add(each);
            }
        }
        return flat;
    }

    /** Codes that a rule wants an earlier stage to have answered, and that none answers. */
    private void answers(Rule rule) {
        Meaning meaning = model.meaning(rule.stage());
        rule.tests().forEach(test -> {
            Field field = Field.of(test.field()).orElseThrow();
            if (Domains.ANSWERS.contains(field) && wanted(test)) {
                for (Operand operand : test.operands()) {
                    String code = ((Operand.Text) operand).value();
                    int given =
                            field.type() == Field.Type.CODES ? meaning.member(field, code) : meaning.is(field, code);
                    if (!code.isEmpty() && !model.possible(rule.stage(), given)) {
                        tell(FaultKind.ANSWER_UNREACHABLE.told(field.word(), code), rule, operand.at(), code);
                    }
                }
            }
        });
    }

    private static boolean wanted(Condition.Test test) {
        if (test instanceof Condition.Contains contains) {
            return !contains.negated();
        }
        return test instanceof Condition.In in
                ? !in.negated()
                : ((Condition.Compare) test).operator() == Operator.EQUAL;
    }
}
