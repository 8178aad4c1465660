package org.complaintkit.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.complaintkit.decision.Stage;
import org.complaintkit.rules.pack.Digest;
import org.complaintkit.rules.stage.StageFact;

/** Fingerprint of the facts that compiled rules are linked against: when a fact changes, compiled packs are stale. */
final class FactsDigest {
    private FactsDigest() {}

    private static final class Computed {
        private static final String DIGEST = compute();
    }

    static String get() {
        return Computed.DIGEST;
    }

    private static String compute() {
        Map<String, byte[]> classes = new HashMap<>();
        for (String name : new String[] {"StageFact", "Classified", "Graded", "Assigned", "ParameterName"}) {
            classes.put(name, bytes(name));
        }
        for (Stage stage : Stage.values()) {
            classes.put(stage.fact(), bytes(stage.fact()));
        }
        return Digest.of(classes);
    }

    private static byte[] bytes(String name) {
        try (InputStream in = StageFact.class.getResourceAsStream(name + ".class")) {
            if (in == null) {
                throw new IllegalStateException("the class " + name + " is not where it was loaded from");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
