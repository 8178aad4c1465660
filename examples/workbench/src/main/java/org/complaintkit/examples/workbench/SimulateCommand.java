package org.complaintkit.examples.workbench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.complaintkit.calendar.CalendarFiles;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.simulate.Scenario;
import org.complaintkit.rules.simulate.Simulation;
import org.complaintkit.rules.simulate.SimulationReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What another version of a pack would have changed in past cases. */
@Command(
        name = "simulate",
        description = "Tells past cases to two versions of a pack and answers what comes out otherwise, and why.",
        footer = {
            "",
            "BEFORE and AFTER are folders of packs, or ids of packs that are built in or given with --packs; FILE",
            "holds cases as in 'replay', one a line, and may be standard input. A case under several packs keeps",
            "the others. BEFORE says which cases count, by their day of receipt and its effective dates; those of",
            "AFTER are not asked, so that a version of next year can be tried on cases of this one: the report",
            "says how many of them lie outside of its dates.",
            "The same pack twice with --set tries parameters, with --calendar other working days:",
            "  simulate RCC my-rcc cases.jsonl --html effect.html",
            "  simulate RCC RCC cases.jsonl --set rcc.major.loss=300000",
            "Told are: cases that come out otherwise, by the row or rule to which that goes back, new breaches,",
            "shifts of limits, examples. Nothing is stored. A bad line is counted, and the run goes on.",
            "",
            "Exit codes: 0 nothing comes out otherwise, 1 something does or a line was bad, 2 unusable input."
        })
final class SimulateCommand implements Callable<Integer>, AutoCloseable {
    private final Streams streams;

    @Mixin
    private final PackFolders packs = new PackFolders();

    @Parameters(index = "0", paramLabel = "BEFORE", description = "The version in force.")
    @SuppressWarnings("NullAway.Init")
    private String before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "The version to try.")
    @SuppressWarnings("NullAway.Init")
    private String after;

    @Parameters(index = "2", arity = "0..1", paramLabel = "FILE", description = "Cases, JSON Lines in UTF-8.")
    private @Nullable Path file;

    @Option(names = "--set", paramLabel = "ID=VALUE", description = "A parameter set under AFTER; may be repeated.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--calendar",
            paramLabel = "ID=FILE",
            description = "Working days under AFTER, JSON as in 'due'; may be repeated.")
    private Map<String, Path> calendars = new LinkedHashMap<>();

    @Option(names = "--examples", paramLabel = "N", description = "Examples of each cause; 3 if not given.")
    private int examples = 3;

    @Option(names = "--html", paramLabel = "FILE", description = "Writes the result as a page besides.")
    private @Nullable Path html;

    @Option(names = "--json", description = "Answers with one JSON object.")
    private boolean json;

    @Option(
            names = "--lang",
            paramLabel = "TAG",
            converter = Language.class,
            description = "Language: en (default), zh-CN, zh-TW.")
    private Locale language = Locale.ENGLISH;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("unused")
    private boolean help;

    SimulateCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        Path source = file;
        Optional<String> missing = missing();
        if (missing.isPresent()) {
            streams.err().println(missing.get());
            return Workbench.UNUSABLE;
        }
        try {
            Simulation simulation = simulation();
            long total = source == null ? 0 : Files.size(source);
            try (InputStream in =
                    new BufferedInputStream(source == null ? streams.in() : Files.newInputStream(source))) {
                run(simulation, in, new Progress(streams.err(), streams.bar(), total, System::nanoTime));
            }
            return told(simulation.report());
        } catch (InvalidInputException e) {
            streams.err().println(e.getMessage());
            return Workbench.UNUSABLE;
        }
    }

    private Optional<String> missing() {
        Stream<Path> read = Stream.concat(Stream.ofNullable(file), calendars.values().stream());
        return read.filter(each -> !Files.isRegularFile(each)).findFirst().map(each -> "no such file: " + each);
    }

    private Simulation simulation() throws IOException {
        DroolsRuleBook older = packs.named(before);
        DroolsRuleBook newer = packs.named(after);
        if (!older.policy().id().equals(newer.policy().id())) {
            throw InvalidInputException.of("OTHER_PACK", "AFTER")
                    .value(newer.policy().id())
                    .rule("another version of " + older.policy().id())
                    .wayOut("name two versions of one pack")
                    .build();
        }
        Scenario then = Scenario.of(packs::get).with(older);
        Scenario now = then.with(newer.with(parameters));
        return Simulation.of(then, calendars.isEmpty() ? now : now.with(days()), Math.max(0, examples));
    }

    private CalendarRegistry days() throws IOException {
        CalendarRegistry days = CalendarRegistry.standard();
        for (Map.Entry<String, Path> calendar : calendars.entrySet()) {
            try (Reader reader = Files.newBufferedReader(calendar.getValue(), StandardCharsets.UTF_8)) {
                days = days.with(CalendarFiles.json(
                        calendar.getKey(), calendar.getValue().toString(), reader));
            }
        }
        return days;
    }

    private static void run(Simulation simulation, InputStream in, Progress progress) throws IOException {
        LineReader lines = new LineReader(in);
        for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
            try {
                String text = line.text();
                if (!text.isBlank()) {
                    simulation.line(line.number(), text);
                }
            } catch (InvalidInputException e) {
                simulation.unreadable(line.number(), e.code());
            }
            progress.at(lines.bytes(), line.number());
        }
        progress.end();
    }

    /** The answer first: a page that cannot be written takes nothing of a long run with it. */
    private int told(SimulationReport report) {
        streams.print(json ? report.json() + "\n" : report.text(language));
        Path page = html;
        if (page != null) {
            try {
                Files.writeString(page, report.html(language), StandardCharsets.UTF_8);
            } catch (IOException e) {
                streams.err().println("cannot write " + page);
                return Workbench.UNUSABLE;
            }
        }
        return report.changed() + report.bad() == 0 ? Workbench.GOOD : Workbench.FINDINGS;
    }

    @Override
    public void close() {
        packs.close();
    }
}
