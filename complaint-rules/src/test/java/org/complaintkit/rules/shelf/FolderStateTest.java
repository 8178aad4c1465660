package org.complaintkit.rules.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a watch sees of a folder: what lies in it, and nothing to which somebody's link leads. */
class FolderStateTest {
    @TempDir
    private Path temp;

    private Path pack;
    private Path elsewhere;

    @BeforeEach
    void folders() throws IOException {
        pack = Files.createDirectories(temp.resolve("pack"));
        elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
        Files.writeString(pack.resolve("pack.json"), "{}");
        Files.writeString(elsewhere.resolve("large.txt"), "one");
    }

    @Test
    void a_link_out_of_the_folder_is_seen_and_not_followed() throws IOException {
        String before = FolderState.of(pack);
        Files.createSymbolicLink(pack.resolve("all"), elsewhere);
        Files.createSymbolicLink(pack.resolve("large.txt"), elsewhere.resolve("large.txt"));
        String linked = FolderState.of(pack);
        assertThat(linked).isNotEqualTo(before);
        Files.writeString(elsewhere.resolve("large.txt"), "two");
        Files.writeString(elsewhere.resolve("another.txt"), "three");
        assertThat(FolderState.of(pack)).isEqualTo(linked);
    }

    @Test
    void a_link_to_another_place_in_the_folder_is_followed() throws IOException {
        Files.createDirectories(pack.resolve("..data"));
        Files.writeString(pack.resolve("..data/duties.csv"), "one");
        Files.createSymbolicLink(pack.resolve("duties.csv"), Path.of("..data/duties.csv"));
        String before = FolderState.of(pack);
        Files.writeString(pack.resolve("..data/duties.csv"), "two");
        assertThat(FolderState.of(pack)).isNotEqualTo(before);
    }
}
