package org.complaintkit.rules.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import org.complaintkit.calendar.InvalidInputException;

/** Signatures of packs: only the text that the signer wrote is good, everything else is refused in one line. */
class PackSignatureFuzz {
    private static final String KEY = "MCowBQYDK2VwAyEAI0KRI1veHYCsMJEEx+lfcDmpjvlRQEOalLu+pqVsoyo=";
    private static final TrustList TRUSTED = TrustList.of(Map.of("fuzz.example", key()));
    private static final Map<String, String> FILES =
            Map.of("pack.json", digest("{}"), "compiled/rules.json", digest("[]"));
    private static final String TRUE = """
            complaintkit-pack 2
            signer fuzz.example
            sha256 4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945 compiled/rules.json
            sha256 44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a pack.json
            ed25519 iU9zY6D0JjFXnFB8Oi9yZ0gpW7TtlgSXABL4o+KpbYL9BsPZ982Eyb25GIeQL8WddgF6ih8tv09BOG95xZRnDw==
            """;

    @FuzzTest(maxDuration = "10m")
    void only_the_statement_itself_is_good(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            TRUSTED.verify("tea", text, FILES);
        } catch (InvalidInputException refused) {
            assertThat(refused.getMessage()).matches("[A-Z0-9_]+: \\P{Cntrl}+");
            assertThat(text).isNotEqualTo(TRUE);
            return;
        }
        assertThat(text).isEqualTo(TRUE);
    }

    private static PublicKey key() {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(KEY)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    private static String digest(String text) {
        return PackStatement.digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
