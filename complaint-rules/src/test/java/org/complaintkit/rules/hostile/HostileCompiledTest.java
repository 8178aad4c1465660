package org.complaintkit.rules.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.model.Complaint;
import org.complaintkit.rules.PackCompiler;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.drools.GeneratedRules;
import org.complaintkit.rules.pack.Digest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiled packs that somebody changed who knows how the digests are made, which is written in the code for everybody: a
 * digest keeps out accidents, and what keeps out people is the wall, or a signature.
 */
class HostileCompiledTest {
    private static final String CLASSES = "classes.zip";

    @TempDir
    private static Path honest;

    @TempDir
    private Path folder;

    private static GeneratedRules generated;

    @BeforeAll
    static void compile() throws IOException {
        TestPack.good().writeTo(honest);
        PackCompiler.compile(honest);
        generated = GeneratedRules.read(Files.readAllBytes(honest.resolve("compiled/" + CLASSES)));
    }

    @BeforeEach
    void copy() throws IOException {
        Files.createDirectories(folder.resolve("compiled"));
        try (var files = Files.walk(honest)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(honest.relativize(file).toString()));
            }
        }
    }

    /** Writes classes, and a manifest that fits them. */
    private void forge(byte[] classes) throws IOException {
        Files.write(folder.resolve("compiled/" + CLASSES), classes);
        manifest("\"compiled\" : \"[0-9a-f]+\"", "\"compiled\" : \"" + Digest.of(Map.of(CLASSES, classes)) + "\"");
    }

    private void manifest(String pattern, String replaced) throws IOException {
        Path file = folder.resolve("compiled/manifest.json");
        String text = Files.readString(file);
        String changed = text.replaceFirst(pattern, replaced);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(file, changed);
    }

    private void forge(List<String> models, Map<String, byte[]> classes) throws IOException {
        forge(new GeneratedRules(models, classes).archive());
    }

    private static Map<String, byte[]> plus(String name, byte[] bytes) {
        Map<String, byte[]> classes = new TreeMap<>(generated.classes());
        classes.put(name, bytes);
        return classes;
    }

    private void refused(String code, String reason) {
        InvalidInputException refused = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> catchThrowableOfType(
                        InvalidInputException.class, () -> Packs.folder(folder).close()));
        assertThat(refused).as("refusal").isNotNull();
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.value() + " " + refused.rule()).contains(reason);
        assertThat(Attack.canary()).isFalse();
    }

    private static byte[] evil(String name) {
        List<Attack> attacks = Attack.read("classes.txt").stream()
                .filter(attack -> attack.name().equals(name))
                .toList();
        return HostileCode.compile(attacks).get(0).values().iterator().next();
    }

    @Test
    void classes_that_were_replaced_alone() throws IOException {
        Files.write(folder.resolve("compiled/" + CLASSES), new GeneratedRules(List.of(), Map.of()).archive());
        refused("COMPILED_PACK_DAMAGED", "its parts are not those");
    }

    @Test
    void a_class_that_acts_in_its_initialiser() throws IOException {
        forge(generated.models(), plus("complaintpack/evil/v1/p0/Evil.class", evil("a static initialiser")));
        refused("PACK_CLASS_REFERENCE", "java/lang/System.setProperty");
    }

    @Test
    void a_class_that_shadows_one_of_ours() throws IOException {
        forge(
                generated.models(),
                plus("org/complaintkit/rules/stage/Evil.class", evil("a class in the package of the host")));
        refused("PACK_CLASS_SHAPE", "name org/complaintkit/rules/stage/Evil");
    }

    @Test
    void a_service_among_the_classes() throws IOException {
        forge(generated.models(), plus("META-INF/services/java.lang.Runnable", "x".getBytes(StandardCharsets.UTF_8)));
        refused("PACK_CLASS_MALFORMED", "no end");
    }

    @Test
    void an_object_stream_for_an_archive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new ArrayList<>(List.of("x")));
        }
        forge(bytes.toByteArray());
        refused("COMPILED_RULES", "the archive names no models");
    }

    @Test
    void an_archive_that_unpacks_to_more_than_any_pack() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("models"));
            for (int i = 0; i < 100; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        forge(bytes.toByteArray());
        refused("COMPILED_RULES", "the archive is too large");
    }

    @Test
    void an_entry_twice() throws IOException {
        Map<String, byte[]> classes = plus("complaintpack/a.class", new byte[1]);
        classes.put("complaintpack/b.class", new byte[1]);
        String bytes =
                new String(new GeneratedRules(generated.models(), classes).archive(), StandardCharsets.ISO_8859_1);
        forge(bytes.replace("complaintpack/b.class", "complaintpack/a.class").getBytes(StandardCharsets.ISO_8859_1));
        refused("COMPILED_RULES", "twice: complaintpack/a.class");
    }

    @Test
    void a_model_of_the_host() throws IOException {
        forge(List.of("java.lang.Runtime"), generated.classes());
        refused("COMPILED_RULES", "a pack does not see java.lang.Runtime");
    }

    @Test
    void a_model_that_is_none() throws IOException {
        String lambda = generated.classes().keySet().stream()
                .filter(path -> path.contains("Lambda"))
                .findFirst()
                .orElseThrow();
        forge(List.of(lambda.replace(".class", "").replace('/', '.')), generated.classes());
        refused("COMPILED_RULES", "ClassCastException");
    }

    @Test
    void classes_without_a_rule_that_the_pack_has() throws IOException {
        forge(generated.models().subList(1, generated.models().size()), generated.classes());
        refused("COMPILED_RULES", "other rules than the pack");
    }

    @Test
    void classes_of_no_rules() throws IOException {
        forge(List.of(), Map.of());
        refused("COMPILED_RULES", "other rules than the pack");
    }

    /** Contained, not refused: they can do no more than rules can. Whoever compiles anew, or wants a signature, finds out. */
    @Test
    void classes_that_decide_something_else_than_the_text_says() throws IOException {
        assertThat(PackCompiler.reproduces(folder)).isTrue();
        Map<String, byte[]> classes = new TreeMap<>();
        generated.classes().forEach((path, bytes) -> {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            classes.put(path, text.replace("COMPLEX", "GENERAL").getBytes(StandardCharsets.ISO_8859_1));
        });
        forge(generated.models(), classes);
        try (Packs packs = Packs.folder(folder)) {
            Situation large = Situation.of(
                    Complaint.received("C-1", Instant.EPOCH, "LETTER")
                            .category("PRODUCT")
                            .claimedLoss(new BigDecimal(50_000))
                            .build(),
                    ZoneOffset.UTC);
            assertThat(packs.get("TST").ask(Stage.GRADING, large))
                    .singleElement()
                    .satisfies(proposal -> assertThat(proposal.code()).isEqualTo("GENERAL"));
        }
        assertThat(PackCompiler.reproduces(folder)).isFalse();
    }

    @Test
    void a_source_that_was_replaced_is_compiled_anew() throws IOException {
        Path rules = folder.resolve("grading.drl");
        Files.writeString(rules, Files.readString(rules).replace("\"HIGH\"", "\"LOW\""));
        try (Packs packs = Packs.folder(folder)) {
            assertThat(packs.get("TST").rules().toString()).contains("LOW");
        }
    }

    @Test
    void a_source_that_no_compiler_took_under_a_manifest_that_says_so() throws IOException {
        Path rules = folder.resolve("grading.drl");
        Files.writeString(rules, "import java.io.File;\n" + Files.readString(rules));
        Map<String, byte[]> source = new TreeMap<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                source.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
            }
        }
        manifest("\"source\" : \"[0-9a-f]+\"", "\"source\" : \"" + Digest.of(source) + "\"");
        refused("PACK_FAULTS", "grading.drl:1:1: NO_RULE 'import'");
    }

    @Test
    void a_manifest_that_is_a_bomb_or_none() throws IOException {
        Path manifest = folder.resolve("compiled/manifest.json");
        for (String text : List.of("[".repeat(10_000), "{\"format\": 1e999999999}", "{\"a\":1,\"a\":2}", "{")) {
            Files.writeString(manifest, text);
            refused("COMPILED_PACK_DAMAGED", "");
        }
    }

    @Test
    void a_link_out_of_the_folder() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolveSibling(folder.getFileName() + "-elsewhere"));
        Files.move(folder.resolve("compiled/" + CLASSES), elsewhere.resolve(CLASSES));
        Files.createSymbolicLink(folder.resolve("compiled/" + CLASSES), elsewhere.resolve(CLASSES));
        refused("PACK_FAULTS", "compiled/classes.zip: FILE_OUTSIDE");
        Files.delete(folder.resolve("compiled/" + CLASSES));
        Files.createSymbolicLink(folder.resolve("pack.sig"), Path.of("/dev/zero"));
        refused("PACK_FAULTS", "pack.sig: FILE_OUTSIDE");
    }
}
