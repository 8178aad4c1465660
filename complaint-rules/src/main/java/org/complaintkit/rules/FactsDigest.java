package org.complaintkit.rules;

import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.complaintkit.decision.Stage;
import org.complaintkit.rules.pack.Digest;
import org.complaintkit.rules.stage.StageFact;

/** Fingerprint of the facts that compiled rules are linked against: when what they offer changes, compiled packs are stale. */
final class FactsDigest {
    private FactsDigest() {}

    private static final class Computed {
        private static final String DIGEST = compute();
    }

    static String get() {
        return Computed.DIGEST;
    }

    private static String compute() {
        Map<String, byte[]> signatures = new HashMap<>();
        for (Stage stage : Stage.values()) {
            String name = StageFact.class.getPackageName() + "." + stage.fact();
            signatures.put(name, signatures(name).getBytes(StandardCharsets.UTF_8));
        }
        return Digest.of(signatures);
    }

    /** What generated code can call; how it is done inside may change. */
    private static String signatures(String className) {
        try {
            return Arrays.stream(Class.forName(className).getMethods())
                    .filter(method -> method.getDeclaringClass() != Object.class)
                    .map(method -> method.getName()
                            + MethodType.methodType(method.getReturnType(), method.getParameterTypes()))
                    .sorted()
                    .collect(Collectors.joining("\n"));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("every stage has a fact", e);
        }
    }
}
