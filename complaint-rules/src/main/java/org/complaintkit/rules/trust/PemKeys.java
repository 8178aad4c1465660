package org.complaintkit.rules.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.calendar.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Ed25519 keys in PEM files, as {@code openssl genpkey -algorithm ed25519} and {@code openssl pkey -pubout} write them. Not
 * for encrypted private keys: a host that needs those reads them with its own key store.
 */
public final class PemKeys {
    private static final int MAX_BYTES = 10_000;

    private PemKeys() {}

    /**
     * Reads a private key (PKCS 8).
     *
     * @throws InvalidInputException code {@code KEY_UNUSABLE}; what the file contains is never quoted
     */
    public static PrivateKey privateKey(Path file) {
        byte[] encoded = encoded(file, "PRIVATE KEY");
        try {
            return factory().generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw unusable(file, "PRIVATE KEY", e);
        }
    }

    /**
     * Reads a public key (X.509).
     *
     * @throws InvalidInputException code {@code KEY_UNUSABLE}
     */
    public static PublicKey publicKey(Path file) {
        byte[] encoded = encoded(file, "PUBLIC KEY");
        try {
            return factory().generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw unusable(file, "PUBLIC KEY", e);
        }
    }

    /** A key as the text of a PEM file. */
    public static String text(Key key) {
        String kind = key instanceof PrivateKey ? "PRIVATE KEY" : "PUBLIC KEY";
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END " + kind + "-----\n";
    }

    private static byte[] encoded(Path file, String kind) {
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(MAX_BYTES), StandardCharsets.US_ASCII);
            Matcher pem = Pattern.compile(
                            "\\s*-----BEGIN " + kind + "-----\\s([A-Za-z0-9+/=\\s]+)-----END " + kind + "-----\\s*")
                    .matcher(text);
            if (!pem.matches()) {
                throw unusable(file, kind, null);
            }
            return Base64.getDecoder().decode(pem.group(1).replaceAll("\\s", ""));
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(file, kind, e);
        }
    }

    private static KeyFactory factory() {
        try {
            return KeyFactory.getInstance("Ed25519");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java has Ed25519 since version 15", e);
        }
    }

    private static InvalidInputException unusable(Path file, String kind, @Nullable Exception cause) {
        InvalidInputException.Builder error = InvalidInputException.of("KEY_UNUSABLE", "key file")
                .value(file)
                .rule("an Ed25519 key that is not encrypted, between BEGIN " + kind + " and END " + kind)
                .wayOut(
                        "make a pair with: openssl genpkey -algorithm ed25519 -out private.pem; openssl pkey -in private.pem"
                                + " -pubout -out NAME.pem");
        return (cause == null ? error : error.cause(cause)).build();
    }
}
