package org.complaintkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.complaintkit.decision.Stage;
import org.complaintkit.rules.pack.Digest;
import org.complaintkit.rules.stage.StageFact;
import org.junit.jupiter.api.Test;

class FactsDigestTest {
    @Test
    void is_that_of_what_compiled_rules_can_call() throws ClassNotFoundException {
        Map<String, byte[]> signatures = new HashMap<>();
        for (Stage stage : Stage.values()) {
            Class<?> fact = Class.forName(StageFact.class.getPackageName() + "." + stage.fact());
            signatures.put(fact.getName(), signatures(fact).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(FactsDigest.VALUE)
                .as("the facts have changed: write the new value down, so that packs compiled before are stale")
                .isEqualTo(Digest.of(signatures));
    }

    /** How it is done inside may change. */
    private static String signatures(Class<?> fact) {
        return Arrays.stream(fact.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .map(method ->
                        method.getName() + MethodType.methodType(method.getReturnType(), method.getParameterTypes()))
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
