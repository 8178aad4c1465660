package org.complaintkit.examples.workbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.CheckedPack;
import org.complaintkit.rules.PackReader;
import org.complaintkit.rules.RuleFile;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The rules of a pack in another form. */
@Command(
        name = "rules",
        description = "Writes the rules of a pack as Drools, as decision tables or as sentences.",
        footer = {
            "",
            "Whatever the form, the rules are the same: what is written is read as it was. A rule that a form",
            "cannot say is left out and told on standard error.",
            "",
            "Exit codes: 0 good, 1 a rule was left out, 2 unusable input."
        })
final class RulesCommand implements Callable<Integer>, AutoCloseable {
    private final Streams streams;

    @Mixin
    private final PackFolders packs = new PackFolders();

    @Parameters(paramLabel = "PACK", description = "Folder of the pack, or the id of one that is built in.")
    private String pack = "";

    @Option(names = "--as", paramLabel = "FORM", description = "drl, table (default), en, zh-CN or zh-TW.")
    private String form = "table";

    @Option(names = "--stage", paramLabel = "STAGE", description = "One stage only, such as grading.")
    private String stage = "";

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the files, instead of standard output.")
    private @Nullable Path out;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("unused")
    private boolean help;

    RulesCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try {
            if (!RuleFile.forms().contains(form)) {
                streams.err().println("no form " + form + "; one of " + String.join(", ", RuleFile.forms()));
                return Workbench.UNUSABLE;
            }
            List<Stage> stages = stages();
            if (stages.isEmpty()) {
                streams.err().println("no stage " + stage + "; one of " + Arrays.toString(Stage.values()));
                return Workbench.UNUSABLE;
            }
            return written(stages) ? Workbench.GOOD : Workbench.FINDINGS;
        } catch (InvalidInputException e) {
            streams.err().println(e.getMessage());
            return Workbench.UNUSABLE;
        } catch (IOException e) {
            streams.err().println("cannot write into " + out);
            return Workbench.UNUSABLE;
        }
    }

    private List<Stage> stages() {
        return Arrays.stream(Stage.values())
                .filter(each -> stage.isEmpty() || each.name().equalsIgnoreCase(stage))
                .toList();
    }

    private boolean written(List<Stage> stages) throws IOException {
        boolean all = true;
        for (RuleFile file : RuleFile.of(read(), form, stages)) {
            write(file.name(), file.text());
            for (String rule : file.unsaid()) {
                streams.err().println(file.name() + " cannot say: " + rule);
                all = false;
            }
        }
        return all;
    }

    private CheckedPack read() {
        Path folder = Path.of(pack);
        if (Files.isDirectory(folder)) {
            return PackReader.read(folder);
        }
        DroolsRuleBook book = packs.get(pack);
        Policy policy = book.policy();
        return new CheckedPack(policy, book.rules());
    }

    private void write(String file, String text) throws IOException {
        Path target = out;
        if (target == null) {
            streams.print((stage.isEmpty() ? "==> " + file + "\n" : "") + text);
        } else {
            Files.writeString(Files.createDirectories(target).resolve(file), text, StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        packs.close();
    }
}
