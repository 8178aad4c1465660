package org.complaintkit.rules.trust;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Pairs of keys, the same in every run. */
final class TestKeys {
    private TestKeys() {}

    static KeyPair ed25519(long seed) {
        return pair("Ed25519", 255, seed);
    }

    static KeyPair rsa() {
        return pair("RSA", 2048, 3);
    }

    private static KeyPair pair(String algorithm, int size, long seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    /** What a signer says of files as they are. */
    static PackStatement statement(String signer, Map<String, byte[]> files) {
        return new PackStatement(signer, digests(files));
    }

    static SortedMap<String, String> digests(Map<String, byte[]> files) {
        SortedMap<String, String> digests = new TreeMap<>();
        files.forEach((name, bytes) -> digests.put(name, PackStatement.digest(bytes)));
        return digests;
    }
}
