package org.complaintkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.pack.PackFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacksTest {
    @TempDir
    private Path folder;

    private static void refused(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void the_shipped_packs_are_compiled_and_without_fault() {
        ClassLoader loader = Packs.class.getClassLoader();
        assertThat(PackResources.find(loader))
                .extracting(PackResources.Found::folder)
                .contains("org/complaintkit/packs/rcc");
        assertThat(PackResources.find(loader)).allSatisfy(pack -> {
            StoredPack stored = PackResources.read(loader, pack);
            assertThat(CompiledPack.read(stored)).isPresent();
            assertThat(PackReader.check(stored.source())).isEmpty();
        });
    }

    @Test
    void a_pack_is_asked_by_its_id() {
        try (Packs packs = Packs.shipped()) {
            assertThat(packs.ids()).contains("RCC");
            assertThat(packs.get("RCC").policy().id()).isEqualTo("RCC");
            assertThatThrownBy(() -> packs.get("RCB")).isInstanceOfSatisfying(InvalidInputException.class, e -> {
                assertThat(e.code()).isEqualTo("UNKNOWN_PACK");
                assertThat(e.wayOut()).contains("RCC");
            });
        }
    }

    @Test
    void an_edited_folder_is_compiled_when_it_is_loaded() throws Exception {
        Path pack = TestPack.good().writeTo(folder.resolve("tst"));
        assertThat(PackReader.check(pack)).isEmpty();
        try (Packs packs = Packs.folder(pack)) {
            assertThat(packs.ids()).containsExactly("TST");
        }
    }

    @Test
    void compiling_again_writes_only_what_changed() throws Exception {
        Path pack = TestPack.good().writeTo(folder.resolve("tst"));
        assertThat(PackCompiler.compile(pack)).isTrue();
        assertThat(PackCompiler.compile(pack)).isFalse();
        TestPack.good().edited("grading.drl", "\"HIGH\"", "\"LOW\"").writeTo(pack);
        assertThat(CompiledPack.read(PackFolder.read(pack, new org.complaintkit.rules.pack.Faults())))
                .as("compiled from other sources")
                .isEmpty();
        assertThat(PackCompiler.compile(pack)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = "classes.zip")
    void a_compiled_part_that_was_changed_is_refused(String part) throws Exception {
        Path pack = TestPack.good().writeTo(folder.resolve("tst"));
        PackCompiler.compile(pack);
        Path file = pack.resolve("compiled").resolve(part);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        refused(() -> Packs.folder(pack), "COMPILED_PACK_DAMAGED");
        Files.writeString(pack.resolve("compiled/manifest.json"), "{");
        refused(() -> Packs.folder(pack), "COMPILED_PACK_DAMAGED");
        PackCompiler.compile(pack);
        Packs.folder(pack).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"10.2.0\"", "\"format\" : 2", "\"facts\" : \"", "\"source\" : \""})
    void a_pack_compiled_for_another_engine_or_other_facts_is_compiled_anew(String entry) throws Exception {
        Path pack = TestPack.good().writeTo(folder.resolve("tst"));
        PackCompiler.compile(pack);
        Path manifest = pack.resolve("compiled/manifest.json");
        String changed = entry.endsWith("2")
                ? entry + "2"
                : entry.replace("10.2.0", "10.1.0").replace(": \"", ": \"0");
        assertThat(Files.readString(manifest)).contains(entry);
        Files.writeString(manifest, Files.readString(manifest).replace(entry, changed));
        assertThat(CompiledPack.read(PackFolder.read(pack, new org.complaintkit.rules.pack.Faults())))
                .isEmpty();
        assertThat(PackCompiler.compile(pack)).isTrue();
    }

    @Test
    void a_faulty_folder_is_refused_with_all_its_faults() throws Exception {
        Path pack = TestPack.good()
                .edited("grading.drl", "\"HIGH\"", "\"HIHG\"")
                .with("gradng.drl", "")
                .writeTo(folder.resolve("tst"));
        assertThat(PackReader.check(pack)).extracting(PackFault::code).containsExactly("UNKNOWN_CODE", "UNKNOWN_FILE");
        refused(() -> Packs.folder(pack), "PACK_FAULTS");
        refused(() -> PackCompiler.compile(pack), "PACK_FAULTS");
        assertThat(pack.resolve("compiled")).doesNotExist();
    }

    @Test
    void what_is_no_folder_is_told() {
        refused(() -> Packs.folder(folder.resolve("nowhere")), "PACK_FOLDER");
        refused(() -> Packs.folder(folder), "PACK_FAULTS");
    }

    @Test
    void a_vendors_jar_is_found_by_its_index() throws Exception {
        Path jar = jar("# packs of a vendor\nvendor/tst # one\n\n");
        try (URLClassLoader loader = loader(jar);
                Packs packs = Packs.onClassPath(loader)) {
            assertThat(packs.ids()).contains("RCC", "TST");
        }
    }

    @Test
    void only_the_packs_that_are_named_are_loaded() throws Exception {
        Path jar = jar("vendor/tst\nvendor/none\n");
        try (URLClassLoader loader = loader(jar);
                Packs packs = Packs.onClassPath(loader, Set.of("TST", "CBR"))) {
            assertThat(packs.ids()).containsExactly("CBR", "TST");
            refused(() -> Packs.onClassPath(loader), "PACK_FAULTS");
            refused(() -> Packs.onClassPath(loader, Set.of("CBR", "NIX")), "UNKNOWN_PACK");
        }
    }

    @Test
    void two_packs_of_one_id_are_refused() throws Exception {
        Path jar = jar("vendor/tst\nvendor/other\n");
        try (URLClassLoader loader = loader(jar)) {
            refused(() -> Packs.onClassPath(loader), "PACK_TWICE");
            refused(() -> Packs.onClassPath(loader, Set.of("TST")), "PACK_TWICE");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../etc", "/etc", "a//b", "a/../b", "file:/etc", "a\\b", "a/./b"})
    void an_index_cannot_point_outside(String line) throws Exception {
        try (URLClassLoader loader = loader(jar(line))) {
            refused(() -> Packs.onClassPath(loader), "PACK_INDEX");
        }
    }

    private static URLClassLoader loader(Path jar) throws Exception {
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, Packs.class.getClassLoader());
    }

    /** A jar with the test pack in two folders, and an index. */
    private Path jar(String index) throws Exception {
        Path pack = TestPack.good().writeTo(folder.resolve("jarred"));
        PackCompiler.compile(pack);
        Path jar = folder.resolve("vendor.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(pack)) {
            put(entries, PackResources.INDEX, index.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = pack.relativize(file).toString().replace('\\', '/');
                put(entries, "vendor/tst/" + name, Files.readAllBytes(file));
                put(entries, "vendor/other/" + name, Files.readAllBytes(file));
            }
        }
        return jar;
    }

    private static void put(JarOutputStream jar, String name, byte[] content) throws Exception {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(content);
        jar.closeEntry();
    }

    @Test
    void what_is_compiled_is_not_written_through_a_link_out_of_the_folder() throws Exception {
        Path pack = TestPack.good().writeTo(folder.resolve("tst"));
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createSymbolicLink(pack.resolve("compiled"), elsewhere);
        refused(() -> PackCompiler.compile(pack), "PACK_FOLDER");
        assertThat(elsewhere).isEmptyDirectory();
    }
}
