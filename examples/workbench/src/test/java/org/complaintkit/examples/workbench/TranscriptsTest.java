package org.complaintkit.examples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages that show the workbench say what it says: each of their commands is run. A new wording shows as a difference; the
 * page of today lies in {@code target/}, copied over the stored one it becomes the expectation, once it was read.
 */
class TranscriptsTest {

    @ParameterizedTest
    @ValueSource(strings = {"TOUR.md", "EDITS.md"})
    void every_command_of_a_page_answers_what_the_page_says(String name, @TempDir Path folder) throws Exception {
        Transcript.writeGuide(folder.resolve("tea"));
        Transcript.writeKeys(folder, KeyPairGenerator.getInstance("Ed25519").generateKeyPair(), "teahouse");
        String page = Files.readString(Path.of(name), StandardCharsets.UTF_8);

        String today = Transcript.rerun(page, folder);
        Files.writeString(Path.of("target", name), today, StandardCharsets.UTF_8);

        assertThat(today).isEqualTo(page);
    }

    /** Each of them on a faulty pack, which it refuses or finds fault with, and on the mended one. */
    @ParameterizedTest
    @ValueSource(
            strings = {"check", "test", "sign", "verify", "decide", "replay", "explain", "diff", "simulate", "docs"})
    void the_tour_shows_every_command_for_packs_at_fault_and_mended(String command) throws IOException {
        String page = Files.readString(Path.of("TOUR.md"), StandardCharsets.UTF_8);
        List<String> runs = Pattern.compile("(?m)^\\$ workbench ")
                .splitAsStream(page)
                .skip(1)
                .filter(run -> run.startsWith(command + " "))
                .toList();

        assertThat(runs).anyMatch(run -> run.contains("\n[exit code "));
        assertThat(runs).anyMatch(run -> !run.contains("\n[exit code "));
    }

    @Test
    void the_commands_of_the_guide_run(@TempDir Path folder) throws Exception {
        Transcript.writeGuide(folder.resolve("tea"));
        Transcript.writeGuide(folder.resolve("tea-2027"));
        Transcript.writeKeys(folder, KeyPairGenerator.getInstance("Ed25519").generateKeyPair(), "teahouse");
        String guide = Files.readString(Path.of("../../complaint-rules/PACKS.md"), StandardCharsets.UTF_8);
        List<String> commands = guide.lines()
                .filter(line -> line.startsWith("workbench "))
                .map(line -> "$ " + line.replaceFirst(" +#.*", ""))
                .toList();

        assertThat(commands).hasSize(10);
        String page = Transcript.rerun("```console\n" + String.join("\n", commands) + "\n```", folder);

        assertThat(page.replace("[exit code 1]", "cases lack, says test --missing"))
                .doesNotContain("[exit code");
        assertThat(folder.resolve("tea.html")).isNotEmptyFile();
        assertThat(folder.resolve("why.html")).isNotEmptyFile();
        assertThat(folder.resolve("effect.html")).isNotEmptyFile();
    }
}
