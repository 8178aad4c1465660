package org.complaintkit.rules.trust;

import java.io.IOException;
import java.io.InputStream;
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
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.calendar.InvalidInputException;

/**
 * What a signer says of a pack: these files, with these bytes. Text that people can read, one file a line, with an
 * Ed25519 signature over all of it as its last line. Immutable.
 *
 * <p>This is the second form of the text: it names all files that are shipped with the pack. The first left out what is
 * never read to run it (worked cases, README, licence), so that these could be exchanged under a good signature; it is
 * refused.
 *
 * @param signer by what name the signer's key is known to hosts: letters, digits, {@code . _ -}, at most 100
 * @param digests SHA-256 by name of file, hexadecimal; names have {@code /} between folders, letters, digits, {@code . _ -}
 *     and no more than 200 of them, and none begins with a point
 */
public record PackStatement(String signer, SortedMap<String, String> digests) {
    /** Its name beside the other files of the pack. */
    public static final String FILE = "pack.sig";

    /** Greatest size of the file. */
    public static final int MAX_BYTES = 1 << 16;

    /** Greatest size of a file that is signed. */
    public static final int MAX_FILE_BYTES = 64 << 20;

    private static final String FIRST = "complaintkit-pack 2\n";
    private static final String OLD = "complaintkit-pack 1\n";
    private static final int LONGEST_NAME = 200;
    private static final Pattern SIGNER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*+(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*+)*+");
    private static final int SIGNATURE_BYTES = 97;
    private static final Pattern LINE = Pattern.compile("sha256 ([0-9a-f]{64}) (\\S+)\n");
    private static final Pattern TEXT = Pattern.compile(
            "complaintkit-pack 2\nsigner (\\S+)\n((?:sha256 [0-9a-f]{64} \\S+\n)+)ed25519 ([A-Za-z0-9+/]{86}==)\n");

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
            if (!named(name)) {
                throw InvalidInputException.of("PACK_FILE_NAME", "file of a pack")
                        .value(name)
                        .rule("letters, digits, . _ and -, the first no point, at most " + LONGEST_NAME)
                        .wayOut("rename the file, or keep it outside the pack")
                        .build();
            }
        });
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
    }

    private static boolean named(String name) {
        return name.length() <= LONGEST_NAME
                && !name.contains("..")
                && NAME.matcher(name).matches();
    }

    /** What a statement says of a file with these bytes: SHA-256, hexadecimal. */
    public static String digest(byte[] file) {
        return HexFormat.of().formatHex(sha256().digest(file));
    }

    /**
     * The same of a file that is too large to be held.
     *
     * @param name of the file, for the refusal
     * @throws InvalidInputException code {@code PACK_FILE_TOO_LARGE} beyond {@link #MAX_FILE_BYTES}
     */
    public static String digest(String name, InputStream file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 13];
        long size = 0;
        for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
            digest.update(buffer, 0, read);
            size += read;
            if (size > MAX_FILE_BYTES) {
                throw InvalidInputException.of("PACK_FILE_TOO_LARGE", "file of a pack")
                        .value(name)
                        .rule("at most " + MAX_FILE_BYTES + " bytes")
                        .wayOut("divide the file, or keep it outside the pack")
                        .build();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * The file, signed.
     *
     * @throws InvalidInputException code {@code KEY_UNUSABLE}, or {@code PACK_TOO_MANY_FILES} if the text is longer than
     *     {@link #MAX_BYTES}
     */
    public byte[] signedWith(PrivateKey key) {
        if (body().length > MAX_BYTES - SIGNATURE_BYTES) {
            throw InvalidInputException.of("PACK_TOO_MANY_FILES", FILE)
                    .value(digests.size())
                    .rule("a list of files of at most " + MAX_BYTES + " bytes")
                    .wayOut("put worked cases together, or keep them outside the pack")
                    .build();
        }
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
     * @throws InvalidInputException code {@code PACK_SIGNATURE_MALFORMED}, or {@code PACK_SIGNATURE_OLD} for the first form
     */
    static Signed read(String file) {
        if (file.startsWith(OLD)) {
            throw InvalidInputException.of("PACK_SIGNATURE_OLD", FILE)
                    .value(OLD.strip())
                    .rule("a signature of the second form: the first left worked cases, README and licence out")
                    .wayOut("sign the pack again, or ask its author to")
                    .build();
        }
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
            if (!named(line.group(2)) || digests.put(line.group(2), line.group(1)) != null) {
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

    /**
     * Makes sure that the files are what the statement says.
     *
     * @param pack what the pack is called
     * @param found digests of the files as they are, by name
     * @throws InvalidInputException code {@code PACK_CHANGED}
     */
    public void requireUnchanged(String pack, Map<String, String> found) {
        List<String> differences = differences(found);
        if (!differences.isEmpty()) {
            throw InvalidInputException.of("PACK_CHANGED", "pack " + pack)
                    .value(String.join(", ", differences))
                    .rule("every file is as it was when " + signer + " signed")
                    .wayOut("get the pack anew from its author, or sign it again after checking the changes")
                    .build();
        }
    }

    /** {@code changed x}, {@code added x}, {@code missing x}. */
    List<String> differences(Map<String, String> found) {
        List<String> differences = new ArrayList<>();
        digests.forEach((name, digest) -> {
            if (!found.containsKey(name)) {
                differences.add("missing " + name);
            } else if (!digest.equals(found.get(name))) {
                differences.add("changed " + name);
            }
        });
        new TreeSet<>(found.keySet())
                .stream().filter(name -> !digests.containsKey(name)).forEach(name -> differences.add("added " + name));
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
