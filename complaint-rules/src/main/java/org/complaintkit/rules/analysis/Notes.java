package org.complaintkit.rules.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Parameter;
import org.complaintkit.rules.pack.PackFault;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.pack.Told;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.Rule;

/** Writes down what is found, each thing once, and looks for its witness. Not thread-safe. */
final class Notes {
    /** What it costs to look for a witness. */
    private static final int SOUGHT = 1_000;

    /** What it costs to ask one rule on the way. */
    private static final int ASKED = 10;

    private final Model model;
    private final Witnesses witnesses;
    private final List<Finding> found = new ArrayList<>();
    private final Set<PackFault> told = new LinkedHashSet<>();

    private final Map<String, String> set;
    private final Set<String> shown;

    /**
     * What is found under one set of parameters.
     *
     * @param set values away from those in force
     * @param shown codes of the findings for which a witness is looked for; empty: all
     */
    Notes(Model model, Witnesses witnesses, Map<String, String> set, Set<String> shown) {
        this.model = model;
        this.witnesses = witnesses;
        this.set = set;
        this.shown = shown;
    }

    /** By place. */
    List<Finding> all() {
        Collections.sort(found);
        return List.copyOf(found);
    }

    /** Whether something of one of these codes is said of a rule. */
    boolean says(String rule, Set<String> codes) {
        return found.stream().anyMatch(each -> each.rules().contains(rule) && codes.contains(each.code()));
    }

    /**
     * Notes what the functions prove, with the plainest complaint that shows it. What no complaint is found for is noted all
     * the same: that none of some was decided so proves nothing.
     */
    void add(
            Told what,
            Rule rule,
            Position at,
            String text,
            List<Rule> others,
            int where,
            Predicate<Witnesses.Asked> shows) {
        add(
                what,
                rule.file(),
                at,
                text,
                with(rule, others),
                shown.isEmpty() || shown.contains(what.code())
                        ? line(rule.stage(), where, shows).orElse("")
                        : "");
    }

    /** The same of a file as a whole, where no rule is there to be named. */
    void add(Told what, String file, Stage stage, int where, Predicate<Witnesses.Asked> shows) {
        add(
                what,
                file,
                Position.WHOLE_FILE,
                "",
                List.of(),
                line(stage, where, shows).orElse(""));
    }

    void add(Told what, String file, Position at, String text, List<Rule> rules, String witness) {
        PackFault fault = new PackFault(what, file, at, text);
        if (told.add(fault)) {
            found.add(new Finding(fault, rules.stream().map(Rule::name).toList(), assumed(rules), set, witness));
        }
    }

    /** The witness of what was already said of one of these rules. */
    Optional<String> witnessOf(List<Rule> rules) {
        return found.stream()
                .filter(each -> !each.witness().isEmpty()
                        && rules.stream().anyMatch(rule -> each.rules().contains(rule.name())))
                .map(Finding::witness)
                .findFirst();
    }

    /** A witness is looked for by deciding complaints: a pack of thousands of findings is told that there are more. */
    private Optional<String> line(Stage stage, int where, Predicate<Witnesses.Asked> shows) {
        model.diagrams().work(SOUGHT);
        long asking = (long) ASKED * model.rules().size();
        return witnesses.line(model.policy().id() + "-WITNESS", model.real(stage, where), asked -> {
            model.diagrams().work(asking);
            return shows.test(asked);
        });
    }

    private static List<Rule> with(Rule rule, List<Rule> others) {
        List<Rule> all = new ArrayList<>(List.of(rule));
        all.addAll(others);
        return all;
    }

    /** The numbers and days in conditions that the institution may set. */
    private Map<String, String> assumed(List<Rule> rules) {
        Set<String> ids = new TreeSet<>();
        rules.stream()
                .flatMap(Rule::tests)
                .flatMap(test -> test.operands().stream())
                .filter(Operand.Parameter.class::isInstance)
                .forEach(operand -> ids.add(((Operand.Parameter) operand).id()));
        Map<String, String> values = new TreeMap<>();
        for (String id : ids) {
            Parameter declared = model.policy().parameters().declared().get(id);
            if (declared != null) {
                values.put(id, model.policy().parameters().text(id));
            }
        }
        return values;
    }

    static String place(Rule rule) {
        return rule.file() + ":" + rule.at();
    }
}
