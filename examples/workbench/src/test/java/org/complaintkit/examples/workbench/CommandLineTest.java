package org.complaintkit.examples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.calendar.Conventions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final byte[] NOTHING = {};
    private static final String NEXT = "{\"id\":\"客户\",\"op\":\"next\",\"date\":\"2025-09-30\"}";
    private static final String ANSWER = "{\"id\":\"客户\",\"result\":\"2025-10-09\",\"certainty\":\"OFFICIAL\"}\n";

    @Test
    void a_file_and_standard_input_are_answered_alike(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("questions.jsonl"), NEXT);

        assertThat(Run.of(NOTHING, "calendar", file.toString())).isEqualTo(new Run(0, ANSWER, ""));
        assertThat(Run.over("calendar", NEXT)).isEqualTo(new Run(0, ANSWER, ""));
    }

    @Test
    void no_question_no_answer() {
        assertThat(Run.of(NOTHING, "calendar")).isEqualTo(new Run(0, "", ""));
    }

    @Test
    void empty_lines_carriage_returns_and_a_byte_order_mark_do_no_harm() {
        assertThat(Run.over("calendar", "\uFEFF" + NEXT + "\r", "", "  \r", NEXT, "")
                        .out())
                .isEqualTo(ANSWER + ANSWER);
        assertThat(Run.over("calendar", NEXT, "\uFEFF" + NEXT)
                        .answers()
                        .get(1)
                        .at("/error/at")
                        .textValue())
                .as("in the middle of a file it is a letter like any other")
                .isEqualTo("2:1");
    }

    @Test
    void lines_are_answered_in_their_order_and_the_bad_ones_are_counted() {
        Run run = Run.over("calendar", NEXT, "", "[]", NEXT, "{\"id\":4}");

        assertThat(run.answers()).hasSize(4);
        assertThat(run.answers().get(1).path("id").isNull()).isTrue();
        assertThat(run.answers().get(1).at("/error/at").textValue()).isEqualTo("3:1");
        assertThat(run.answers().get(3).path("id").intValue()).isEqualTo(4);
        assertThat(run.err()).startsWith("2 of 5 lines bad: 3, 5");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void of_many_bad_lines_only_the_first_ten_are_named() {
        Run run = Run.over("calendar", "x\n".repeat(12).split("\n", -1));

        assertThat(run.err()).startsWith("12 of 12 lines bad: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ...");
    }

    @Test
    void a_line_that_is_too_long_costs_one_error() {
        String endless = "{\"id\":\"" + "x".repeat(2_000_000) + "\"}";

        Run run = Run.over("calendar", endless, NEXT);

        assertThat(run.answers().get(0).at("/error/code").textValue()).isEqualTo("LINE_TOO_LONG");
        assertThat(run.answers().get(0).at("/error/at").textValue()).isEqualTo("1:2000001");
        assertThat(run.out()).endsWith(ANSWER);
    }

    @Test
    void bytes_that_are_no_text_cost_one_error() {
        byte[] latin = (NEXT.replace("客户", "é") + "\n").getBytes(StandardCharsets.ISO_8859_1);

        Run run = Run.of(latin, "calendar");

        assertThat(run.answer().at("/error/code").textValue()).isEqualTo("MALFORMED_UTF8");
        assertThat(run.answer().at("/error/at").textValue()).isEqualTo("1:8");
    }

    @Test
    void nesting_has_an_end() {
        Run run = Run.over("due", "[".repeat(100_000), "{\"id\":1,\"pauses\":" + "[".repeat(50));

        assertThat(run.answers())
                .allSatisfy(answer ->
                        assertThat(answer.at("/error/code").textValue()).isEqualTo("MALFORMED_JSON"));
        assertThat(run.answers().get(1).path("id").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"calendar", "due", "decide", "replay"})
    void each_command_explains_itself(String command) {
        Run run = Run.of(NOTHING, command, "--help");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("Usage: workbench " + command, "\"id\"", "Exit codes")
                .doesNotContain("@NAMES@");
        assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(Run.of(NOTHING, "--help").out()).contains(command);
    }

    @Test
    void the_help_of_due_names_every_convention() {
        assertThat(Run.of(NOTHING, "due", "--help").out()).contains(Conventions.names());
    }

    @Test
    void unusable_input_is_said_and_told_by_the_exit_code(@TempDir Path folder) {
        String nowhere = folder.resolve("nowhere.jsonl").toString();

        assertThat(Run.of(NOTHING, "calendar", nowhere).err()).contains("no such file", nowhere);
        assertThat(Run.of(NOTHING, "calendar", nowhere).code()).isEqualTo(2);
        assertThat(Run.of(NOTHING, "calendar", folder.toString()).code()).isEqualTo(2);
        assertThat(Run.of(NOTHING, "divine").code()).isEqualTo(2);
        assertThat(Run.of(NOTHING, "divine").err()).contains("divine");
        assertThat(Run.of(NOTHING, "due", "--fast").code()).isEqualTo(2);
        assertThat(Run.of(NOTHING, "due", "a", "b").code()).isEqualTo(2);
        assertThat(Run.of(NOTHING).code()).isEqualTo(2);
        assertThat(Run.of(NOTHING).out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check NOWHERE",
                "test NOWHERE",
                "docs NOWHERE",
                "rules NOWHERE",
                "diff NOWHERE RCC",
                "diff RCC NOWHERE",
                "simulate NOWHERE RCC",
                "simulate RCC NOWHERE",
                "simulate RCC RCC NOWHERE",
                "sign NOWHERE --key NOWHERE --as somebody",
                "verify NOWHERE --trust NOWHERE",
                "explain NOWHERE",
                "replay NOWHERE"
            })
    void what_cannot_be_used_is_named_beside_and_nothing_is_answered(String command) {
        Run run = Run.of(NOTHING, command.split(" ", -1));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("NOWHERE");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_bar_is_drawn_only_when_work_is_long_and_wiped_at_its_end() {
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        long[] nanos = {0};
        Progress bar = new Progress(new PrintStream(drawn, true, StandardCharsets.UTF_8), true, 1_000, () -> nanos[0]);

        bar.at(100, 1);
        assertThat(drawn.size()).isZero();
        nanos[0] = 1_100_000_000L;
        bar.at(500, 2_000);
        bar.at(600, 2_001);
        assertThat(drawn.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r[####################....................]  50 %  2,000 lines");
        bar.end();
        assertThat(drawn.toString(StandardCharsets.UTF_8)).endsWith(" \r");
    }

    @Test
    void a_bar_follows_whoever_goes_through_a_list() {
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        long[] nanos = {0};
        Progress bar = new Progress(new PrintStream(drawn, true, StandardCharsets.UTF_8), true, 4, () -> nanos[0]);

        List<String> seen = new ArrayList<>();
        for (String each : new Watched<>(List.of("a", "b", "c", "d"), bar)) {
            seen.add(each);
            nanos[0] += 600_000_000L;
        }

        assertThat(seen).containsExactly("a", "b", "c", "d");
        assertThat(drawn.toString(StandardCharsets.UTF_8)).contains("]  50 %  2 lines", "]  75 %  3 lines");
    }

    @Test
    void a_bar_never_goes_beyond_its_end_and_is_drawn_five_times_a_second_at_most() {
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        long[] nanos = {0};
        Progress bar = new Progress(new PrintStream(drawn, true, StandardCharsets.UTF_8), true, 1_000, () -> nanos[0]);

        nanos[0] = 1_000_000_000L;
        bar.at(2_000, 1);
        nanos[0] = 1_199_999_999L;
        bar.at(2_000, 2);
        nanos[0] = 1_200_000_000L;
        bar.at(2_000, 3);

        String full = "\r[########################################] 100 %  ";
        assertThat(drawn.toString(StandardCharsets.UTF_8)).isEqualTo(full + "1 lines" + full + "3 lines");
    }

    @Test
    void of_input_whose_length_nobody_knows_the_lines_are_told() {
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        long[] nanos = {0};
        Progress bar = new Progress(new PrintStream(drawn, true, StandardCharsets.UTF_8), true, 0, () -> nanos[0]);

        bar.end();
        assertThat(drawn.size()).as("nothing drawn, nothing wiped").isZero();
        nanos[0] = 2_000_000_000L;
        bar.at(500, 2_000);
        assertThat(drawn.toString(StandardCharsets.UTF_8)).isEqualTo("\r2,000 lines");
    }

    @Test
    void whoever_asks_line_by_line_has_each_answer_before_the_next_question() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> heard = new ArrayList<>();
        InputStream asking = new InputStream() {
            @Override
            public int read() {
                throw new UnsupportedOperationException("lines are asked for as a whole");
            }

            @Override
            public int read(byte[] into, int at, int most) {
                heard.add(out.toString(StandardCharsets.UTF_8));
                byte[] line = (NEXT + "\n").getBytes(StandardCharsets.UTF_8);
                System.arraycopy(line, 0, into, at, line.length);
                return heard.size() > 2 ? -1 : line.length;
            }
        };
        int code = Workbench.run(new Streams(asking, out, System.err, false), "calendar");

        assertThat(heard).containsExactly("", ANSWER, ANSWER + ANSWER);
        assertThat(code).isZero();
    }

    @Test
    void a_bar_follows_steps_of_which_somebody_tells() {
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        long[] nanos = {0};
        Progress bar = new Progress(new PrintStream(drawn, true, StandardCharsets.UTF_8), true, 0, () -> nanos[0]);

        bar.of(1, 4);
        assertThat(drawn.size()).isZero();
        nanos[0] = 1_100_000_000L;
        bar.of(3, 4);
        assertThat(drawn.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r[##############################..........]  75 %  3 of 4");
    }

    @Test
    void a_bar_that_nobody_wants_is_never_drawn() {
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        long[] nanos = {0};
        Progress bar = new Progress(new PrintStream(drawn, true, StandardCharsets.UTF_8), false, 0, () -> nanos[0]);

        nanos[0] = 9_000_000_000L;
        bar.at(500, 2_000);
        bar.end();
        assertThat(drawn.size()).isZero();
    }
}
