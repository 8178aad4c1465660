package org.complaintkit.examples.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.analysis.ConditionCoverage;
import org.complaintkit.rules.analysis.MissingCases;
import org.complaintkit.rules.cases.CaseCoverage;
import org.complaintkit.rules.cases.Difference;
import org.complaintkit.rules.cases.PackCase;
import org.complaintkit.rules.cases.TableState;
import org.complaintkit.rules.drools.DroolsRuleBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the worked cases of a pack. */
@Command(
        name = "test",
        description = "Runs the worked cases of a pack and tells what is not as expected.",
        footer = {
            "",
            "Cases lie in DIR/cases: *.jsonl, one a line as in 'replay', with \"expect\"; or *.csv, a row a case:",
            "  id,packs[],complaint.receivedAt,complaint.channel,events,asOf,expect.owner,",
            "  expect.deadlines.RCC-D01.limit ... An empty cell says nothing, a heading that ends in [] holds a",
            "  list separated by semicolons, events are TIME TYPE by ROLE key=value, separated by semicolons.",
            "Each difference is told as key, wanted and found; a line that is no case, with what is wrong with it, and",
            "so is one that excludes what no pack has: it would hold whatever the pack does.",
            "",
            "Exit codes: 0 all as expected, 1 differences, lines that are no cases, or no case at all, 2 unusable input."
        })
final class TestCommand implements Callable<Integer>, AutoCloseable {
    private final Streams streams;

    @Mixin
    private final PackFolders packs = new PackFolders();

    @Parameters(paramLabel = "DIR", description = "Folder of the pack.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(
            names = "--coverage",
            description =
                    "Tells besides which rules and clauses of the pack no case reaches, on which conditions of its rules no"
                            + " case depends, and which rows of its tables of deadlines, extensions, pauses and"
                            + " escalations no case shows started, met, missed, and so on.")
    private boolean coverage;

    @Option(
            names = "--missing",
            description = "Prints instead the cases that the pack lacks, a line each: for each rule that no case makes"
                    + " apply, each test of a rule on which no case depends, and each state of a row of a table of"
                    + " time that no case shows. What a line comes to stands under \"unreviewed\".")
    private boolean missing;

    @Option(
            names = "--lang",
            paramLabel = "TAG",
            converter = Language.class,
            description = "Language of what --missing prints: en (default), zh-CN, zh-TW.")
    private Locale language = Locale.ENGLISH;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("unused")
    private boolean help;

    TestCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try {
            List<PackCase> cases = PackCase.in(folder);
            Packs own = Packs.folder(folder);
            packs.add(own);
            if (missing) {
                return lacking(own.get(own.ids().iterator().next()), cases);
            }
            DroolsRuleBook book = own.get(own.ids().iterator().next());
            CaseCoverage reached = CaseCoverage.of(book);
            Optional<ConditionCoverage> conditions =
                    coverage ? Optional.of(ConditionCoverage.of(book.policy(), book.rules())) : Optional.empty();
            RuleBook watched =
                    conditions.map(each -> each.watched(reached.watched())).orElseGet(reached::watched);
            StringBuilder told = new StringBuilder();
            int failed = 0;
            Progress progress = new Progress(streams.err(), streams.bar(), cases.size(), System::nanoTime);
            for (int i = 0; i < cases.size(); i++) {
                failed += run(cases.get(i), watched, reached, told) ? 0 : 1;
                progress.at(i + 1, i + 1);
            }
            progress.end();
            told.append(cases.size() - failed)
                    .append(" of ")
                    .append(cases.size())
                    .append(" cases as expected\n");
            if (cases.isEmpty()) {
                told.append("no case: write some into ")
                        .append(folder.resolve("cases"))
                        .append(", or have them written by --missing\n");
            }
            if (conditions.isPresent()) {
                missed("rules fire", reached.rules(), reached.rulesMissed(), told);
                missed(
                        "conditions decide whether their rule applies",
                        conditions.get().conditions(),
                        conditions.get().conditionsMissed(),
                        told);
                missed("clauses are reached", reached.clauses(), reached.clausesMissed(), told);
                List<String> states = reached.statesMissed().stream()
                        .map(TableState::toString)
                        .toList();
                missed("states of table rows are shown", reached.states(), states, told);
            }
            streams.print(told.toString());
            return failed == 0 && !cases.isEmpty() ? Workbench.GOOD : Workbench.FINDINGS;
        } catch (InvalidInputException e) {
            streams.err().println(e.getMessage());
            return Workbench.UNUSABLE;
        }
    }

    /** Lines for a file of cases; what no line was found for goes to the side. */
    private int lacking(DroolsRuleBook book, List<PackCase> cases) {
        Progress progress = new Progress(streams.err(), streams.bar(), 0, System::nanoTime);
        MissingCases lacking = MissingCases.of(book.policy(), book.rules(), cases, packs::get, language, progress::of);
        progress.end();
        lacking.lines().forEach(line -> streams.print(line + "\n"));
        lacking.unreached().forEach(streams.err()::println);
        return lacking.lines().isEmpty() && lacking.unreached().isEmpty() ? Workbench.GOOD : Workbench.FINDINGS;
    }

    private static void missed(String what, long all, List<String> missed, StringBuilder told) {
        told.append(all - missed.size())
                .append(" of ")
                .append(all)
                .append(' ')
                .append(what)
                .append('\n');
        missed.forEach(each -> told.append("    not ").append(each).append('\n'));
    }

    /** Whether the case holds; what does not is told. */
    private boolean run(PackCase each, RuleBook watched, CaseCoverage reached, StringBuilder told) {
        try {
            String answer =
                    each.answer(id -> id.equals(watched.policy().id()) ? watched : packs.get(id), reached::stands);
            reached.answered(answer);
            List<Difference> differences = each.differences(answer);
            if (differences.isEmpty()) {
                return true;
            }
            told.append(each).append("  (").append(each.place()).append(")\n");
            for (Difference difference : differences) {
                told.append("    ").append(difference.key()).append('\n');
                told.append("        wanted  ").append(difference.wanted()).append('\n');
                told.append("        found   ").append(difference.found()).append('\n');
            }
        } catch (InvalidInputException e) {
            told.append(each);
            if (!each.toString().equals(each.place())) {
                told.append("  (").append(each.place()).append(')');
            }
            told.append("\n    ").append(e.getMessage()).append('\n');
        }
        told.append('\n');
        return false;
    }

    @Override
    public void close() {
        packs.close();
    }
}
