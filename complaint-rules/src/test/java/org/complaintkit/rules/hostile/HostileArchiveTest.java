package org.complaintkit.rules.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.PackCompiler;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.TestPack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that hold more than packs, or other than they say: refused before anything in them is believed. */
class HostileArchiveTest {
    private static final String INDEX = "META-INF/complaintkit/packs";
    private static final Map<String, byte[]> HONEST = new TreeMap<>();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void compile() throws IOException {
        Path pack = TestPack.good().writeTo(folder.resolve("tst"));
        PackCompiler.compile(pack);
        try (var files = Files.walk(pack)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                HONEST.put("tst/" + pack.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        HONEST.put(INDEX, "tst\n".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static Path jar(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("pack.jar"), bytes);
    }

    private static Path with(String name, byte[] bytes) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>(HONEST);
        entries.put(name, bytes);
        return jar(zip(entries));
    }

    private static InvalidInputException refusal(Path jar) {
        InvalidInputException refused = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> catchThrowableOfType(
                        InvalidInputException.class, () -> Packs.jar(jar).close()));
        assertThat(refused).as("refusal").isNotNull();
        return refused;
    }

    private static void refused(Path jar, String value, String rule) {
        InvalidInputException refused = refusal(jar);
        assertThat(refused.code()).isEqualTo("PACK_ARCHIVE");
        assertThat(refused.value()).isEqualTo(value);
        assertThat(refused.rule()).contains(rule);
    }

    @Test
    void an_honest_archive_is_loaded_without_a_class_path() throws IOException {
        try (Packs packs = Packs.jar(jar(zip(HONEST)))) {
            assertThat(packs.ids()).containsExactly("TST");
            assertThat(packs.added()).containsExactly("TST");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.csv",
                "tst/../../evil.csv",
                "/etc/passwd",
                "//host/share",
                "C:/evil.csv",
                "tst\\clauses.csv",
                "./tst/roles.csv",
                "tst//roles.csv",
                "tst/.hidden",
                ".git/config",
                "tst/roles.csv ",
                "tst/rоles.csv",
                "tst/roles\u202Ecsv",
                "tst/ro..les.csv"
            })
    void entries_of_other_places_and_names_that_deceive(String name) throws IOException {
        InvalidInputException refused = refusal(with(name, new byte[1]));
        assertThat(refused.code()).isEqualTo("PACK_ARCHIVE");
        assertThat(refused.rule()).contains("plain names");
        assertThat(refused.value()).startsWith(name.substring(0, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tst/Evil.class",
                "org/complaintkit/rules/stage/Duties.class",
                "module-info.class",
                "META-INF/services/java.nio.file.spi.FileSystemProvider",
                "META-INF/services/org.slf4j.spi.SLF4JServiceProvider",
                "META-INF/kie.default.properties.conf",
                "META-INF/kmodule.xml",
                "META-INF/versions/17/tst/Evil.class",
                "META-INF/native/evil.so",
                "lib/evil.jar",
                "tst/evil.drl",
                "tst/rules.dsl",
                "tst/table.xls",
                "tst/compiled/Evil.class",
                "tst/compiled/rules.json",
                "tst/cases/evil.class",
                "other/pack.json",
                "logback.xml"
            })
    void code_services_and_files_that_no_pack_has(String name) throws IOException {
        refused(with(name, new byte[1]), name, "packs and nothing else");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tst/Pack.json", "TST/pack.json", "tst/CLAUSES.CSV", "meta-inf/complaintkit/packs"})
    void names_that_some_systems_take_for_each_other(String name) throws IOException {
        refused(with(name, new byte[1]), name, "each entry once");
    }

    @Test
    void an_entry_twice() throws IOException {
        byte[] bytes =
                zip(Map.of(INDEX, HONEST.get(INDEX), "tst/roles.csv", new byte[1], "tst/rolez.csv", new byte[1]));
        String same = new String(bytes, StandardCharsets.ISO_8859_1).replace("rolez.csv", "roles.csv");

        refused(jar(same.getBytes(StandardCharsets.ISO_8859_1)), "tst/roles.csv", "each entry once");
    }

    @Test
    void more_entries_than_packs_have() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>(HONEST);
        for (int i = 0; i < 6_000; i++) {
            entries.put("tst/cases/c" + i + ".jsonl", new byte[0]);
        }
        refused(jar(zip(entries)), String.valueOf(6_000 + HONEST.size()), "at most 5000 entries");
    }

    @Test
    void an_entry_that_unpacks_to_a_gigabyte_is_read_to_its_bound() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : HONEST.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
            zip.putNextEntry(new ZipEntry("tst/roles.csv"));
            for (int i = 0; i < 256; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        InvalidInputException refused = refusal(jar(bytes.toByteArray()));
        assertThat(refused.code()).isEqualTo("PACK_FAULTS");
        assertThat(refused.rule()).contains("roles.csv: FILE_TOO_LARGE '1048577 bytes'");
    }

    @ParameterizedTest
    @CsvSource({"../tst", "/tst", "tst/..", "file:/etc", "'tst\\x'"})
    void an_index_that_leads_elsewhere(String line) throws IOException {
        InvalidInputException refused = refusal(with(INDEX, line.getBytes(StandardCharsets.UTF_8)));
        assertThat(refused.code()).isEqualTo("PACK_INDEX");
        assertThat(refused.value()).isEqualTo(line);
    }

    @Test
    void an_index_of_folders_that_are_not_there() throws IOException {
        InvalidInputException refused = refusal(with(INDEX, "tst\nnowhere\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(refused.code()).isEqualTo("PACK_FAULTS");
        assertThat(refused.rule()).contains("pack.json: FILE_MISSING");
    }

    @Test
    void a_folder_that_is_listed_twice() throws IOException {
        assertThat(refusal(with(INDEX, "tst\ntst\n".getBytes(StandardCharsets.UTF_8)))
                        .code())
                .isEqualTo("PACK_TWICE");
    }

    @Test
    void no_index_no_archive_no_end() throws IOException {
        Map<String, byte[]> without = new LinkedHashMap<>(HONEST);
        without.remove(INDEX);
        refused(jar(zip(without)), INDEX, "a list of the folders");
        refused(jar("no archive".getBytes(StandardCharsets.UTF_8)), "", "an archive that can be read");
        byte[] whole = zip(HONEST);
        refused(jar(java.util.Arrays.copyOf(whole, whole.length - 30)), "", "an archive that can be read");
        refused(folder, "", "a file of at most");
        refused(folder.resolve("nowhere.jar"), "", "a file of at most");
    }
}
