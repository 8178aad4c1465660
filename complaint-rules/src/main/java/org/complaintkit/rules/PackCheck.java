package org.complaintkit.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.analysis.Finding;
import org.complaintkit.rules.analysis.PackAnalysis;
import org.complaintkit.rules.analysis.Steps;
import org.complaintkit.rules.cases.CaseCheck;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.PackFault;
import org.complaintkit.rules.pack.PackFiles;

/**
 * Everything that is wrong with a pack, found in one run and told to people, to programs and to editors. Needs no
 * compiler and runs nothing of the pack; what a caller gives as packs beside it may be compiled ones. Immutable and
 * thread-safe.
 *
 * <p>Errors are what {@link Packs} refuses to load; warnings are what works and is probably not meant: a row that nothing
 * reaches, a number of our own under a rule that says the text demands it; and all that is wrong with the worked cases,
 * which are looked at here alone.
 */
public final class PackCheck {
    private final String name;
    private final String folder;
    private final SourceText source;
    private final CheckedPack pack;
    private final FaultList told;

    private PackCheck(String name, String folder, SourceText source, CheckedPack pack, FaultList told) {
        this.name = name;
        this.folder = folder;
        this.source = source;
        this.pack = pack;
        this.told = told;
    }

    /**
     * Checks the pack in a folder.
     *
     * @throws org.complaintkit.calendar.InvalidInputException code {@code PACK_FOLDER} if the folder cannot be read at all
     */
    public static PackCheck of(Path folder) {
        return of(folder, List.of());
    }

    /**
     * Checks the pack in a folder below others.
     *
     * @param above packs of higher authority that govern the same cases, the lowest first
     * @throws org.complaintkit.calendar.InvalidInputException code {@code PACK_FOLDER} if the folder cannot be read at all
     */
    public static PackCheck of(Path folder, List<Policy> above) {
        return of(
                folder,
                above,
                new CaseCheck.Others(
                        id -> above.stream()
                                .filter(pack -> pack.id().equals(id))
                                .findFirst(),
                        false));
    }

    /**
     * The same where all packs are at hand that its worked cases name.
     *
     * @param beside gives a pack by its id; empty where there is none
     * @throws org.complaintkit.calendar.InvalidInputException code {@code PACK_FOLDER} if the folder cannot be read at all
     */
    public static PackCheck of(Path folder, List<Policy> above, Function<String, Optional<Policy>> beside) {
        return of(folder, above, new CaseCheck.Others(beside, true));
    }

    private static PackCheck of(Path folder, List<Policy> above, CaseCheck.Others beside) {
        Faults faults = new Faults();
        PackFiles files = PackFolder.read(folder, faults).source();
        CaseCheck cases = CaseCheck.of(folder);
        CheckedPack pack = PackReader.advise(files, above, faults);
        cases.look(pack.policy(), pack.rules(), beside, faults);
        String named = folder.toString().replace('\\', '/');
        Map<String, String> told = new TreeMap<>(cases.texts());
        told.keySet().retainAll(faults.all().stream().map(PackFault::file).toList());
        SourceText source = SourceText.of(files, told);
        return new PackCheck(
                files.name(), named, source, pack, FaultList.of(pack.policy().pack(), faults));
    }

    /** Checks files that were read already; worked cases are not among them. */
    public static PackCheck of(PackFiles files, List<Policy> above) {
        Faults faults = new Faults();
        CheckedPack pack = PackReader.advise(files, above, faults);
        FaultList told = FaultList.of(pack.policy().pack(), faults);
        return new PackCheck(files.name(), files.name(), SourceText.of(files), pack, told);
    }

    /**
     * The same with what the rules come to together, each finding with a complaint that shows it; see {@link
     * PackAnalysis}. A pack with errors is not analysed: nobody knows what its rules mean.
     */
    public PackCheck analysed() {
        return analysed(Steps.UNTOLD);
    }

    /**
     * The same.
     *
     * @param steps is told how far the analysis has got
     */
    public PackCheck analysed(Steps steps) {
        return errors() > 0
                ? this
                : new PackCheck(
                        name,
                        folder,
                        source,
                        pack,
                        told.with(PackAnalysis.of(pack.policy(), pack.rules(), source::row, steps)
                                .findings()));
    }

    /** What the analysis found, by file and place; empty if it was not asked for. */
    public List<Finding> findings() {
        return told.findings();
    }

    /** Name of the folder. */
    public String name() {
        return name;
    }

    /** All faults, by file and place; of more than a thousand errors or warnings those that are listed. */
    public List<PackFault> faults() {
        return told.faults();
    }

    /** How many faults keep the pack from being loaded, listed or not. */
    public long errors() {
        return told.errors();
    }

    /** How many faults somebody should look at, listed or not. */
    public long warnings() {
        return told.warnings();
    }

    /** For people: each fault with its place, its row or rule, what is wrong and what to do; then the sum. */
    public String text(Locale locale) {
        return new FaultText(source, locale).of(told);
    }

    /** For programs: one JSON object, on one line. */
    public String json(Locale locale) {
        return new FaultJson(source, locale).of(name, told);
    }

    /** For editors and build servers: SARIF 2.1.0, with addresses that begin with the folder as it was given. */
    public String sarif(Locale locale) {
        return new FaultSarif(source, folder, locale).of(told);
    }

    /** The rule or the row in which a fault lies, by its name; empty where there is none. */
    public String within(PackFault fault) {
        return source.within(fault.file(), fault.at());
    }
}
