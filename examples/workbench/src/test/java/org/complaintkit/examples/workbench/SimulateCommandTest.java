package org.complaintkit.examples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five guests of the tea house who were answered in five days, and what would have come of two. */
class SimulateCommandTest {
    private static final String GUEST = "{\"id\":\"G%d\",\"packs\":[\"TEA\"],\"complaint\":{\"receivedAt\":"
            + "\"2025-09-1%dT10:20:00+08:00\",\"channel\":\"ON_SITE\",\"intakeCategories\":[\"COLD_TEA\"]}}\n";

    @TempDir
    private Path folder;

    private String tea = "";
    private String guests = "";

    @BeforeEach
    void write() throws IOException {
        Path pack = folder.resolve("tea");
        Transcript.writeGuide(pack);
        tea = pack.toString();
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 5; i++) {
            lines.append(GUEST.formatted(i, i));
        }
        guests = lines.toString();
    }

    private Run simulate(byte[] input, String... more) {
        String[] args = new String[more.length + 3];
        args[0] = "simulate";
        args[1] = tea;
        args[2] = tea;
        System.arraycopy(more, 0, args, 3, more.length);
        return Run.of(input, args);
    }

    private Run simulate(String input, String... more) {
        return simulate(input.getBytes(StandardCharsets.UTF_8), more);
    }

    @Test
    void three_cases_of_each_cause_are_shown_unless_somebody_wants_more_or_none() {
        String effect = "\"cases\":5,";
        String three = simulate(guests, "--set", "tea.answer=2", "--json").out();
        String all = simulate(guests, "--set", "tea.answer=2", "--json", "--examples", "9")
                .out();
        String none = simulate(guests, "--set", "tea.answer=2", "--json", "--examples", "-1")
                .out();

        assertThat(three).contains(effect, "\"G3\"").doesNotContain("\"G4\"");
        assertThat(all).contains(effect, "\"G5\"");
        assertThat(none).contains(effect).doesNotContain("\"G1\"");
    }

    @Test
    void empty_lines_are_no_cases_and_bytes_that_are_no_text_are_one_bad_line() {
        String lines = "\n" + GUEST.formatted(1, 1) + " \né\n";
        Run run = simulate(lines.getBytes(StandardCharsets.ISO_8859_1), "--set", "tea.answer=2");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("1 of 1 told", "1 bad lines", "bad line 4: MALFORMED_UTF8");
        assertThat(simulate("é\n".getBytes(StandardCharsets.ISO_8859_1)).code())
                .as("a bad line is told by the exit code, though nothing comes out otherwise")
                .isEqualTo(1);
    }

    @Test
    void other_working_days_are_tried_with_the_same_pack() throws IOException {
        Path days = Files.writeString(
                folder.resolve("days.json"), "{\"holidays\":[\"2025-09-17\"],\"knownThrough\":\"2030-12-31\"}");
        Run run = simulate(guests, "--calendar", "CN=" + days, "--lang", "zh-CN");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("CN", "5");
        assertThat(simulate(guests, "--calendar", "CN=" + days, "--json")
                        .answer()
                        .at("/effects/0/cause/kind")
                        .asText())
                .isEqualTo("CALENDAR");
    }

    @Test
    void a_page_that_cannot_be_written_takes_the_answer_of_the_run_not_with_it() {
        String page = folder.resolve("nowhere/effect.html").toString();
        Run run = simulate(guests, "--set", "tea.answer=2", "--html", page);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).contains("5 of 5 told");
        assertThat(run.err()).isEqualTo("cannot write " + page + System.lineSeparator());
    }

    @Test
    void a_calendar_that_lacks_is_named() {
        String nowhere = folder.resolve("nowhere.json").toString();

        assertThat(simulate(guests, "--calendar", "CN=" + nowhere))
                .isEqualTo(new Run(2, "", "no such file: " + nowhere + System.lineSeparator()));
    }

    @Test
    void what_is_no_file_of_cases_is_named() {
        String nowhere = folder.resolve("nowhere.jsonl").toString();

        assertThat(simulate("", nowhere))
                .isEqualTo(new Run(2, "", "no such file: " + nowhere + System.lineSeparator()));
        assertThat(simulate("", folder.toString()).code()).isEqualTo(2);
    }
}
