package org.complaintkit.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.forms.ReadRules;
import org.complaintkit.rules.forms.RuleForms;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.PackFault;
import org.complaintkit.rules.pack.PackFiles;
import org.complaintkit.rules.pack.PackReading;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.pack.RuleForm;
import org.complaintkit.rules.pack.Told;
import org.complaintkit.rules.syntax.Rule;
import org.complaintkit.rules.syntax.RuleAdvice;
import org.complaintkit.rules.syntax.RuleChecker;
import org.complaintkit.rules.syntax.RuleParser;

/**
 * Reads and checks packs: tables, rules, and every name in them. All faults are found in one run; of more than a
 * thousand the others are counted. Needs no compiler. Stateless.
 */
public final class PackReader {
    private PackReader() {}

    /**
     * All faults of the pack in a folder, by file and place; empty if it is good.
     *
     * @throws InvalidInputException if the folder cannot be read at all
     */
    public static List<PackFault> check(Path folder) {
        Faults faults = new Faults();
        PackFiles files = PackFolder.read(folder, faults).source();
        read(files, faults);
        return faults.list();
    }

    /** All faults of a pack whose files were read already. */
    public static List<PackFault> check(PackFiles files) {
        Faults faults = new Faults();
        read(files, faults);
        return faults.list();
    }

    /**
     * What does not keep the pack in a folder from running, but is hardly meant: citations that the thing cited does not
     * return, parameters and labels that nothing reads.
     *
     * @throws InvalidInputException if the folder cannot be read at all
     */
    public static List<PackFault> remarks(Path folder) {
        Faults faults = new Faults();
        read(PackFolder.read(folder, faults).source(), faults);
        return faults.remarks();
    }

    /** The same of a pack whose files were read already. */
    public static List<PackFault> remarks(PackFiles files) {
        Faults faults = new Faults();
        read(files, faults);
        return faults.remarks();
    }

    /**
     * Reads the pack in a folder; nothing of it is run.
     *
     * @throws InvalidInputException if the folder cannot be read, or with all faults of the pack
     */
    public static CheckedPack read(Path folder) {
        Faults faults = new Faults();
        PackFiles files = PackFolder.read(folder, faults).source();
        return read(files, faults, files.name());
    }

    /**
     * Reads a pack.
     *
     * @throws InvalidInputException code {@code PACK_FAULTS} with all faults, if it has any
     */
    public static CheckedPack read(PackFiles files) {
        return read(files, new Faults(), files.name());
    }

    /** The same, on top of faults found when the files were read. */
    static CheckedPack read(PackFiles files, Faults faults, String name) {
        CheckedPack pack = read(files, faults);
        faults.refuse(name);
        return pack;
    }

    /** The pack as far as it could be read, and what is wrong with it. */
    static CheckedPack read(PackFiles files, Faults faults) {
        CheckedPack pack = checked(files, faults, (reading, rules) -> {});
        faults.settle(files.files());
        return pack;
    }

    /** The same for a pack below others, with advice on what works and is probably not meant. */
    static CheckedPack advise(PackFiles files, List<Policy> above, Faults faults) {
        CheckedPack pack = checked(files, faults, (reading, rules) -> {
            RuleAdvice.check(rules, reading.policy(), faults);
            reading.advise(rules.stream().map(Rule::use).toList(), above, faults);
        });
        faults.settle(files.files());
        return pack;
    }

    /** A pack that was checked when it was compiled, read once more: tables and rules, not what they say of each other. */
    static CheckedPack again(PackFiles files) {
        Faults faults = new Faults();
        PackReading reading = PackReading.read(files, faults);
        List<Rule> rules = rules(files, reading.policy(), new TreeSet<>(), faults);
        faults.refuse(files.name());
        return new CheckedPack(reading.policy(), rules);
    }

    /** Rules in all their forms. */
    private static List<Rule> rules(PackFiles files, Policy policy, Set<String> names, Faults faults) {
        List<Rule> rules = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            for (RuleForm form : RuleForm.values()) {
                String file = form.file(stage);
                int before = rules.size();
                files.text(file, faults).ifPresent(text -> {
                    ReadRules read = RuleForms.read(form, stage, text, policy, faults);
                    if (read.rules().isEmpty() && read.names().isEmpty()) {
                        faults.add(FaultKind.RULES_EMPTY.told(), file, Position.WHOLE_FILE, "");
                    }
                    rules.addAll(read.rules());
                    names.addAll(read.names().values());
                });
                if (rules.size() > RuleParser.MAX_RULES) {
                    if (rules.size() - before <= RuleParser.MAX_RULES) {
                        Told told = FaultKind.TOO_MANY_RULES.told(RuleParser.MAX_RULES);
                        faults.add(told, file, Position.WHOLE_FILE, "");
                    }
                    return rules;
                }
            }
        }
        return rules;
    }

    private static CheckedPack checked(PackFiles files, Faults faults, BiConsumer<PackReading, List<Rule>> more) {
        Set<String> names = new TreeSet<>();
        PackReading reading = PackReading.read(files, faults);
        List<Rule> rules = rules(files, reading.policy(), names, faults);
        int begun = names.size();
        rules.forEach(rule -> names.add(rule.name()));
        RuleChecker.check(rules, reading.policy(), faults);
        reading.check(names, RuleChecker.milestones(rules), faults);
        if (rules.size() >= begun) {
            // Of a rule that cannot be read nobody knows what it asks for.
            reading.remark(rules.stream().map(Rule::use).toList(), faults);
            more.accept(reading, rules);
        }
        return new CheckedPack(reading.policy(), rules);
    }
}
