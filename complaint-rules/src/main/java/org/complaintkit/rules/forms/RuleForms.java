package org.complaintkit.rules.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.RuleForm;
import org.complaintkit.rules.syntax.Rule;
import org.complaintkit.rules.syntax.RuleParser;
import org.complaintkit.rules.syntax.RulePrinter;

/**
 * Reads and prints rules in each of their forms. Whatever the form, the tree is the same, and everything else sees the
 * tree only. Stateless and thread-safe.
 */
public final class RuleForms {
    private RuleForms() {}

    /**
     * The rules of a file.
     *
     * @param policy tables of the pack, by which labels are understood; a file of Drools needs none of it
     * @param faults to which is added what is wrong, with its place
     */
    public static ReadRules read(RuleForm form, Stage stage, String text, Policy policy, Faults faults) {
        return form == RuleForm.DRL
                ? drools(stage, text, faults)
                : read(form, stage, text, policy, CodeNames.of(policy, form.language()), faults);
    }

    private static ReadRules read(
            RuleForm form, Stage stage, String text, Policy policy, CodeNames names, Faults faults) {
        return switch (form) {
            case DRL -> drools(stage, text, faults);
            case TABLE -> TableReader.read(stage, text, names, faults);
            case ENGLISH, SIMPLIFIED, TRADITIONAL -> SentenceReader.read(stage, form, text, policy, names, faults);
        };
    }

    private static ReadRules drools(Stage stage, String text, Faults faults) {
        return new ReadRules(RuleParser.parse(stage, text, faults), RuleNames.in(text));
    }

    /** Names of the rules that a file begins, by the line, whether or not they can be read. */
    public static NavigableMap<Integer, String> names(RuleForm form, String text) {
        return form.language().isEmpty() ? RuleNames.in(text) : SentenceFile.names(text);
    }

    /**
     * One rule as a file of a form has it, ready to be added to that file; of a table, with its heading. Empty if the form
     * cannot say it: what is printed is always read as the same rule.
     */
    public static Optional<String> print(RuleForm form, Rule rule, Policy policy) {
        return new Printer(form, policy).print(rule);
    }

    /** Rules of one stage as a file of a form; those that it cannot say are left out. */
    public static Written write(RuleForm form, Stage stage, List<Rule> rules, Policy policy) {
        Printer printer = new Printer(form, policy);
        List<Rule> said = new ArrayList<>();
        List<Rule> unsaid = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Rule rule : rules) {
            Optional<String> printed = printer.print(rule);
            (printed.isPresent() ? said : unsaid).add(rule);
            printed.ifPresent(texts::add);
        }
        String file = form == RuleForm.TABLE
                ? TablePrinter.print(stage, said, printer.names)
                : String.join(form == RuleForm.DRL ? "\n" : "", texts);
        return new Written(file, List.copyOf(unsaid));
    }

    /**
     * A file of rules.
     *
     * @param unsaid rules that the form cannot say
     */
    public record Written(String text, List<Rule> unsaid) {}

    /** Prints rules and makes sure that each is read as it was. */
    private static final class Printer {
        private final RuleForm form;
        private final Policy policy;
        private final CodeNames names;
        private final SentencePrinter sentences;

        Printer(RuleForm form, Policy policy) {
            this.form = form;
            this.policy = policy;
            this.names = CodeNames.of(policy, form.language());
            this.sentences = new SentencePrinter(form, policy);
        }

        Optional<String> print(Rule rule) {
            Stream<String> candidates = switch (form) {
                case DRL -> Stream.of(RulePrinter.print(rule));
                case TABLE -> Stream.of(TablePrinter.print(rule.stage(), List.of(rule), names));
                case ENGLISH, SIMPLIFIED, TRADITIONAL -> sentences.candidates(rule);
            };
            return candidates.filter(text -> reads(text, rule)).findFirst();
        }

        private boolean reads(String text, Rule rule) {
            Faults faults = new Faults();
            List<Rule> read = RuleForms.read(form, rule.stage(), text, policy, names, faults)
                    .rules();
            return faults.isEmpty() && read.size() == 1 && read.get(0).saysTheSameAs(rule);
        }
    }
}
