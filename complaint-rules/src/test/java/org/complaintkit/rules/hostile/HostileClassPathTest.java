package org.complaintkit.rules.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.trust.TrustList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars on the class path that pass off their packs as ours, or add files to ours. */
class HostileClassPathTest {
    @TempDir
    private Path folder;

    private URLClassLoader loader() throws IOException {
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, Packs.class.getClassLoader());
    }

    private void index(String... folders) throws IOException {
        Path index = folder.resolve("META-INF/complaintkit/packs");
        Files.createDirectories(index.getParent());
        Files.writeString(index, String.join("\n", folders));
    }

    @Test
    void a_pack_in_a_folder_named_like_ours_needs_a_signature_all_the_same() throws IOException {
        TestPack.good().writeTo(folder.resolve("org/complaintkit/packs/tst"));
        index("org/complaintkit/packs/tst");
        try (URLClassLoader loader = loader()) {
            assertThatThrownBy(() -> Packs.onClassPath(loader, TrustList.of(Map.of())))
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            e -> assertThat(e.code()).isEqualTo("PACK_UNSIGNED"));
        }
    }

    @Test
    void a_pack_of_ours_is_read_from_our_place_whatever_others_lay_over_it() throws IOException {
        Path over = Files.createDirectories(folder.resolve("org/complaintkit/packs/rcc"));
        Files.writeString(over.resolve("pauses.csv"), "evil");
        Files.writeString(over.resolve("classification.drl"), "evil");
        index();
        try (URLClassLoader first = new FirstOwn(folder);
                Packs packs = Packs.onClassPath(first)) {
            assertThat(packs.get("RCC").rules()).isNotEmpty();
            assertThat(packs.added()).isEmpty();
        }
    }

    /** Looks into its own folder first, as containers of web applications do. */
    private static final class FirstOwn extends URLClassLoader {
        FirstOwn(Path folder) throws IOException {
            super(new URL[] {folder.toUri().toURL()}, Packs.class.getClassLoader());
        }

        @Override
        public URL getResource(String name) {
            URL own = findResource(name);
            return own == null ? super.getResource(name) : own;
        }
    }
}
