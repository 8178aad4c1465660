package org.complaintkit.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Stage;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.PackFault;
import org.complaintkit.rules.pack.PackFiles;
import org.complaintkit.rules.pack.PackReading;
import org.complaintkit.rules.pack.RuleUse;
import org.complaintkit.rules.syntax.Rule;
import org.complaintkit.rules.syntax.RuleChecker;
import org.complaintkit.rules.syntax.RuleParser;

/**
 * Reads and checks packs: tables, rules, and every name in them. All faults are found in one run. Needs no compiler.
 * Stateless.
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
     * Reads a pack.
     *
     * @throws InvalidInputException code {@code PACK_FAULTS} with all faults, if it has any
     */
    public static CheckedPack read(PackFiles files) {
        return read(files, new Faults(), files.name());
    }

    /** The same, on top of faults found when the files were read. */
    static CheckedPack read(PackFiles files, Faults faults, String name) {
        Optional<CheckedPack> pack = read(files, faults);
        faults.refuse(name);
        return pack.orElseThrow(() -> new IllegalStateException("a pack without manifest has a fault"));
    }

    private static Optional<CheckedPack> read(PackFiles files, Faults faults) {
        List<Rule> rules = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            files.text(stage.file(), faults).ifPresent(text -> rules.addAll(RuleParser.parse(stage, text, faults)));
        }
        return PackReading.read(files, faults).map(reading -> {
            RuleChecker.check(rules, reading.policy(), faults);
            List<RuleUse> uses = rules.stream().map(Rule::use).toList();
            reading.check(uses, RuleChecker.milestones(rules), faults);
            return new CheckedPack(reading.policy(), rules);
        });
    }
}
