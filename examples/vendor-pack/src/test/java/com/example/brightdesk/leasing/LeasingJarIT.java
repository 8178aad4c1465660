package com.example.brightdesk.leasing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.trust.TrustList;
import org.junit.jupiter.api.Test;

/** The jar as a host receives it. */
class LeasingJarIT {
    private static final Path JAR = Path.of(System.getProperty("pack.jar"));

    @Test
    void the_jar_holds_the_pack_its_compiled_part_and_its_signature_and_no_key() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> names = jar.stream().map(entry -> entry.getName()).toList();
            assertThat(names)
                    .contains(
                            "META-INF/complaintkit/packs",
                            "com/example/brightdesk/leasing/pack.json",
                            "com/example/brightdesk/leasing/pack.sig")
                    .anyMatch(name -> name.startsWith("com/example/brightdesk/leasing/compiled/"))
                    .noneMatch(name -> name.endsWith(".pem"));
        }
    }

    @Test
    void a_host_finds_the_pack_in_the_jar_and_believes_its_signature() throws IOException {
        try (Packs packs = Packs.jar(JAR, TrustList.read(Path.of("keys/trusted")))) {
            assertThat(packs.added()).containsExactly("LCL");
        }
    }
}
