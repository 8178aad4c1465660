package org.complaintkit.examples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a user starts it, in a process that knows nothing but the jar and a platform that is not UTF-8. */
class WorkbenchJarIT {

    private static Run start(Path folder, List<String> lines, String command) throws IOException, InterruptedException {
        Path questions = Files.write(folder.resolve("questions.jsonl"), lines);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        List<String> call = new ArrayList<>();
        call.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        call.addAll(List.of("-Dfile.encoding=ISO-8859-1", "-Duser.language=tr", "-Duser.timezone=Pacific/Chatham"));
        call.add("-Xlog:class+load:file=" + folder.resolve("classes"));
        call.addAll(List.of("-jar", System.getProperty("workbench.jar"), command));
        Process process = new ProcessBuilder(call)
                .directory(folder.toFile())
                .redirectInput(questions.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Run(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    @Test
    void the_jar_replays_the_worked_examples_as_the_classes_do(@TempDir Path folder) throws Exception {
        List<String> lines = WorkedExamplesTest.examples().toList();

        Run jar = start(folder, lines, "replay");

        assertThat(jar).isEqualTo(Run.over("replay", lines.toArray(String[]::new)));
        assertThat(jar.code()).isZero();
        assertThat(Files.readString(folder.resolve("classes")))
                .as("packs that we ship come compiled: nothing is parsed")
                .contains("org.complaintkit.rules.Packs")
                .doesNotContain("org.drools.drl.", "org.antlr.", "org.eclipse.jdt.", "com.github.javaparser.");
    }

    @Test
    void the_jar_keeps_chinese_and_says_how_many_lines_were_bad(@TempDir Path folder) throws Exception {
        Run jar = start(folder, List.of("{\"id\":\"客户\",\"start\":\"2025-09-26\",\"term\":\"三个工作日\"}", "客户"), "due");

        assertThat(jar.answers().get(0).get("id").textValue()).isEqualTo("客户");
        assertThat(jar.answers().get(0).get("due").textValue()).isEqualTo("2025-09-30");
        assertThat(jar.err().strip()).isEqualTo("1 of 2 lines bad: 2");
        assertThat(jar.code()).isEqualTo(1);
    }
}
