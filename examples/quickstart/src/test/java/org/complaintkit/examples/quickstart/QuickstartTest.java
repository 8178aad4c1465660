package org.complaintkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.complaintkit.examples.quickstart.SampleRuns.Output;
import org.complaintkit.examples.quickstart.screen.Screen;
import org.complaintkit.examples.quickstart.screen.Width;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickstartTest {
    private static final String HEADING =
            "id,Date received,Product,Sub-product,Issue,Sub-issue,Company,State,Submitted via,Date sent to company,"
                    + "Company response to consumer,Timely response?,Consumer disputed?\n";
    private static final String GOOD =
            "A-1,2016-09-29,Mortgage,,Other,,X,TX,Web,2016-09-29,Closed with explanation,Yes,No\n";

    /**
     * The output is a document: a change of it is read before it is taken. The new text lies in {@code target/}; copied
     * over the stored one it becomes the expectation.
     */
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "zh-TW"})
    void the_sample_run_prints_what_is_stored(String language) throws IOException {
        Output run = SampleRuns.run(Terminal.NONE, "--lang", language);
        String name = "sample-run." + language + ".txt";
        Files.writeString(Path.of("target", name), run.out());

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(undigested(run.out())).isEqualTo(undigested(stored(name)));
        assertThat(run.out().lines()).allMatch(line -> Width.of(line) <= Screen.WIDTH);
        assertThat(run.out()).doesNotContain("\u001b").doesNotContain("{0}");
    }

    @Test
    void all_rows_are_printed_when_all_are_wanted() {
        String out = SampleRuns.run(Terminal.NONE, "--all").out();

        assertThat(out.lines().filter(line -> line.startsWith("CFPB-"))).hasSize(400 + 3);
        assertThat(out).doesNotContain("--all shows them");
    }

    @Test
    void colours_and_a_progress_bar_are_for_a_terminal() {
        Output run = SampleRuns.run(new Terminal(true, true));
        Output plain = SampleRuns.run(Terminal.NONE);

        assertThat(run.out()).contains("\u001b[1;31mlate");
        assertThat(run.out().replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain.out());
        assertThat(run.err()).contains("] 400/400");
    }

    @Test
    void rows_that_cannot_be_read_are_told_and_do_not_stop_the_run(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mine.csv");
        Files.writeString(
                file,
                HEADING + GOOD
                        + "A-2,29/09/2016,Mortgage,,Other,,X,TX,Web,2016-09-29,Closed,Yes,No\n"
                        + "A-3,2016-09-29,Mortgage\n"
                        + "A-1,2016-09-29,Mortgage,,Other,,X,TX,Web,2016-09-29,Closed,Yes,No\n");

        Output run = SampleRuns.run(Terminal.NONE, file.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("Read 1 complaints from mine.csv, received 29 Sep 2016 to 29 Sep 2016")
                .contains("3 rows were put aside")
                .contains("DATE: Date received '29/09/2016' at line 3")
                .contains("CELL_COUNT: row '3' at line 4")
                .contains("COMPLAINT_NUMBER: id 'A-1' at line 5");
    }

    @Test
    void unusable_input_ends_with_two_and_says_the_way_out(@TempDir Path folder) throws IOException {
        Path headless = folder.resolve("headless.csv");
        Files.writeString(headless, GOOD);

        assertThat(SampleRuns.run(Terminal.NONE, "--lang", "de").err()).contains("USAGE: --lang 'de'");
        assertThat(SampleRuns.run(Terminal.NONE, "--fast").code()).isEqualTo(2);
        assertThat(SampleRuns.run(Terminal.NONE, folder.resolve("none.csv").toString())
                        .code())
                .isEqualTo(2);
        assertThat(SampleRuns.run(Terminal.NONE, headless.toString()).err()).contains("MISSING_COLUMN");
        assertThat(SampleRuns.run(Terminal.NONE, "--help").out()).startsWith("usage:");
    }

    /** The calendar's version is a digest of its data: it changes with every day that is added, without a change here. */
    private static String undigested(String out) {
        return out.replaceAll("sha256:[0-9a-f]+", "sha256:");
    }

    private static String stored(String name) throws IOException {
        try (InputStream in = QuickstartTest.class.getResourceAsStream("/" + name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
