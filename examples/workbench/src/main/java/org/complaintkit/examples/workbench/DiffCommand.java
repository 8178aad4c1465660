package org.complaintkit.examples.workbench;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.CheckedPack;
import org.complaintkit.rules.PackReader;
import org.complaintkit.rules.diff.PackDiff;
import org.complaintkit.rules.drools.DroolsRuleBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What two packs do not have in common. */
@Command(
        name = "diff",
        description = "Tells what differs between two packs, in terms of the policy.",
        footer = {
            "",
            "BEFORE and AFTER are folders of packs, or ids of packs that are built in or given with --packs:",
            "  diff RCC my-rcc",
            "Clauses, numbers, rules, parameters, labels and every other row are told with their values before",
            "and after, and with their places where the order of a table counts. How a file is written makes no",
            "difference; nor does what only 'check' reads: the column 'serves' and the field 'readBy'. Nothing",
            "of the packs is run.",
            "",
            "Exit codes: 0 no difference, 1 differences, 2 unusable input."
        })
final class DiffCommand implements Callable<Integer>, AutoCloseable {
    private final Streams streams;

    @Mixin
    private final PackFolders packs = new PackFolders();

    @Parameters(index = "0", paramLabel = "BEFORE", description = "The older pack.")
    @SuppressWarnings("NullAway.Init")
    private String before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "The newer pack.")
    @SuppressWarnings("NullAway.Init")
    private String after;

    @Option(
            names = "--lang",
            paramLabel = "TAG",
            converter = Language.class,
            description = "Language: en (default), zh-CN, zh-TW.")
    private Locale language = Locale.ENGLISH;

    @Option(names = "--json", description = "One JSON object: before, after, changes.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("unused")
    private boolean help;

    DiffCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try {
            PackDiff diff = PackDiff.of(read(before), read(after));
            streams.print(json ? diff.json() + "\n" : diff.text(language));
            return diff.changes().isEmpty() ? Workbench.GOOD : Workbench.FINDINGS;
        } catch (InvalidInputException e) {
            streams.err().println(e.getMessage());
            return Workbench.UNUSABLE;
        }
    }

    private CheckedPack read(String named) {
        Optional<Path> folder = PackFolders.folder(named);
        if (folder.isPresent()) {
            return PackReader.read(folder.get());
        }
        DroolsRuleBook book = packs.get(named);
        return new CheckedPack(book.policy(), book.rules());
    }

    @Override
    public void close() {
        packs.close();
    }
}
