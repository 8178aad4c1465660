package org.complaintkit.rules.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Map;
import org.complaintkit.rules.PackCompiler;
import org.complaintkit.rules.PackSigner;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.drools.GeneratedRules;
import org.complaintkit.rules.trust.TrustList;

/** A compiled pack with a signature, and who is trusted. */
record SignedPack(Path folder, TrustList trusted) {
    static Path compiled() {
        try {
            Path folder = OurPack.sixty();
            PackCompiler.compile(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SignedPack of(Path folder) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            PackSigner.sign(folder, "benchmark", pair.getPrivate());
            return new SignedPack(folder, TrustList.of(Map.of("benchmark", pair.getPublic())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The classes that the wall looks at whenever a compiled pack in a folder is loaded. */
    static Map<String, byte[]> classes(Path folder) {
        try {
            return GeneratedRules.read(Files.readAllBytes(folder.resolve("compiled/classes.zip")))
                    .classes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Object load() {
        try (Packs packs = Packs.folder(folder, trusted)) {
            return packs.ids();
        }
    }

    static Object load(Path folder) {
        try (Packs packs = Packs.folder(folder)) {
            return packs.ids();
        }
    }
}
