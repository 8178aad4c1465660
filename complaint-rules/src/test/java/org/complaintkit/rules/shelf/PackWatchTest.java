package org.complaintkit.rules.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.shelf.PackWatch.Sight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackWatchTest {
    @TempDir
    private Path folder;

    private void edit(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }

    @Test
    void what_is_whole_and_good_becomes_active_and_what_is_not_replaces_nothing() throws IOException {
        TestPack.good().writeTo(folder);
        try (PackShelf shelf = PackShelf.of(Packs.folder(folder))) {
            PackWatch watch = PackWatch.of(folder, shelf);
            assertThat(watch.look().sight()).isEqualTo(Sight.SAME);

            String rules = Files.readString(folder.resolve("classification.drl"));
            Files.writeString(folder.resolve("classification.drl"), rules.substring(0, rules.length() / 2));
            assertThat(watch.look().sight()).isEqualTo(Sight.SETTLING);
            PackWatch.Look half = watch.look();
            assertThat(half.sight()).isEqualTo(Sight.REFUSED);
            assertThat(half.fault()).isNotNull().hasMessageContaining("classification.drl");
            assertThat(watch.look().sight()).isEqualTo(Sight.SAME);
            assertThat(shelf.get("TST").policy().pack().version()).isEqualTo("1.0.0");
            assertThat(shelf.versions("TST")).hasSize(1);

            Files.writeString(folder.resolve("classification.drl"), rules);
            edit("pack.json", "\"version\": \"1.0.0\"", "\"version\": \"1.1.0\"");
            assertThat(watch.look().sight()).isEqualTo(Sight.SETTLING);
            edit("vocabulary.csv", "Attitude", "Manners");
            assertThat(watch.look().sight()).isEqualTo(Sight.SETTLING);
            assertThat(watch.look().sight()).isEqualTo(Sight.ACTIVATED);
            assertThat(shelf.get("TST").policy().pack().version()).isEqualTo("1.1.0");
            assertThat(watch.look().sight()).isEqualTo(Sight.SAME);
        }
    }

    @Test
    void a_folder_that_is_gone_takes_nothing_with_it() throws IOException {
        Path pack = TestPack.good().writeTo(folder.resolve("tst"));
        try (PackShelf shelf = PackShelf.of(Packs.folder(pack))) {
            PackWatch watch = PackWatch.of(pack, shelf);
            Files.move(pack, folder.resolve("aside"));
            assertThat(watch.look().sight()).isEqualTo(Sight.SETTLING);
            assertThat(watch.look().sight()).isEqualTo(Sight.REFUSED);
            Files.move(folder.resolve("aside"), pack);
            assertThat(watch.look().sight()).isEqualTo(Sight.SETTLING);
            assertThat(watch.look().sight()).isEqualTo(Sight.ACTIVATED);
            assertThat(shelf.versions("TST")).hasSize(1);
        }
    }
}
