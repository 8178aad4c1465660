package org.complaintkit.rules.trust;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.policy.Nearest;
import org.complaintkit.rules.trust.PackStatement.Signed;
import org.jspecify.annotations.Nullable;

/** The keys of those whose packs a host takes in, by the name that they sign with. Immutable and thread-safe. */
public final class TrustList {
    private static final String ENDING = ".pem";

    private final Map<String, PublicKey> keys;

    private TrustList(Map<String, PublicKey> keys) {
        this.keys = Collections.unmodifiableMap(new TreeMap<>(keys));
    }

    /** Keys that the host holds by other means. */
    public static TrustList of(Map<String, PublicKey> keys) {
        return new TrustList(keys);
    }

    /**
     * The public keys in a folder: {@code NAME.pem} is the key of the signer NAME.
     *
     * @throws InvalidInputException if the folder or a key cannot be read
     */
    public static TrustList read(Path folder) {
        Map<String, PublicKey> keys = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                keys.put(name.substring(0, name.length() - ENDING.length()), PemKeys.publicKey(file));
            }
        } catch (IOException e) {
            throw InvalidInputException.of("TRUST_LIST", "folder of trusted keys")
                    .value(folder)
                    .rule("a folder with public keys as NAME" + ENDING)
                    .wayOut("check the path and the rights")
                    .cause(e)
                    .build();
        }
        return new TrustList(keys);
    }

    /** The names of the signers, sorted. */
    public Set<String> signers() {
        return keys.keySet();
    }

    /**
     * Makes sure that a signer of this list vouches for a pack exactly as it is.
     *
     * @param pack what the pack is called
     * @param signature the content of {@link PackStatement#FILE}, null if there is none
     * @param digests of all other files of the pack, by name; see {@link PackStatement#digest(byte[])}
     * @return what the signer says
     * @throws InvalidInputException as {@link #signed} says, or PACK_CHANGED
     */
    public PackStatement verify(String pack, @Nullable String signature, Map<String, String> digests) {
        PackStatement statement = signed(pack, signature);
        statement.requireUnchanged(pack, digests);
        return statement;
    }

    /**
     * What a signer of this list says of a pack, whether or not it is true of the files as they are.
     *
     * @throws InvalidInputException PACK_UNSIGNED, PACK_SIGNATURE_MALFORMED, PACK_SIGNATURE_OLD, PACK_SIGNER_UNKNOWN or
     *     PACK_SIGNATURE_FORGED
     */
    public PackStatement signed(String pack, @Nullable String signature) {
        if (signature == null) {
            throw refusal("PACK_UNSIGNED", pack)
                    .rule("the host takes in signed packs only, and this one has no " + PackStatement.FILE)
                    .wayOut("ask its author for a signed pack")
                    .build();
        }
        Signed signed = PackStatement.read(signature);
        PackStatement statement = signed.statement();
        PublicKey key = keys.get(statement.signer());
        if (key == null) {
            throw refusal("PACK_SIGNER_UNKNOWN", pack)
                    .value(statement.signer())
                    .rule("signed by one of " + keys.keySet())
                    .wayOut(Nearest.hint(
                            statement.signer(),
                            keys.keySet(),
                            "put the signer's public key on the list, if you trust it"))
                    .build();
        }
        if (!signed.isBy(key)) {
            throw refusal("PACK_SIGNATURE_FORGED", pack)
                    .value(statement.signer())
                    .rule("the signature is not made with the key that the list holds for this signer")
                    .wayOut("do not use the pack; ask the signer whether the key is a new one")
                    .build();
        }
        return statement;
    }

    private static InvalidInputException.Builder refusal(String code, String pack) {
        return InvalidInputException.of(code, "pack " + pack);
    }
}
