package org.complaintkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Stage;
import org.complaintkit.rules.forms.RuleForms;
import org.complaintkit.rules.pack.RuleForm;
import org.complaintkit.rules.syntax.Rule;
import org.complaintkit.rules.trust.PackStatement;
import org.complaintkit.rules.trust.PemKeys;
import org.complaintkit.rules.trust.TrustList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackSignerTest {
    private static final KeyPair ACME = pair("Ed25519", 1);
    private static final KeyPair OTHER = pair("Ed25519", 2);
    private static final TrustList TRUSTED = TrustList.of(Map.of("acme", ACME.getPublic()));

    @TempDir
    private static Path shelf;

    @TempDir
    private Path temp;

    private Path pack;

    @BeforeAll
    static void compiled_once() throws IOException {
        Files.createDirectory(shelf.resolve("cases"));
        Files.writeString(shelf.resolve("cases/cases.jsonl"), "{\"id\": \"TST-C1\"}\n");
        Files.writeString(shelf.resolve("cases/README.md"), "What the cases show.\n");
        Files.writeString(shelf.resolve("README.md"), "A pack.\n");
        Files.writeString(shelf.resolve("LICENSE"), "Free.\n");
        PackCompiler.compile(inAllForms().writeTo(shelf));
        PackSigner.sign(shelf, "acme", ACME.getPrivate());
    }

    /** A decision table and sentences in each language beside the rules in DRL. */
    private static TestPack inAllForms() {
        CheckedPack read = PackReader.read(TestPack.good().files());
        TestPack pack = TestPack.good();
        Stage[] stages = {Stage.CLASSIFICATION, Stage.RESPONSIBILITY, Stage.GRADING, Stage.ESCALATION};
        RuleForm[] forms = {RuleForm.ENGLISH, RuleForm.TABLE, RuleForm.SIMPLIFIED, RuleForm.TRADITIONAL};
        for (int i = 0; i < stages.length; i++) {
            Stage stage = stages[i];
            List<Rule> rules =
                    read.rules().stream().filter(rule -> rule.stage() == stage).toList();
            String text = RuleForms.write(forms[i], stage, rules, read.policy()).text();
            pack = pack.without(stage.file()).with(forms[i].file(stage), text);
        }
        return pack;
    }

    @BeforeEach
    void as_it_was_signed() throws IOException {
        pack = temp.resolve("tst");
        try (Stream<Path> files = Files.walk(shelf)) {
            for (Path file : files.toList()) {
                Files.copy(file, pack.resolve(shelf.relativize(file).toString()));
            }
        }
    }

    @Test
    void a_signed_pack_is_taken_in_by_those_who_trust_its_signer() {
        assertThat(PackSigner.verify(pack, TRUSTED).signer()).isEqualTo("acme");
        assertThat(PackSigner.verify(pack, TRUSTED).digests())
                .containsKeys(
                        "pack.json",
                        "compiled/classes.zip",
                        "classification.en.txt",
                        "responsibility.table.csv",
                        "grading.zh-CN.txt",
                        "escalation.zh-TW.txt",
                        "cases/cases.jsonl",
                        "cases/README.md",
                        "README.md",
                        "LICENSE");
        try (Packs packs = Packs.folder(pack, TRUSTED)) {
            assertThat(packs.ids()).containsExactly("TST");
        }
    }

    @Test
    void signing_the_same_pack_twice_gives_the_same_bytes() throws IOException {
        byte[] first = Files.readAllBytes(pack.resolve(PackStatement.FILE));
        PackStatement second = PackSigner.sign(pack, "acme", ACME.getPrivate());

        assertThat(Files.readAllBytes(pack.resolve(PackStatement.FILE))).isEqualTo(first);
        assertThat(second).as("what was signed is told").isEqualTo(PackSigner.verify(pack, TRUSTED));
    }

    @Test
    void every_file_is_covered_to_the_last_bit() throws IOException {
        Set<String> signed = PackSigner.verify(pack, TRUSTED).digests().keySet();
        assertThat(signed).containsExactlyInAnyOrderElementsOf(files());
        for (String file : signed) {
            byte[] bytes = Files.readAllBytes(pack.resolve(file));
            byte[] bent = bytes.clone();
            bent[bent.length - 1] ^= 1;
            Files.write(pack.resolve(file), bent);
            refused("PACK_CHANGED", () -> Packs.folder(pack, TRUSTED));
            assertThatThrownBy(() -> Packs.folder(pack, TRUSTED)).hasMessageContaining("changed " + file);
            Files.write(pack.resolve(file), bytes);
        }
        try (Packs packs = Packs.folder(pack, TRUSTED)) {
            assertThat(packs.ids()).isNotEmpty();
        }
    }

    /** All but the signature. */
    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(pack)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> pack.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !file.equals(PackStatement.FILE))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.drl",
                "gradng.drl",
                "retention.csv",
                "cases/more.jsonl",
                "cases/deep/more.jsonl",
                "compiled/evil.class",
                "notes/notes.txt",
                "NOTICE"
            })
    void a_file_that_nobody_signed_is_noticed_whatever_its_name(String file) throws IOException {
        Files.createDirectories(pack.resolve(file).getParent());
        Files.writeString(pack.resolve(file), "");

        refused("PACK_CHANGED", () -> PackSigner.verify(pack, TRUSTED));
        assertThatThrownBy(() -> PackSigner.verify(pack, TRUSTED)).hasMessageContaining("'added " + file + "'");
        refused("PACK_CHANGED", () -> Packs.folder(pack, TRUSTED));
    }

    @Test
    void what_a_host_refuses_is_not_verified_either() throws IOException {
        Files.createDirectory(pack.resolve("rules"));

        refused("PACK_FAULTS", () -> PackSigner.verify(pack, TRUSTED));
        refused("PACK_FAULTS", () -> Packs.folder(pack, TRUSTED));
    }

    @Test
    void hidden_files_are_no_part_of_a_pack() throws IOException {
        Files.writeString(pack.resolve(".gitignore"), "*.pem");
        Files.createDirectories(pack.resolve("cases/.git/refs"));

        assertThat(PackSigner.verify(pack, TRUSTED).signer()).isEqualTo("acme");
    }

    @Test
    void a_link_that_leads_out_of_the_pack_is_refused() throws IOException {
        Files.delete(pack.resolve("README.md"));
        Files.createSymbolicLink(pack.resolve("README.md"), Files.writeString(temp.resolve("README.md"), "A pack.\n"));

        refused("PACK_FOLDER", () -> PackSigner.verify(pack, TRUSTED));
        refused("PACK_FOLDER", () -> PackSigner.sign(pack, "acme", ACME.getPrivate()));
    }

    @Test
    void a_link_that_leads_in_a_circle_ends() throws IOException {
        Files.createSymbolicLink(pack.resolve("cases/more"), pack.resolve("cases"));

        refused("PACK_FOLDER", () -> PackSigner.verify(pack, TRUSTED));
    }

    @Test
    void files_are_refused_that_lie_too_deep_or_are_too_many_and_it_is_told_which_of_both() throws IOException {
        Path deep = pack.resolve("cases" + "/in".repeat(9));
        Files.createDirectories(deep);
        Files.writeString(deep.resolve("more.jsonl"), "");
        assertThatThrownBy(() -> PackSigner.verify(pack, TRUSTED)).hasMessageContaining("in/more.jsonl");
        refused("PACK_CHANGED", () -> PackSigner.verify(pack, TRUSTED));
        Files.createDirectory(deep.resolve("in"));
        Files.writeString(deep.resolve("in/more.jsonl"), "");
        assertThatThrownBy(() -> PackSigner.verify(pack, TRUSTED)).hasMessageContaining("at most 10 folders deep");
    }

    @Test
    void a_thousand_files_are_read_and_one_more_is_refused() throws IOException {
        // README.md, LICENSE and the two files of cases are there.
        for (int i = 4; i < 1_000; i++) {
            Path file = pack.resolve("cases/" + i % 2 + "/" + i + ".jsonl");
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
        }
        refused("PACK_CHANGED", () -> PackSigner.verify(pack, TRUSTED));
        Files.writeString(pack.resolve("cases/1/more.jsonl"), "");
        assertThatThrownBy(() -> PackSigner.verify(pack, TRUSTED)).hasMessageContaining("at most 1000 files");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cases/my cases.jsonl", "cases/a..b.jsonl"})
    void a_name_that_no_archive_may_have_is_not_signed(String file) throws IOException {
        Files.writeString(pack.resolve(file), "");

        refused("PACK_FILE_NAME", () -> PackSigner.sign(pack, "acme", ACME.getPrivate()));
    }

    @Test
    void more_files_than_a_statement_may_list_are_not_signed() throws IOException {
        for (int i = 0; i < 900; i++) {
            Files.writeString(pack.resolve("cases/" + i + ".jsonl"), "");
        }

        refused("PACK_TOO_MANY_FILES", () -> PackSigner.sign(pack, "acme", ACME.getPrivate()));
    }

    @Test
    void a_signature_of_the_form_before_is_refused_with_the_way_out() throws IOException {
        String text = Files.readString(pack.resolve(PackStatement.FILE));
        Files.writeString(pack.resolve(PackStatement.FILE), text.replace("complaintkit-pack 2", "complaintkit-pack 1"));

        refused("PACK_SIGNATURE_OLD", () -> Packs.folder(pack, TRUSTED));
        assertThatThrownBy(() -> PackSigner.verify(pack, TRUSTED)).hasMessageContaining("sign the pack again");
    }

    @Test
    void worked_cases_that_were_exchanged_are_noticed_in_a_jar_and_on_the_class_path() throws IOException {
        Path jar = jar();
        try (Packs packs = Packs.jar(jar, TRUSTED)) {
            assertThat(packs.ids()).containsExactly("TST");
        }
        Files.writeString(pack.resolve("cases/cases.jsonl"), "{\"id\": \"TST-C2\"}\n");
        Path bent = jar();

        refused("PACK_CHANGED", () -> Packs.jar(bent, TRUSTED));
        assertThatThrownBy(() -> Packs.jar(bent, TRUSTED)).hasMessageContaining("changed cases/cases.jsonl");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {bent.toUri().toURL()}, Packs.class.getClassLoader())) {
            refused("PACK_CHANGED", () -> Packs.onClassPath(loader, TRUSTED));
            Files.delete(pack.resolve("cases/cases.jsonl"));
        }
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar().toUri().toURL()}, Packs.class.getClassLoader())) {
            assertThatThrownBy(() -> Packs.onClassPath(loader, TRUSTED))
                    .hasMessageContaining("missing cases/cases.jsonl");
        }
    }

    private Path jar() throws IOException {
        Path jar = Files.createTempFile(temp, "packs", ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            entry(zip, "META-INF/complaintkit/packs", "tst\n".getBytes(StandardCharsets.UTF_8));
            try (Stream<Path> files = Files.walk(pack)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    entry(zip, temp.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
        return jar;
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name.replace('\\', '/')));
        zip.write(bytes);
        zip.closeEntry();
    }

    @Test
    void a_file_that_comes_or_goes_is_a_change() throws IOException {
        Files.writeString(pack.resolve("retention.csv"), "");
        assertThatThrownBy(() -> Packs.folder(pack, TRUSTED)).hasMessageContaining("added retention.csv");
        Files.delete(pack.resolve("retention.csv"));
        Files.delete(pack.resolve("compiled/classes.zip"));

        assertThatThrownBy(() -> Packs.folder(pack, TRUSTED)).hasMessageContaining("missing compiled/classes.zip");
    }

    @Test
    void a_pack_that_nobody_signed_is_refused_with_the_way_out() throws IOException {
        Files.delete(pack.resolve(PackStatement.FILE));

        refused("PACK_UNSIGNED", () -> Packs.folder(pack, TRUSTED));
        try (Packs packs = Packs.folder(pack)) {
            assertThat(packs.ids()).containsExactly("TST");
        }
    }

    @Test
    void a_stranger_is_refused_and_so_is_one_who_signs_with_a_name_that_is_not_his() throws IOException {
        PackSigner.sign(pack, "acne", OTHER.getPrivate());
        refused("PACK_SIGNER_UNKNOWN", () -> Packs.folder(pack, TRUSTED));
        assertThatThrownBy(() -> Packs.folder(pack, TRUSTED)).hasMessageContaining("acme");

        PackSigner.sign(pack, "acme", OTHER.getPrivate());
        refused("PACK_SIGNATURE_FORGED", () -> Packs.folder(pack, TRUSTED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "complaintkit-pack 2\n",
                "complaintkit-pack 3\nsigner acme\n",
                "complaintkit-pack 2\nsigner acme\nsha256 00 ../../etc/passwd\ned25519 AA==\n"
            })
    void what_signing_never_wrote_is_malformed(String text) throws IOException {
        Files.writeString(pack.resolve(PackStatement.FILE), text);

        refused("PACK_SIGNATURE_MALFORMED", () -> PackSigner.verify(pack, TRUSTED));
    }

    @Test
    void a_signature_without_end_is_read_to_its_bound_only() throws IOException {
        Files.writeString(pack.resolve(PackStatement.FILE), "complaintkit-pack 2\nsigner acme\n" + "x".repeat(1 << 20));

        refused("PACK_SIGNATURE_MALFORMED", () -> PackSigner.verify(pack, TRUSTED));
    }

    @Test
    void a_faulty_pack_is_not_signed() throws IOException {
        Files.delete(pack.resolve(PackStatement.FILE));
        Files.delete(pack.resolve("clauses.csv"));

        refused("PACK_FAULTS", () -> PackSigner.sign(pack, "acme", ACME.getPrivate()));
        assertThat(pack.resolve(PackStatement.FILE)).doesNotExist();
    }

    @Test
    void keys_of_another_kind_and_names_of_another_shape_are_refused() {
        refused(
                "KEY_UNUSABLE",
                () -> PackSigner.sign(pack, "acme", pair("RSA", 3).getPrivate()));
        refused("PACK_SIGNER", () -> PackSigner.sign(pack, "ac me", ACME.getPrivate()));
        refused("PACK_SIGNER", () -> PackSigner.sign(pack, "../acme", ACME.getPrivate()));
    }

    @Test
    void a_trust_list_is_a_folder_of_public_keys() throws IOException {
        Path keys = Files.createDirectory(temp.resolve("keys"));
        Files.writeString(keys.resolve("acme.pem"), PemKeys.text(ACME.getPublic()));
        Files.writeString(keys.resolve("notes.txt"), "not a key");
        Path secret = Files.writeString(temp.resolve("private.pem"), PemKeys.text(ACME.getPrivate()));

        assertThat(TrustList.read(keys).signers()).containsExactly("acme");
        assertThat(PackSigner.verify(pack, TrustList.read(keys)).signer()).isEqualTo("acme");
        assertThat(PemKeys.privateKey(secret)).isEqualTo(ACME.getPrivate());
    }

    @Test
    void a_private_key_in_the_trust_list_is_refused_and_never_quoted() throws IOException {
        Path keys = Files.createDirectory(temp.resolve("keys"));
        String secret = PemKeys.text(ACME.getPrivate());
        Files.writeString(keys.resolve("acme.pem"), secret);

        refused("KEY_UNUSABLE", () -> TrustList.read(keys));
        assertThatThrownBy(() -> TrustList.read(keys))
                .hasMessageNotContaining(secret.lines().skip(1).findFirst().orElseThrow());
        refused("TRUST_LIST", () -> TrustList.read(temp.resolve("nowhere")));
    }

    @Test
    void on_the_class_path_the_packs_of_the_project_need_no_signature_and_all_others_do() throws IOException {
        Path index = temp.resolve("META-INF/complaintkit/packs");
        Files.createDirectories(index.getParent());
        Files.writeString(index, "tst\n");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {temp.toUri().toURL()}, Packs.class.getClassLoader())) {
            try (Packs packs = Packs.onClassPath(loader, TRUSTED)) {
                assertThat(packs.ids()).contains("RCC", "TST");
            }
            Files.delete(pack.resolve(PackStatement.FILE));
            refused("PACK_UNSIGNED", () -> Packs.onClassPath(loader, TRUSTED));
        }
    }

    @Test
    void a_statement_is_text_that_people_can_read() throws IOException {
        List<String> lines = Files.readAllLines(pack.resolve(PackStatement.FILE), StandardCharsets.UTF_8);

        assertThat(lines).startsWith("complaintkit-pack 2", "signer acme");
        assertThat(lines).anyMatch(line -> line.matches("sha256 [0-9a-f]{64} deadlines\\.csv"));
        assertThat(lines.get(lines.size() - 1)).startsWith("ed25519 ");
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    /** The same pair in every run. */
    private static KeyPair pair(String algorithm, long seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize("RSA".equals(algorithm) ? 2048 : 255, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
