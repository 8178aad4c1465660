package org.complaintkit.examples.quickstart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.complaintkit.examples.quickstart.file.ComplaintFile;
import org.complaintkit.examples.quickstart.file.Mapping;
import org.complaintkit.examples.quickstart.screen.Progress;
import org.complaintkit.examples.quickstart.screen.Screen;
import org.complaintkit.examples.quickstart.staff.Cooperative;
import org.complaintkit.rules.Packs;

/** Runs of the example for tests: one loaded pack, output into memory. */
final class SampleRuns {
    private static final Packs PACKS = Packs.shipped();

    private SampleRuns() {}

    /** What a run from the command line leaves. */
    record Output(int code, String out, String err) {}

    static Output run(Terminal terminal, String... arguments) {
        return run(PACKS, terminal, arguments);
    }

    static Output run(Packs packs, Terminal terminal, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Quickstart.run(
                packs,
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal);
        return new Output(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static Setting setting() {
        try (Reader staff = Resources.open("staff.csv")) {
            var book = PACKS.get("RCC");
            Screen nowhere =
                    new Screen(new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8), false);
            return new Setting(nowhere, Words.in("en", book.policy().vocabulary()), book, Cooperative.read(staff));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The packaged file. */
    static FileRun file() {
        try (Reader complaints = Resources.open("complaints.csv")) {
            return file(ComplaintFile.read(complaints));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FileRun file(String csv) {
        return file(ComplaintFile.read(new StringReader(csv)));
    }

    private static FileRun file(ComplaintFile file) {
        PrintStream err = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        try (Reader mapping = Resources.open("mapping.csv");
                Progress progress = new Progress(err, false, file.rows().size())) {
            return FileRun.of(file, Mapping.read(mapping), setting(), progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
