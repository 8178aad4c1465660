package org.complaintkit.examples.workbench;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: {@code java -jar workbench.jar COMMAND [FILE]}. */
@Command(
        name = "workbench",
        subcommands = HelpCommand.class,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Asks Complaint Kit: by when is something due, what does a complaint oblige to, and why.",
            "",
            "Input is JSON Lines, one question a line; output is one answer a line, in the same order;",
            "'check', 'test', 'docs', 'rules', 'diff' and 'simulate' take folders of packs.",
            "A bad line is answered with {\"id\",\"error\":{\"code\",\"message\",\"at\"}} and the run goes on.",
            "Empty lines are skipped; a line has at most 2,000,000 bytes.",
            ""
        },
        footer = {"", "Exit codes: 0 good, 1 a line was answered with an error, 2 unusable input."})
public final class Workbench implements Runnable {
    static final int GOOD = 0;
    static final int FINDINGS = 1;
    static final int UNUSABLE = 2;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("unused")
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private Workbench() {}

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param args command, then an optional file
     */
    public static void main(String[] args) {
        System.exit(run(Streams.ofProcess(), args));
    }

    static int run(Streams streams, String... args) {
        try (QuestionCommand decide = new DecideCommand(streams);
                QuestionCommand due = new DueCommand(streams);
                QuestionCommand calendar = new CalendarCommand(streams);
                QuestionCommand replay = new ReplayCommand(streams);
                QuestionCommand explain = new ExplainCommand(streams);
                CheckCommand check = new CheckCommand(streams);
                TestCommand test = new TestCommand(streams);
                DiffCommand diff = new DiffCommand(streams);
                SimulateCommand simulate = new SimulateCommand(streams);
                DocsCommand docs = new DocsCommand(streams);
                RulesCommand rules = new RulesCommand(streams)) {
            List<Object> commands = List.of(
                    decide,
                    due,
                    calendar,
                    replay,
                    explain,
                    check,
                    test,
                    diff,
                    simulate,
                    docs,
                    rules,
                    new SignCommand(streams),
                    new VerifyCommand(streams));
            return run(streams, commands, args);
        }
    }

    private static int run(Streams streams, List<Object> commands, String... args) {
        CommandLine line = new CommandLine(new Workbench());
        commands.forEach(line::addSubcommand);
        line.setUsageHelpWidth(100);
        line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
        line.setOut(new PrintWriter(new OutputStreamWriter(streams.out(), StandardCharsets.UTF_8), true));
        line.setErr(new PrintWriter(new OutputStreamWriter(streams.err(), StandardCharsets.UTF_8), true));
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            command.getErr().println("cannot go on: " + e);
            return UNUSABLE;
        });
        return line.execute(args);
    }

    /** No command was given. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command");
    }
}
