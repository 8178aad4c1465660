package org.complaintkit.examples.workbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.cases.PackCase;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.handbook.CaseReach;
import org.complaintkit.rules.handbook.Handbook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The handbook of a pack. */
@Command(
        name = "docs",
        description =
                "Writes the handbook of a pack: clauses, tables, rules as sentences and decision tables, coverage.",
        footer = {
            "",
            "Markdown on standard output, or a file; a file whose name ends in .html holds a page for a browser,",
            "which needs no other file. The same pack gives the same bytes.",
            "",
            "Exit codes: 0 good, 2 unusable input."
        })
final class DocsCommand implements Callable<Integer>, AutoCloseable {
    private final Streams streams;

    @Mixin
    private final PackFolders packs = new PackFolders();

    @Parameters(paramLabel = "PACK", description = "Folder of the pack, or the id of one that is built in.")
    private String pack = "";

    @Option(
            names = "--lang",
            paramLabel = "TAG",
            converter = Language.class,
            description = "Language: en (default), zh-CN, zh-TW.")
    private Locale language = Locale.ENGLISH;

    @Option(names = "--out", paramLabel = "FILE", description = "File to write: .html or Markdown.")
    private @Nullable Path out;

    @Option(names = "--cases", description = "Runs the worked cases of the folder and tells what they cover.")
    private boolean cases;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("unused")
    private boolean help;

    DocsCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try {
            Handbook handbook = handbook();
            Path file = out;
            if (file == null) {
                streams.print(handbook.markdown(language));
            } else {
                boolean html = String.valueOf(file.getFileName()).endsWith(".html");
                String text = html ? handbook.html(language) : handbook.markdown(language);
                Files.writeString(file, text, StandardCharsets.UTF_8);
            }
            return Workbench.GOOD;
        } catch (InvalidInputException e) {
            streams.err().println(e.getMessage());
            return Workbench.UNUSABLE;
        } catch (IOException e) {
            streams.err().println("cannot write " + out);
            return Workbench.UNUSABLE;
        }
    }

    private Handbook handbook() {
        Path folder = Path.of(pack);
        if (!Files.isDirectory(folder)) {
            if (cases) {
                throw InvalidInputException.of("CASES_NOWHERE", "--cases")
                        .value(pack)
                        .rule("the folder of a pack, in which its worked cases lie")
                        .wayOut("name the folder, or leave --cases out")
                        .build();
            }
            DroolsRuleBook book = packs.get(pack);
            return Handbook.of(book.policy(), book.rules());
        }
        Packs own = Packs.folder(folder);
        packs.add(own);
        DroolsRuleBook book = own.get(own.ids().iterator().next());
        Handbook handbook = Handbook.of(book.policy(), book.rules());
        return cases ? covered(handbook, book, PackCase.in(folder)) : handbook;
    }

    private Handbook covered(Handbook handbook, DroolsRuleBook book, List<PackCase> worked) {
        Progress progress = new Progress(streams.err(), streams.bar(), worked.size(), System::nanoTime);
        CaseReach reach = CaseReach.of(book, new Watched<>(worked, progress), packs::get);
        progress.end();
        return handbook.covered(reach);
    }

    @Override
    public void close() {
        packs.close();
    }
}
