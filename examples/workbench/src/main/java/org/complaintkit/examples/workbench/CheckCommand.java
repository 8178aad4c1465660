package org.complaintkit.examples.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.PackCheck;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Everything that is wrong with a pack. */
@Command(
        name = "check",
        description = "Tells everything that is wrong with a pack, with place, reason and way out.",
        footer = {
            "",
            "Errors keep a pack from being loaded; warnings are what works and is probably not meant.",
            "A pack without errors is analysed: findings are rules that contradict, repeat or hide each other, gaps",
            "between them and escalations that never fire, each with a complaint for 'decide' or 'replay' that",
            "shows it. Its rules are read, never compiled; packs of --packs and those that --layers or a worked case",
            "names are loaded as to decide. The worked cases in DIR/cases are looked at as well, and not run: fields,",
            "codes, ids and days that there are none of, in what is given and in what is expected.",
            "",
            "Exit codes: 0 no error and no finding (warnings are advice), 1 errors or findings, 2 unusable input."
        })
final class CheckCommand implements Callable<Integer>, AutoCloseable {
    private final Streams streams;

    @Mixin
    private final PackFolders packs = new PackFolders();

    @Parameters(paramLabel = "DIR", description = "Folder of the pack.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(
            names = "--layers",
            split = ",",
            paramLabel = "ID",
            description = "Packs of higher authority over the same cases, the lowest first: CBR,CN2020.")
    private List<String> layers = new ArrayList<>();

    @Option(
            names = "--analysis",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Looks at the rules together as well (default), or at single rules and rows only.")
    private boolean analysis;

    @Option(
            names = "--lang",
            paramLabel = "TAG",
            converter = Language.class,
            description = "Language: en (default), zh-CN, zh-TW.")
    private Locale language = Locale.ENGLISH;

    @ArgGroup
    private Format format = new Format();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("unused")
    private boolean help;

    /** One of these, else text for people. */
    static final class Format {
        @Option(names = "--json", description = "One JSON object: pack, errors, warnings, faults, findings.")
        private boolean json;

        @Option(names = "--sarif", description = "SARIF 2.1.0, for editors and build servers.")
        private boolean sarif;
    }

    CheckCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try {
            packs.loadBeside(folder);
            List<Policy> above =
                    layers.stream().map(id -> packs.get(id.strip()).policy()).toList();
            PackCheck read = PackCheck.of(folder, above, this::beside);
            PackCheck check = analysis ? analysed(read) : read;
            streams.print(written(check));
            boolean good = check.errors() == 0 && check.findings().isEmpty();
            return good ? Workbench.GOOD : Workbench.FINDINGS;
        } catch (InvalidInputException e) {
            streams.err().println(e.getMessage());
            return Workbench.UNUSABLE;
        }
    }

    private PackCheck analysed(PackCheck check) {
        Progress progress = new Progress(streams.err(), streams.bar(), 0, System::nanoTime);
        PackCheck analysed = check.analysed(progress::of);
        progress.end();
        return analysed;
    }

    /** A pack that a worked case names; empty if none of the id is at hand. */
    private Optional<Policy> beside(String id) {
        try {
            return Optional.of(packs.get(id).policy());
        } catch (InvalidInputException e) {
            if (e.code().equals("UNKNOWN_PACK")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private String written(PackCheck check) {
        if (format.json) {
            return check.json(language) + "\n";
        }
        return format.sarif ? check.sarif(language) + "\n" : check.text(language);
    }

    @Override
    public void close() {
        packs.close();
    }
}
