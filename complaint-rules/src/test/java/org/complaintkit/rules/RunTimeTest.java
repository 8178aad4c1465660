package org.complaintkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Decision;
import org.complaintkit.decision.Situation;
import org.complaintkit.model.Complaint;
import org.complaintkit.rules.drools.RuleCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fresh process with the run-time class path decides, without a parser or a compiler anywhere near. */
class RunTimeTest {
    @TempDir
    private Path folder;

    /** Runs in the forked process: decides with the shipped pack, then tries an edited one. */
    public static final class Host {
        private Host() {}

        public static void main(String[] arguments) {
            System.out.println("compiler " + RuleCompiler.available());
            try (Packs packs = Packs.shipped()) {
                Complaint complaint = Complaint.received("C-1", Instant.EPOCH, "PHONE")
                        .category("VIOLATION")
                        .build();
                System.out.println(Decision.of(packs.get("RCC"), Situation.of(complaint, ZoneOffset.UTC))
                        .category());
            }
            try (Packs packs = Packs.folder(Path.of(arguments[0]))) {
                System.out.println("loaded " + packs.ids());
            } catch (InvalidInputException e) {
                System.out.println(e.code() + " " + e.wayOut());
            }
        }
    }

    @Test
    void the_shipped_packs_decide_and_an_edited_pack_says_what_is_missing() throws Exception {
        Path edited = TestPack.good().writeTo(folder.resolve("tst"));
        assertThat(run(edited))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("compiler false"),
                        line -> assertThat(line).isEqualTo("VIOLATION"),
                        line -> assertThat(line)
                                .startsWith("COMPILER_MISSING")
                                .contains("org.drools:drools-engine:10.2.0"));
    }

    @Test
    void a_pack_compiled_elsewhere_is_loaded() throws Exception {
        Path pack = TestPack.good().writeTo(folder.resolve("tst"));
        PackCompiler.compile(pack);
        assertThat(run(pack)).last().isEqualTo("loaded [TST]");
    }

    @Test
    void running_takes_thirteen_jars_of_at_most_4_1_megabytes() throws Exception {
        List<Path> jars = RunTimeClassPath.all().stream()
                .filter(entry -> RunTimeClassPath.isJarOf(entry, RunTimeClassPath.DROOLS))
                .toList();
        long bytes = 0;
        for (Path jar : jars) {
            bytes += Files.size(jar);
        }
        assertThat(jars).hasSize(13);
        assertThat(bytes).isLessThanOrEqualTo(4_150_000);
    }

    private List<String> run(Path pack) throws Exception {
        Path classes = folder.resolve("host");
        String name = Host.class.getName().replace('.', '/') + ".class";
        Files.createDirectories(classes.resolve(name).getParent());
        try (var in = Host.class.getClassLoader().getResourceAsStream(name)) {
            Files.write(classes.resolve(name), in.readAllBytes());
        }
        String path =
                RunTimeClassPath.all().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        classes + File.pathSeparator + path,
                        Host.class.getName(),
                        pack.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readAllLines(output, StandardCharsets.UTF_8);
    }
}
