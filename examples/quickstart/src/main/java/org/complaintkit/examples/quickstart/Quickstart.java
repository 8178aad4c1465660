package org.complaintkit.examples.quickstart;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.examples.quickstart.file.ComplaintFile;
import org.complaintkit.examples.quickstart.file.Mapping;
import org.complaintkit.examples.quickstart.screen.Progress;
import org.complaintkit.examples.quickstart.screen.Screen;
import org.complaintkit.examples.quickstart.staff.Cooperative;
import org.complaintkit.rules.Packs;
import org.jspecify.annotations.Nullable;

/**
 * The README's main job: real complaints decided, dated and escalated under the policy of a rural credit cooperative.
 *
 * <p>No server, no network, cases in memory. The same input gives the same bytes. Exit codes: 0 good, 2 unusable input.
 */
public final class Quickstart {
    private static final LocalDate HOLIDAYS_FROM = LocalDate.of(2025, 9, 25);
    private static final LocalDate HOLIDAYS_TO = LocalDate.of(2025, 10, 16);
    /** Received before the National Day holidays of 2025, due after them. */
    private static final String PROVED = "EX-RCC-02";

    private final Packs packs;
    private final Setting setting;
    private final PrintStream err;
    private final Terminal terminal;

    private Quickstart(Packs packs, Setting setting, PrintStream err, Terminal terminal) {
        this.packs = packs;
        this.setting = setting;
        this.err = err;
        this.terminal = terminal;
    }

    /** Runs from the command line. */
    public static void main(String[] arguments) {
        // A terminal takes UTF-8 whatever the locale of the JVM says; the buffer spares a system call a line.
        PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)), false, StandardCharsets.UTF_8);
        int code;
        try (Packs packs = Packs.onClassPath(Quickstart.class.getClassLoader())) {
            code = run(packs, arguments, out, System.err, Terminal.of(System.getenv()));
        } catch (InvalidInputException e) {
            System.err.println(e.getMessage());
            code = 2;
        }
        out.flush();
        System.exit(code);
    }

    static int run(Packs packs, String[] arguments, PrintStream out, PrintStream err, Terminal terminal) {
        try {
            Options options = Options.parse(arguments);
            if (options.help()) {
                out.print(Options.USAGE);
                return 0;
            }
            RuleBook book = packs.get("RCC");
            Words words = Words.in(options.language(), book.policy().vocabulary());
            Setting setting = new Setting(new Screen(out, terminal.coloured()), words, book, cooperative());
            new Quickstart(packs, setting, err, terminal).run(options);
            return 0;
        } catch (InvalidInputException e) {
            err.println(e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println("cannot read: " + e.getMessage());
            return 2;
        }
    }

    private void run(Options options) throws IOException {
        Path given = options.file();
        FileRun file = file(given);
        String source = given == null ? "complaints.csv" : String.valueOf(given.getFileName());
        new MappingChapter(setting).print(file, source);
        new DecisionChapter(setting).print(file, options.all());

        List<CaseScript> examples = CaseScript.read("examples.jsonl");
        new ExamplesChapter(setting).print(examples);

        HolidayRun holidays = HolidayRun.through(HOLIDAYS_FROM, HOLIDAYS_TO, openThen(examples), setting);
        new HolidayChapter(setting).print(holidays, HOLIDAYS_FROM, HOLIDAYS_TO);

        new ProofChapter(setting).print(holidays.find(PROVED));
        packs.added().forEach(id -> new AddedPackChapter(setting, packs.get(id)).print());
    }

    private FileRun file(@Nullable Path given) throws IOException {
        try (Reader complaints = given == null ? Resources.open("complaints.csv") : Resources.open(given);
                Reader mapping = Resources.open("mapping.csv")) {
            ComplaintFile file = ComplaintFile.read(complaints);
            try (Progress progress =
                    new Progress(err, terminal.watched(), file.rows().size())) {
                return FileRun.of(file, Mapping.read(mapping), setting, progress);
            }
        }
    }

    /** The worked examples of that autumn, and a few cases more. */
    private List<CaseScript> openThen(List<CaseScript> examples) {
        List<CaseScript> open = new ArrayList<>(CaseScript.read("holiday.jsonl"));
        examples.stream()
                .filter(example -> {
                    LocalDate day = example.complaint()
                            .receivedAt()
                            .atZone(setting.zone())
                            .toLocalDate();
                    return !day.isBefore(HOLIDAYS_FROM) && day.isBefore(HOLIDAYS_TO);
                })
                .forEach(open::add);
        return open;
    }

    private static Cooperative cooperative() throws IOException {
        try (Reader staff = Resources.open("staff.csv")) {
            return Cooperative.read(staff);
        }
    }
}
