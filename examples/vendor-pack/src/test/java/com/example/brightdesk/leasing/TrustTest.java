package com.example.brightdesk.leasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Map;
import java.util.stream.Stream;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.trust.TrustList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that takes in signed packs only, and this one as the build has left it. */
class TrustTest {
    private static final String FOLDER = "com/example/brightdesk/leasing";
    private static final TrustList TRUSTED = TrustList.read(Path.of("keys/trusted"));

    private static Packs host(Path classes, TrustList trusted) throws IOException {
        URL[] path = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, Packs.class.getClassLoader())) {
            return Packs.onClassPath(loader, trusted);
        }
    }

    @Test
    void a_host_that_knows_the_vendor_takes_the_pack_in() throws IOException {
        try (Packs packs = host(Path.of("target/classes"), TRUSTED)) {
            assertThat(packs.added()).containsExactly("LCL");
            assertThat(packs.get("LCL").policy().pack().version()).isEqualTo("1.0.0");
        }
    }

    @Test
    void a_host_that_does_not_know_the_vendor_refuses_it() {
        assertThatThrownBy(() -> host(Path.of("target/classes"), TrustList.of(Map.of())))
                .hasMessageContaining("PACK_SIGNER_UNKNOWN")
                .hasMessageContaining("brightdesk");
    }

    @Test
    void a_name_on_the_list_with_another_key_is_no_friend() throws GeneralSecurityException {
        PublicKey stranger =
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();

        assertThatThrownBy(() -> host(Path.of("target/classes"), TrustList.of(Map.of("brightdesk", stranger))))
                .hasMessageContaining("PACK_SIGNATURE_FORGED");
    }

    @Test
    void what_somebody_changed_on_the_way_is_named(@TempDir Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("target/classes"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(Path.of("target/classes").relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        Path table = copy.resolve(FOLDER).resolve("deadlines.csv");
        Files.writeString(table, Files.readString(table).replace("24 hours", "48 hours"));

        assertThatThrownBy(() -> Packs.folder(copy.resolve(FOLDER), TRUSTED))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo("PACK_CHANGED"))
                .hasMessageContaining("changed deadlines.csv");
    }
}
