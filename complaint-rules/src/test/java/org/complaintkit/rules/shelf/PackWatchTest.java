package org.complaintkit.rules.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.rules.PackCompiler;
import org.complaintkit.rules.PackSigner;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.shelf.PackWatch.Sight;
import org.complaintkit.rules.trust.TrustList;
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
    void a_pack_under_another_id_is_refused_and_brings_in_nothing() throws IOException {
        TestPack.good().writeTo(folder);
        try (PackShelf shelf = PackShelf.of(Packs.folder(folder))) {
            PackWatch watch = PackWatch.of(folder, shelf);
            edit("pack.json", "\"id\": \"TST\"", "\"id\": \"TSZ\"");
            assertThat(watch.look().sight()).isEqualTo(Sight.SETTLING);
            PackWatch.Look other = watch.look();
            assertThat(other.sight()).isEqualTo(Sight.REFUSED);
            assertThat(other.fault())
                    .isNotNull()
                    .hasMessageContaining("OTHER_PACK")
                    .hasMessageContaining("TSZ");
            assertThat(shelf.ids()).containsExactly("TST");
            assertThat(watch.look().sight()).isEqualTo(Sight.SAME);

            edit("pack.json", "\"id\": \"TSZ\"", "\"id\": \"TST\"");
            edit("pack.json", "\"version\": \"1.0.0\"", "\"version\": \"1.1.0\"");
            assertThat(twice(watch)).isEqualTo(Sight.ACTIVATED);
            assertThat(active(shelf)).isEqualTo("1.1.0");
        }
    }

    @Test
    void of_a_folder_that_is_broken_at_first_the_first_pack_that_is_good_says_the_id() throws IOException {
        TestPack.good().writeTo(folder);
        try (PackShelf shelf = PackShelf.of(Packs.folder(folder))) {
            edit("pack.json", "\"version\": \"1.0.0\",", "\"version\": \"1.1.0\"");
            PackWatch watch = PackWatch.of(folder, shelf);
            edit("pack.json", "\"version\": \"1.1.0\"", "\"version\": \"1.1.0\",");
            assertThat(twice(watch)).isEqualTo(Sight.ACTIVATED);
            edit("pack.json", "\"id\": \"TST\"", "\"id\": \"TSZ\"");
            assertThat(twice(watch)).isEqualTo(Sight.REFUSED);
        }
    }

    @Test
    void a_version_of_a_later_day_is_taken_in_and_leaves_the_days_before_it_as_they_were() throws IOException {
        TestPack.good().writeTo(folder);
        try (PackShelf shelf = PackShelf.of(Packs.folder(folder))) {
            PackVersion first = shelf.get("TST").policy().pack();
            PackWatch watch = PackWatch.of(folder, shelf).keeping(version -> false);
            edit("pack.json", "\"effectiveFrom\": \"2024-01-01\"", "\"effectiveFrom\": \"2027-01-01\"");
            for (int i = 1; i <= 2; i++) {
                edit("pack.json", "\"version\": \"1." + (i - 1) + ".0\"", "\"version\": \"1." + i + ".0\"");
                assertThat(twice(watch)).isEqualTo(Sight.ACTIVATED);
            }
            assertThat(shelf.current(List.of("TST")))
                    .extracting(book -> book.policy().pack().version())
                    .containsExactly("1.2.0", "1.0.0");
            assertThat(shelf.on("TST", LocalDate.of(2026, 12, 31))).contains(shelf.get(first));
            assertThat(shelf.on("TST", LocalDate.of(2027, 1, 1))).contains(shelf.get("TST"));

            edit("pack.json", "\"effectiveTo\": null", "\"effectiveTo\": \"2027-12-31\"");
            edit("pack.json", "\"effectiveFrom\": \"2027-01-01\"", "\"effectiveFrom\": \"2027-02-01\"");
            assertThat(watch.look().sight()).isEqualTo(Sight.SETTLING);
            assertThat(watch.look().fault()).isNotNull().hasMessageContaining("VERSION_INSIDE_ANOTHER");
            assertThat(active(shelf)).isEqualTo("1.2.0");
        }
    }

    @Test
    void a_folder_that_is_gone_takes_nothing_with_it() throws IOException {
        Path pack = TestPack.good().writeTo(folder.resolve("tst"));
        try (PackShelf shelf = PackShelf.of(Packs.folder(pack))) {
            PackWatch watch = PackWatch.of(pack, shelf);
            Files.move(pack, folder.resolve("aside"));
            assertThat(watch.look().sight()).isEqualTo(Sight.SETTLING);
            for (int i = 0; i < 2; i++) {
                PackWatch.Look gone = watch.look();
                assertThat(gone.sight()).isEqualTo(Sight.REFUSED);
                assertThat(gone.fault()).isNotNull().hasMessageContaining("PACK_FOLDER");
            }
            Files.move(folder.resolve("aside"), pack);
            assertThat(watch.look().sight()).isEqualTo(Sight.SETTLING);
            assertThat(watch.look().sight()).isEqualTo(Sight.SAME);
            assertThat(shelf.versions("TST")).hasSize(1);
        }
    }

    @Test
    void a_file_that_cannot_be_read_hides_no_later_edit() throws IOException {
        TestPack.good().writeTo(folder);
        try (PackShelf shelf = PackShelf.of(Packs.folder(folder))) {
            PackWatch watch = PackWatch.of(folder, shelf);
            Files.createSymbolicLink(folder.resolve(".#pack.json"), Path.of("nobody@nowhere"));
            assertThat(watch.look().sight()).isEqualTo(Sight.SAME);
            Path rules = folder.resolve("classification.drl");
            Files.move(rules, folder.resolve(".aside"));
            Files.createSymbolicLink(rules, Path.of(".nowhere"));
            assertThat(twice(watch)).isEqualTo(Sight.REFUSED);
            edit("pack.json", "\"version\": \"1.0.0\"", "\"version\": \"1.1.0\"");
            assertThat(twice(watch)).isEqualTo(Sight.REFUSED);
            PackWatch.Look again = watch.look();
            assertThat(again.sight()).isEqualTo(Sight.REFUSED);
            assertThat(again.fault()).isNotNull().hasMessageContaining("PACK_FOLDER");

            Files.move(folder.resolve(".aside"), folder.resolve(".nowhere"));
            assertThat(twice(watch)).isEqualTo(Sight.ACTIVATED);
            assertThat(active(shelf)).isEqualTo("1.1.0");
        }
    }

    @Test
    void what_could_not_be_read_for_a_moment_is_tried_again_though_it_did_not_change() throws IOException {
        TestPack.good().writeTo(folder);
        AtomicBoolean full = new AtomicBoolean(true);
        try (PackShelf shelf = PackShelf.of(Packs.folder(folder))) {
            PackWatch watch =
                    new PackWatch(folder, shelf, path -> Packs.folder(full.get() ? path.resolve("nowhere") : path));
            edit("pack.json", "\"version\": \"1.0.0\"", "\"version\": \"1.1.0\"");
            assertThat(twice(watch)).isEqualTo(Sight.REFUSED);
            assertThat(watch.look().sight()).isEqualTo(Sight.REFUSED);
            full.set(false);
            assertThat(watch.look().sight()).isEqualTo(Sight.ACTIVATED);
        }
    }

    private static Sight twice(PackWatch watch) {
        assertThat(watch.look().sight()).isEqualTo(Sight.SETTLING);
        return watch.look().sight();
    }

    private static String active(PackShelf shelf) {
        return shelf.get("TST").policy().pack().version();
    }

    @Test
    void a_host_that_takes_in_signed_packs_only_is_not_given_an_unsigned_edit() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        TrustList trusted = TrustList.of(Map.of("acme", pair.getPublic()));
        TestPack.good().writeTo(folder);
        PackSigner.sign(folder, "acme", pair.getPrivate());
        try (PackShelf shelf = PackShelf.of(Packs.folder(folder, trusted))) {
            PackWatch watch = PackWatch.of(folder, shelf, trusted);
            edit("pack.json", "\"version\": \"1.0.0\"", "\"version\": \"1.1.0\"");
            assertThat(watch.look().sight()).isEqualTo(Sight.SETTLING);
            PackWatch.Look unsigned = watch.look();
            assertThat(unsigned.sight()).isEqualTo(Sight.REFUSED);
            assertThat(unsigned.fault()).isNotNull().hasMessageContaining("PACK_CHANGED");
            assertThat(active(shelf)).isEqualTo("1.0.0");

            PackSigner.sign(folder, "acme", pair.getPrivate());
            assertThat(twice(watch)).isEqualTo(Sight.ACTIVATED);
            assertThat(active(shelf)).isEqualTo("1.1.0");
        }
    }

    @Test
    void of_versions_that_were_replaced_those_stay_that_somebody_needs_and_the_one_to_go_back_to() throws IOException {
        TestPack.good().writeTo(folder);
        try (PackShelf shelf = PackShelf.of(Packs.folder(folder))) {
            PackVersion first = shelf.get("TST").policy().pack();
            Set<PackVersion> needed = new HashSet<>(Set.of(first));
            PackWatch watch = PackWatch.of(folder, shelf).keeping(needed::contains);
            for (int i = 1; i <= 4; i++) {
                edit("pack.json", "\"version\": \"1." + (i - 1) + ".0\"", "\"version\": \"1." + i + ".0\"");
                assertThat(twice(watch)).isEqualTo(Sight.ACTIVATED);
            }
            assertThat(shelf.versions("TST"))
                    .extracting(PackVersion::version)
                    .containsExactly("1.0.0", "1.3.0", "1.4.0");

            needed.clear();
            assertThat(shelf.retireUnused("TST", needed::contains)).containsExactly(first);
            assertThat(shelf.rollback("TST").version()).isEqualTo("1.3.0");
        }
    }

    @Test
    void classes_that_were_damaged_are_looked_at_again_once_they_are_whole() throws IOException {
        PackCompiler.compile(TestPack.good().writeTo(folder));
        try (PackShelf shelf = PackShelf.of(Packs.folder(folder))) {
            PackWatch watch = PackWatch.of(folder, shelf);
            edit("pack.json", "\"version\": \"1.0.0\"", "\"version\": \"1.1.0\"");
            PackCompiler.compile(folder);
            Path classes = folder.resolve("compiled/classes.zip");
            byte[] whole = Files.readAllBytes(classes);
            byte[] bent = whole.clone();
            bent[whole.length / 2] ^= 1;
            Files.write(classes, bent);
            assertThat(twice(watch)).isEqualTo(Sight.REFUSED);
            assertThat(watch.look().sight()).isEqualTo(Sight.SAME);

            Files.write(classes, whole);
            assertThat(twice(watch)).isEqualTo(Sight.ACTIVATED);
            assertThat(active(shelf)).isEqualTo("1.1.0");
        }
    }

    @Test
    void what_is_no_fault_of_the_pack_is_told_and_tried_again() throws IOException {
        TestPack.good().writeTo(folder);
        AtomicBoolean broken = new AtomicBoolean(true);
        try (PackShelf shelf = PackShelf.of(Packs.folder(folder))) {
            PackWatch watch = new PackWatch(folder, shelf, path -> {
                if (broken.get()) {
                    throw new IllegalStateException("no room");
                }
                return Packs.folder(path);
            });
            edit("pack.json", "\"version\": \"1.0.0\"", "\"version\": \"1.1.0\"");
            assertThat(twice(watch)).isEqualTo(Sight.REFUSED);
            PackWatch.Look again = watch.look();
            assertThat(again.sight()).isEqualTo(Sight.REFUSED);
            assertThat(again.fault())
                    .isNotNull()
                    .hasMessageContaining("PACK_NOT_LOADED")
                    .hasRootCauseMessage("no room");

            broken.set(false);
            watch.keeping(version -> {
                throw new IllegalStateException("no database");
            });
            assertThat(watch.look().sight()).isEqualTo(Sight.ACTIVATED);
            edit("pack.json", "\"version\": \"1.1.0\"", "\"version\": \"1.2.0\"");
            assertThat(watch.look().sight()).isEqualTo(Sight.SETTLING);
            PackWatch.Look kept = watch.look();
            assertThat(kept.sight()).isEqualTo(Sight.ACTIVATED);
            assertThat(kept.fault()).isNotNull().hasRootCauseMessage("no database");
            assertThat(active(shelf)).isEqualTo("1.2.0");
            assertThat(watch.look().sight()).isEqualTo(Sight.SAME);
        }
    }
}
