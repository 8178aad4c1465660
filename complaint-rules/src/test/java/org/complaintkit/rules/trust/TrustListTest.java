package org.complaintkit.rules.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.complaintkit.calendar.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a host trusts, the files in which their keys lie, and what is refused for which reason. */
class TrustListTest {
    private static final KeyPair ACME = TestKeys.ed25519(1);
    private static final KeyPair OTHER = TestKeys.ed25519(2);
    private static final Map<String, byte[]> FILES =
            Map.of("pack.json", "{}".getBytes(StandardCharsets.UTF_8), "duties.csv", new byte[0]);
    private static final Map<String, String> DIGESTS = TestKeys.digests(FILES);
    private final TrustList trusted = TrustList.of(Map.of("zenith", OTHER.getPublic(), "acme", ACME.getPublic()));

    @TempDir
    private Path folder;

    private static String signed(String signer, KeyPair pair) {
        return new String(TestKeys.statement(signer, FILES).signedWith(pair.getPrivate()), StandardCharsets.UTF_8);
    }

    private static void refused(String code, ThrowingCallable call, Consumer<InvalidInputException> more) {
        assertThatThrownBy(call).isInstanceOfSatisfying(InvalidInputException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            more.accept(e);
        });
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("key.pem"), text);
    }

    @Test
    void the_signers_are_sorted_and_do_not_change_with_the_hosts_own_map() {
        Map<String, PublicKey> keys = new HashMap<>(Map.of("b", ACME.getPublic(), "a", ACME.getPublic()));
        TrustList list = TrustList.of(keys);
        keys.clear();
        assertThat(list.signers()).containsExactly("a", "b");
    }

    @Test
    void a_pack_as_it_was_signed_is_good_and_what_the_signer_said_comes_back() {
        assertThat(trusted.verify("tea", signed("acme", ACME), DIGESTS)).isEqualTo(TestKeys.statement("acme", FILES));
        assertThat(trusted.verify("tea", signed("zenith", OTHER), DIGESTS).signer())
                .isEqualTo("zenith");
    }

    @Test
    void each_reason_to_refuse_has_its_own_name_and_names_the_pack() {
        refused(
                "PACK_UNSIGNED",
                () -> trusted.verify("tea", null, DIGESTS),
                e -> assertThat(e.subject()).isEqualTo("pack tea"));
        refused("PACK_SIGNATURE_MALFORMED", () -> trusted.verify("tea", "", DIGESTS), e -> {});
        refused("PACK_SIGNER_UNKNOWN", () -> trusted.verify("tea", signed("acne", ACME), DIGESTS), e -> {
            assertThat(e.value()).isEqualTo("acne");
            assertThat(e.rule()).contains("[acme, zenith]");
            assertThat(e.wayOut()).contains("acme");
        });
        refused(
                "PACK_SIGNER_UNKNOWN",
                () -> trusted.verify("tea", signed("somebody", ACME), DIGESTS),
                e -> assertThat(e.wayOut()).contains("on the list"));
        refused(
                "PACK_SIGNATURE_FORGED",
                () -> trusted.verify("tea", signed("acme", OTHER), DIGESTS),
                e -> assertThat(e.value()).isEqualTo("acme"));
        refused(
                "PACK_CHANGED",
                () -> trusted.verify("tea", signed("acme", ACME), TestKeys.digests(Map.of("duties.csv", new byte[1]))),
                e -> assertThat(e.value()).isEqualTo("changed duties.csv, missing pack.json"));
    }

    @Test
    void a_statement_bent_anywhere_is_refused() {
        byte[] good = signed("acme", ACME).getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < good.length; at++) {
            byte[] bent = good.clone();
            bent[at] ^= 4;
            String text = new String(bent, StandardCharsets.UTF_8);
            assertThatThrownBy(() -> trusted.verify("tea", text, DIGESTS))
                    .as("byte " + at)
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void a_folder_gives_each_key_the_name_of_its_file() throws IOException {
        Files.writeString(folder.resolve("acme.pem"), PemKeys.text(ACME.getPublic()));
        Files.writeString(folder.resolve("b.c.pem"), PemKeys.text(OTHER.getPublic()));
        Files.writeString(folder.resolve("notes.txt"), "not a key");
        TrustList list = TrustList.read(folder);
        assertThat(list.signers()).containsExactly("acme", "b.c");
        assertThat(list.verify("tea", signed("acme", ACME), DIGESTS).signer()).isEqualTo("acme");
        assertThat(list.verify("tea", signed("b.c", OTHER), DIGESTS).signer()).isEqualTo("b.c");
    }

    @Test
    void a_folder_that_is_not_there_is_refused_with_its_name() {
        Path nowhere = folder.resolve("nowhere");
        refused("TRUST_LIST", () -> TrustList.read(nowhere), e -> {
            assertThat(e.value()).contains("nowhere");
            assertThat(e).hasCauseInstanceOf(NoSuchFileException.class);
        });
    }

    @Test
    void a_key_is_read_as_it_was_written_with_blanks_around_it() throws IOException {
        assertThat(PemKeys.publicKey(file("\n " + PemKeys.text(ACME.getPublic()) + "\r\n")))
                .isEqualTo(ACME.getPublic());
        assertThat(PemKeys.privateKey(file(PemKeys.text(ACME.getPrivate())))).isEqualTo(ACME.getPrivate());
    }

    @Test
    void the_text_of_a_key_is_that_of_a_pem_file() {
        assertThat(PemKeys.text(ACME.getPublic()))
                .matches("-----BEGIN PUBLIC KEY-----\n[A-Za-z0-9+/=]{60}\n-----END PUBLIC KEY-----\n");
        assertThat(PemKeys.text(TestKeys.rsa().getPrivate()))
                .startsWith("-----BEGIN PRIVATE KEY-----\n")
                .endsWith("\n-----END PRIVATE KEY-----\n");
        assertThat(PemKeys.text(TestKeys.rsa().getPublic()).lines())
                .hasSizeGreaterThan(5)
                .allMatch(line -> line.length() <= 64);
    }

    private void unusable(String kind, boolean underlying, String text) throws IOException {
        Path file = file(text);
        boolean secret = kind.equals("PRIVATE KEY");
        refused(
                "KEY_UNUSABLE",
                () -> assertThat(secret ? PemKeys.privateKey(file) : PemKeys.publicKey(file))
                        .isNull(),
                e -> {
                    assertThat(e.value()).contains("key.pem");
                    assertThat(e.rule()).contains("BEGIN " + kind, "END " + kind);
                    assertThat(e.getCause() != null).isEqualTo(underlying);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRIVATE KEY", "PUBLIC KEY"})
    void what_is_no_key_of_the_wanted_kind_is_refused(String kind) throws IOException {
        boolean secret = kind.equals("PRIVATE KEY");
        String begin = "-----BEGIN " + kind + "-----\n";
        String end = "\n-----END " + kind + "-----\n";
        unusable(kind, false, "");
        unusable(kind, false, PemKeys.text(secret ? ACME.getPublic() : ACME.getPrivate()));
        unusable(kind, true, begin + "A" + end);
        unusable(kind, true, begin + "AAAA" + end);
        unusable(
                kind,
                true,
                PemKeys.text(
                        secret ? TestKeys.rsa().getPrivate() : TestKeys.rsa().getPublic()));
    }

    @Test
    void a_file_that_is_not_there_and_one_without_end_are_refused() throws IOException {
        refused(
                "KEY_UNUSABLE",
                () -> PemKeys.publicKey(folder.resolve("none.pem")),
                e -> assertThat(e).hasCauseInstanceOf(NoSuchFileException.class));
        unusable("PUBLIC KEY", false, " ".repeat(10_000) + PemKeys.text(ACME.getPublic()));
        refused(
                "KEY_UNUSABLE",
                () -> PemKeys.publicKey(file("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")),
                e -> assertThat(e).hasCauseInstanceOf(GeneralSecurityException.class));
    }
}
