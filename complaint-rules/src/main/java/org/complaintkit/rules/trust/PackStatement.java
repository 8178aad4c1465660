package org.complaintkit.rules.trust;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.calendar.InvalidInputException;

/**
 * What a signer says of a pack: these files, with these bytes. Text that people can read, one file a line, with an
 * Ed25519 signature over all of it as its last line. Immutable.
 *
 * @param signer by what name the signer's key is known to hosts: letters, digits, {@code . _ -}, at most 100
 * @param digests SHA-256 by name of file, hexadecimal
 */
public record PackStatement(String signer, SortedMap<String, String> digests) {
    /** Its name beside the other files of the pack. */
    public static final String FILE = "pack.sig";

    /** Greatest size of the file. */
    public static final int MAX_BYTES = 1 << 16;

    private static final String FIRST = "complaintkit-pack 1\n";
    private static final Pattern SIGNER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)?\\.[a-z]+");
    private static final Pattern LINE = Pattern.compile("sha256 ([0-9a-f]{64}) (\\S+)\n");
    private static final Pattern TEXT = Pattern.compile(
            "complaintkit-pack 1\nsigner (\\S+)\n((?:sha256 [0-9a-f]{64} \\S+\n)+)ed25519 ([A-Za-z0-9+/]{86}==)\n");

    /** Checks the names. */
    public PackStatement {
        if (!SIGNER.matcher(signer).matches()) {
            throw InvalidInputException.of("PACK_SIGNER", "signer of a pack")
                    .value(signer)
                    .rule("letters, digits, . _ and -, at most 100, the first a letter or a digit")
                    .wayOut("use the name under which the hosts hold the public key")
                    .build();
        }
        digests.keySet().forEach(name -> {
            if (!NAME.matcher(name).matches()) {
                throw malformed(name);
            }
        });
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
    }

    /** About files as they are. */
    public static PackStatement of(String signer, Map<String, byte[]> files) {
        SortedMap<String, String> digests = new TreeMap<>();
        files.forEach((name, bytes) -> digests.put(name, HexFormat.of().formatHex(sha256().digest(bytes))));
        return new PackStatement(signer, digests);
    }

    /** The file, signed. */
    public byte[] signedWith(PrivateKey key) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(body());
            String last = "ed25519 " + Base64.getEncoder().encodeToString(signature.sign()) + "\n";
            return (text() + last).getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw InvalidInputException.of("KEY_UNUSABLE", "private key of signer " + signer)
                    .rule("an Ed25519 key")
                    .wayOut("make one with: openssl genpkey -algorithm ed25519")
                    .cause(e)
                    .build();
        }
    }

    /**
     * Reads a file. Whether its signature is good is another question: {@link TrustList#verify} asks it.
     *
     * @throws InvalidInputException code {@code PACK_SIGNATURE_MALFORMED}
     */
    static Signed read(String file) {
        Matcher text = TEXT.matcher(file.length() > MAX_BYTES ? "" : file);
        if (!text.matches()) {
            throw malformed("");
        }
        // The last digit has bits to spare: only one way of writing them is good.
        String signature = text.group(3);
        byte[] decoded = Base64.getDecoder().decode(signature);
        if (!Base64.getEncoder().encodeToString(decoded).equals(signature)) {
            throw malformed("");
        }
        SortedMap<String, String> digests = new TreeMap<>();
        LINE.matcher(text.group(2)).results().forEach(line -> {
            if (digests.put(line.group(2), line.group(1)) != null) {
                throw malformed(line.group(2));
            }
        });
        PackStatement statement = new PackStatement(text.group(1), digests);
        return new Signed(statement, signature);
    }

    /** A statement with the signature that stands below it, in base 64. */
    record Signed(PackStatement statement, String signature) {
        boolean isBy(PublicKey key) {
            try {
                Signature verifier = Signature.getInstance("Ed25519");
                verifier.initVerify(key);
                verifier.update(statement.body());
                return verifier.verify(Base64.getDecoder().decode(signature));
            } catch (GeneralSecurityException e) {
                return false;
            }
        }
    }

    /** What differs between the statement and files as they are: {@code changed x}, {@code added x}, {@code missing x}. */
    public List<String> differences(Map<String, byte[]> files) {
        SortedMap<String, String> found = of(signer, files).digests();
        List<String> differences = new ArrayList<>();
        digests.forEach((name, digest) -> {
            if (!found.containsKey(name)) {
                differences.add("missing " + name);
            } else if (!digest.equals(found.get(name))) {
                differences.add("changed " + name);
            }
        });
        found.keySet().stream()
                .filter(name -> !digests.containsKey(name))
                .forEach(name -> differences.add("added " + name));
        return differences;
    }

    private byte[] body() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    private String text() {
        StringBuilder text =
                new StringBuilder(FIRST).append("signer ").append(signer).append('\n');
        digests.forEach((name, digest) ->
                text.append("sha256 ").append(digest).append(' ').append(name).append('\n'));
        return text.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static InvalidInputException malformed(String value) {
        return InvalidInputException.of("PACK_SIGNATURE_MALFORMED", FILE)
                .value(value)
                .rule("the text that signing wrote: signer, one line a file, signature; at most " + MAX_BYTES
                        + " bytes")
                .wayOut("sign the pack again, or get it anew from its author")
                .build();
    }
}
