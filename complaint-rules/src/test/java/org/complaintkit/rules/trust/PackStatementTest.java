package org.complaintkit.rules.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.trust.PackStatement.Signed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackStatementTest {
    private static final KeyPair ACME = TestKeys.ed25519(1);
    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String signed(PackStatement statement) {
        return new String(statement.signedWith(ACME.getPrivate()), StandardCharsets.UTF_8);
    }

    private static void malformed(String value, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(InvalidInputException.class, e -> {
            assertThat(e.code()).isEqualTo("PACK_SIGNATURE_MALFORMED");
            assertThat(e.value()).isEqualTo(value);
        });
    }

    @Test
    void it_is_one_line_for_each_file_in_the_order_of_the_names_and_the_signature_last() {
        String text = signed(TestKeys.statement("acme", Map.of("pack.json", bytes(""), "a/b.csv", bytes(""))));
        assertThat(text)
                .startsWith("complaintkit-pack 2\nsigner acme\nsha256 " + NOTHING + " a/b.csv\nsha256 " + NOTHING
                        + " pack.json\ned25519 ")
                .endsWith("==\n");
        assertThat(text.lines()).hasSize(5);
    }

    @Test
    void what_was_signed_is_read_again_and_is_by_the_one_who_signed() {
        PackStatement statement = TestKeys.statement("acme", Map.of("pack.json", bytes("{}")));
        Signed read = PackStatement.read(signed(statement));
        assertThat(read.statement()).isEqualTo(statement);
        assertThat(read.isBy(ACME.getPublic())).isTrue();
        assertThat(read.isBy(TestKeys.ed25519(2).getPublic())).isFalse();
        assertThat(read.isBy(TestKeys.rsa().getPublic()))
                .as("a key of another kind")
                .isFalse();
    }

    @Test
    void it_tells_what_is_missing_changed_and_added() {
        PackStatement statement =
                TestKeys.statement("acme", Map.of("a.csv", bytes("1"), "b.csv", bytes("2"), "c.csv", bytes("3")));
        assertThat(statement.differences(
                        TestKeys.digests(Map.of("a.csv", bytes("1"), "b.csv", bytes("2"), "c.csv", bytes("3")))))
                .isEmpty();
        assertThat(statement.differences(
                        TestKeys.digests(Map.of("b.csv", bytes("x"), "c.csv", bytes("3"), "d.csv", bytes("")))))
                .containsExactly("missing a.csv", "changed b.csv", "added d.csv");
    }

    @Test
    void its_digests_cannot_be_changed_afterwards() {
        TreeMap<String, String> digests = new TreeMap<>(Map.of("a.csv", NOTHING));
        PackStatement statement = new PackStatement("acme", digests);
        digests.clear();
        assertThat(statement.digests()).containsOnlyKeys("a.csv");
        assertThatThrownBy(() -> statement.digests().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void it_may_be_as_long_as_its_bound_and_no_longer() {
        TreeMap<String, String> digests = new TreeMap<>();
        int room = PackStatement.MAX_BYTES
                - signed(new PackStatement("acme", digests)).length();
        int around = ("sha256 " + NOTHING + " \n").length();
        for (int file = 0; room > around + 200; file++) {
            String name = "%0100d".formatted(file);
            digests.put(name, NOTHING);
            room -= around + name.length();
        }
        String last = "a".repeat(room - around);
        digests.put(last, NOTHING);
        String text = signed(new PackStatement("acme", digests));
        assertThat(text).hasSize(PackStatement.MAX_BYTES);
        assertThat(PackStatement.read(text).statement().digests()).isEqualTo(digests);

        malformed("", () -> PackStatement.read(text + "\n"));
        digests.remove(last);
        digests.put("b" + last, NOTHING);
        refused("PACK_TOO_MANY_FILES", () -> signed(new PackStatement("acme", digests)));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void the_form_before_is_refused_with_the_way_out() {
        refused(
                "PACK_SIGNATURE_OLD",
                () -> PackStatement.read("complaintkit-pack 1\nsigner acme\nsha256 " + NOTHING + " pack.json\n"));
    }

    @Test
    void a_file_is_read_to_its_bound_and_no_further() throws IOException {
        assertThat(PackStatement.digest("a.csv", new ByteArrayInputStream(new byte[0])))
                .isEqualTo(NOTHING);
        refused("PACK_FILE_TOO_LARGE", () -> PackStatement.digest("a.csv", new Endless()));
    }

    /** Bytes without end. */
    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return length;
        }
    }

    @Test
    void the_bits_to_spare_of_the_last_digit_are_zero() {
        String text = signed(TestKeys.statement("acme", Map.of("a.csv", bytes(""))));
        int last = text.length() - "==\n".length() - 1;
        String bent = text.substring(0, last) + (char) (text.charAt(last) + 1) + text.substring(last + 1);
        assertThat(text.charAt(last)).isIn('A', 'Q', 'g', 'w');
        malformed("", () -> PackStatement.read(bent));
    }

    @Test
    void a_file_is_named_once() {
        String text = signed(TestKeys.statement("acme", Map.of("a.csv", bytes(""))));
        String line = "sha256 " + NOTHING + " a.csv\n";
        malformed("a.csv", () -> PackStatement.read(text.replace(line, line + line)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.csv", "/a.csv", "a//b", "a/", "a/.b", "a/../b", "a..b", "a\\b.csv", ".csv", "茶.csv"})
    void a_file_lies_in_the_pack_and_has_a_plain_name(String name) {
        refused("PACK_FILE_NAME", () -> TestKeys.statement("acme", Map.of(name, bytes(""))));
        String text = signed(TestKeys.statement("acme", Map.of("a.csv", bytes(""))));
        malformed(name, () -> PackStatement.read(text.replace(" a.csv\n", " " + name + "\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LICENSE", "grading.table.csv", "classification.zh-CN.txt", "cases/a/b_c-1.jsonl", "a.CSV"})
    void its_name_may_have_points_and_folders(String name) {
        assertThat(PackStatement.read(signed(TestKeys.statement("acme", Map.of(name, bytes("")))))
                        .statement()
                        .digests())
                .containsOnlyKeys(name);
    }

    @Test
    void a_name_of_two_hundred_letters_is_not_too_long() {
        String longest = "a".repeat(200);
        assertThat(TestKeys.statement("acme", Map.of(longest, bytes(""))).digests())
                .containsOnlyKeys(longest);
        refused("PACK_FILE_NAME", () -> TestKeys.statement("acme", Map.of(longest + "a", bytes(""))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-acme", ".acme", "ac me", "../acme", "茶"})
    void a_signer_is_named_in_plain_letters(String signer) {
        assertThatThrownBy(() -> TestKeys.statement(signer, Map.of()))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                    assertThat(e.code()).isEqualTo("PACK_SIGNER");
                    assertThat(e.value()).isEqualTo(signer);
                });
    }

    @Test
    void a_name_of_a_hundred_letters_is_not_too_long() {
        String longest = "a".repeat(100);
        assertThat(TestKeys.statement(longest, Map.of()).signer()).isEqualTo(longest);
        assertThatThrownBy(() -> TestKeys.statement(longest + "a", Map.of())).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_key_of_another_kind_signs_nothing() {
        assertThatThrownBy(() -> TestKeys.statement("acme", Map.of())
                        .signedWith(TestKeys.rsa().getPrivate()))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                    assertThat(e.code()).isEqualTo("KEY_UNUSABLE");
                    assertThat(e.subject()).contains("acme");
                    assertThat(e).hasCauseInstanceOf(java.security.GeneralSecurityException.class);
                });
    }
}
