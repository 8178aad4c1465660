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
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.complaintkit.calendar.InvalidInputException;
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
        PackCompiler.compile(TestPack.good().writeTo(shelf));
        PackSigner.sign(shelf, "acme", ACME.getPrivate());
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
        assertThat(PackSigner.verify(pack, TRUSTED).digests()).containsKeys("pack.json", "compiled/classes.zip");
        try (Packs packs = Packs.folder(pack, TRUSTED)) {
            assertThat(packs.ids()).containsExactly("TST");
        }
    }

    @Test
    void signing_the_same_pack_twice_gives_the_same_bytes() throws IOException {
        byte[] first = Files.readAllBytes(pack.resolve(PackStatement.FILE));
        PackSigner.sign(pack, "acme", ACME.getPrivate());

        assertThat(Files.readAllBytes(pack.resolve(PackStatement.FILE))).isEqualTo(first);
    }

    @Test
    void every_file_is_covered_to_the_last_bit() throws IOException {
        for (String file : PackSigner.verify(pack, TRUSTED).digests().keySet()) {
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
                "complaintkit-pack 1\n",
                "complaintkit-pack 2\nsigner acme\n",
                "complaintkit-pack 1\nsigner acme\nsha256 00 ../../etc/passwd\ned25519 AA==\n"
            })
    void what_signing_never_wrote_is_malformed(String text) throws IOException {
        Files.writeString(pack.resolve(PackStatement.FILE), text);

        refused("PACK_SIGNATURE_MALFORMED", () -> PackSigner.verify(pack, TRUSTED));
    }

    @Test
    void a_signature_without_end_is_read_to_its_bound_only() throws IOException {
        Files.writeString(pack.resolve(PackStatement.FILE), "complaintkit-pack 1\nsigner acme\n" + "x".repeat(1 << 20));

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

        assertThat(lines).startsWith("complaintkit-pack 1", "signer acme");
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
