package org.complaintkit.rules.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.model.Complaint;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.PackCompiler;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackShelfTest {
    private static final Situation CRIME = Situation.of(
            Complaint.received("C-1", Instant.EPOCH, "LETTER").category("CRIME").build(), ZoneOffset.UTC);

    @TempDir
    private static Path folder;

    @BeforeAll
    static void compile() throws IOException {
        version("1.0.0", "2024-01-01");
        version("1.1.0", "2025-07-01");
    }

    private static void version(String number, String from) throws IOException {
        Path pack = TestPack.good()
                .edited("pack.json", "\"version\": \"1.0.0\"", "\"version\": \"" + number + "\"")
                .edited("pack.json", "\"effectiveFrom\": \"2024-01-01\"", "\"effectiveFrom\": \"" + from + "\"")
                .writeTo(folder.resolve(number));
        PackCompiler.compile(pack);
    }

    private static Packs load(String number) {
        return Packs.folder(folder.resolve(number));
    }

    private static void refused(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static String active(PackShelf shelf) {
        return shelf.get("TST").policy().pack().version();
    }

    @Test
    void a_new_version_decides_and_the_old_one_stays_for_its_cases() {
        try (PackShelf shelf = PackShelf.of(load("1.0.0"))) {
            DroolsRuleBook old = shelf.get("TST");
            shelf.activate(load("1.1.0"));
            assertThat(active(shelf)).isEqualTo("1.1.0");
            assertThat(shelf.versions("TST")).extracting(PackVersion::version).containsExactly("1.0.0", "1.1.0");
            assertThat(shelf.get(old.policy().pack())).isSameAs(old);
            assertThat(shelf.books(List.of(old.policy().pack()))).containsExactly(old);
            assertThat(old.ask(Stage.CLASSIFICATION, CRIME)).isNotEmpty();
        }
    }

    @Test
    void a_pack_that_gives_more_time_than_one_above_it_never_becomes_active() throws IOException {
        Path lax = TestPack.good()
                .edited("pack.json", "\"id\": \"TST\"", "\"id\": \"LAX\"")
                .edited("deadlines.csv", "{tst.days} working days", "120 working days")
                .writeTo(folder.resolve("lax"));
        try (PackShelf shelf = PackShelf.of(load("1.0.0"));
                Packs packs = Packs.folder(lax)) {
            refused(() -> shelf.activate(packs, List.of("LAX", "TST")), "LIMIT_ABOVE_CAP");
            refused(() -> shelf.activate(packs, List.of("LAX", "TSX")), "UNKNOWN_PACK");
            assertThat(shelf.ids()).containsExactly("TST");
            shelf.activate(packs, List.of("TST", "LAX"));
            assertThat(shelf.ids()).containsExactly("LAX", "TST");
        }
    }

    @Test
    void one_goes_back_to_the_version_before_and_no_further() {
        try (PackShelf shelf = PackShelf.of(load("1.0.0"))) {
            shelf.activate(load("1.1.0"));
            assertThat(shelf.rollback("TST").version()).isEqualTo("1.0.0");
            assertThat(active(shelf)).isEqualTo("1.0.0");
            assertThat(shelf.versions("TST")).hasSize(2);
            refused(() -> shelf.rollback("TST"), "NOTHING_TO_GO_BACK_TO");
            refused(() -> shelf.rollback("TSX"), "UNKNOWN_PACK");
            shelf.activate(load("1.1.0"));
            assertThat(active(shelf)).isEqualTo("1.1.0");
            assertThat(shelf.versions("TST")).hasSize(2);
        }
    }

    @Test
    void the_version_of_a_day_is_the_newest_in_force_on_it() {
        try (PackShelf shelf = PackShelf.of(load("1.0.0"))) {
            shelf.activate(load("1.1.0"));
            assertThat(shelf.on("TST", LocalDate.of(2025, 7, 1))).contains(shelf.get("TST"));
            assertThat(shelf.on("TST", LocalDate.of(2025, 6, 30))
                            .orElseThrow()
                            .policy()
                            .pack()
                            .version())
                    .isEqualTo("1.0.0");
            assertThat(shelf.on("TST", LocalDate.of(2023, 12, 31))).isEmpty();
            shelf.rollback("TST");
            assertThat(shelf.on("TST", LocalDate.of(2025, 7, 1))
                            .orElseThrow()
                            .policy()
                            .pack()
                            .version())
                    .isEqualTo("1.0.0");
        }
    }

    @Test
    void a_version_that_begins_later_leaves_the_one_before_in_force_up_to_the_day_before() {
        try (PackShelf shelf = PackShelf.of(load("1.0.0"))) {
            assertThat(shelf.current(List.of("TST"))).containsExactly(shelf.get("TST"));
            DroolsRuleBook old = shelf.get("TST");
            shelf.activate(load("1.1.0"));

            List<Policy> desk = Stream.of(shelf.current(List.of("TST")))
                    .map(RuleBook::policy)
                    .toList();
            assertThat(desk).extracting(policy -> policy.pack().version()).containsExactly("1.1.0", "1.0.0");
            assertThat(desk).extracting(Policy::effectiveTo).containsExactly(null, LocalDate.of(2025, 6, 30));
            assertThat(desk.get(1).effectiveFrom()).isEqualTo("2024-01-01");
            assertThat(desk.get(1).pack()).isEqualTo(old.policy().pack());
            assertThat(old.policy().effectiveTo()).as("the version itself").isNull();
            assertThat(shelf.current(List.of("TST"))).isEqualTo(shelf.current(List.of("TST")));

            shelf.rollback("TST");
            assertThat(shelf.current(List.of("TST"))).containsExactly(old);
        }
    }

    @Test
    void a_version_that_would_have_days_before_and_after_a_newer_one_is_refused_until_these_have_their_own()
            throws IOException {
        Path between = folder.resolve("between");
        TestPack.good()
                .edited("pack.json", "\"version\": \"1.0.0\"", "\"version\": \"1.5.0\"")
                .edited("pack.json", "\"effectiveFrom\": \"2024-01-01\"", "\"effectiveFrom\": \"2024-06-01\"")
                .edited("pack.json", "\"effectiveTo\": null", "\"effectiveTo\": \"2025-06-30\"")
                .writeTo(between);
        try (PackShelf shelf = PackShelf.of(load("1.0.0"));
                Packs packs = Packs.folder(between)) {
            refused(() -> shelf.activate(packs), "VERSION_INSIDE_ANOTHER");
            assertThat(shelf.versions("TST")).hasSize(1);
            shelf.activate(load("1.1.0"));
            shelf.activate(packs);
            assertThat(Stream.of(shelf.current(List.of("TST"))).map(book -> Days.of(book.policy())))
                    .extracting(Days::toString)
                    .containsExactly("2024-06-01 to 2025-06-30", "2025-07-01 to no end", "2024-01-01 to 2024-05-31");
        }
    }

    private static Path dated(String number, String from, String to) throws IOException {
        return TestPack.good()
                .edited("pack.json", "\"version\": \"1.0.0\"", "\"version\": \"" + number + "\"")
                .edited("pack.json", "\"effectiveFrom\": \"2024-01-01\"", "\"effectiveFrom\": \"" + from + "\"")
                .edited("pack.json", "\"effectiveTo\": null", "\"effectiveTo\": " + to)
                .writeTo(folder.resolve("dated-" + number));
    }

    @Test
    void to_go_back_puts_a_version_that_was_activated_again_where_it_was() {
        try (PackShelf shelf = PackShelf.of(load("1.0.0"))) {
            shelf.activate(load("1.1.0"));
            RuleBook[] before = shelf.current(List.of("TST"));
            shelf.activate(load("1.0.0"));
            assertThat(active(shelf)).isEqualTo("1.0.0");
            assertThat(shelf.current(List.of("TST"))).containsExactly(shelf.get("TST"));

            assertThat(shelf.rollback("TST").version()).isEqualTo("1.1.0");
            assertThat(shelf.current(List.of("TST"))).isEqualTo(before);
            assertThat(shelf.on("TST", LocalDate.of(2025, 6, 30))).isPresent();
            shelf.activate(load("1.1.0"));
            assertThat(shelf.rollback("TST").version())
                    .as("what changed nothing does not count")
                    .isEqualTo("1.0.0");
        }
    }

    @Test
    void no_version_goes_whose_days_part_those_of_an_older_one_from_each_other() throws IOException {
        try (PackShelf shelf = PackShelf.of(load("1.0.0"))) {
            shelf.activate(Packs.folder(dated("2.0.0", "2026-06-01", "null")));
            PackVersion later = shelf.get("TST").policy().pack();
            shelf.activate(Packs.folder(dated("3.0.0", "2026-01-01", "\"2026-12-31\"")));
            refused(() -> shelf.retire(later), "VERSION_INSIDE_ANOTHER");
            assertThat(shelf.versions("TST")).hasSize(3);

            shelf.activate(load("1.1.0"));
            assertThat(shelf.retireUnused("TST", version -> false))
                    .as("what would govern after going back")
                    .isEmpty();
            shelf.retire(later);
            refused(() -> shelf.rollback("TST"), "VERSION_INSIDE_ANOTHER");
            assertThat(active(shelf)).isEqualTo("1.1.0");
        }
    }

    @Test
    void layers_are_held_against_each_other_on_the_days_on_which_they_meet() throws IOException {
        Path own = folder.resolve("own");
        TestPack.good()
                .edited("pack.json", "\"id\": \"TST\"", "\"id\": \"OWN\"")
                .edited("pack.json", "\"effectiveTo\": null", "\"effectiveTo\": \"2025-06-30\"")
                .edited("deadlines.csv", "{tst.days} working days", "20 working days")
                .writeTo(own);
        Path lax = folder.resolve("lax-later");
        TestPack.good()
                .edited("pack.json", "\"version\": \"1.0.0\"", "\"version\": \"3.0.0\"")
                .edited("pack.json", "\"effectiveFrom\": \"2024-01-01\"", "\"effectiveFrom\": \"2025-07-01\"")
                .edited("deadlines.csv", "{tst.days} working days", "60 working days")
                .writeTo(lax);
        try (PackShelf shelf = PackShelf.of(load("1.0.0"));
                Packs packs = Packs.folder(own)) {
            shelf.activate(Packs.folder(lax));
            refused(() -> shelf.activate(packs, List.of("OWN", "TST")), "LIMIT_ABOVE_CAP");
            assertThat(shelf.ids()).containsExactly("TST");
        }
        try (PackShelf shelf = PackShelf.of(Packs.folder(lax))) {
            shelf.activate(Packs.folder(own), List.of("OWN", "TST"));
            assertThat(shelf.ids()).as("they meet on no day").containsExactly("OWN", "TST");
        }
    }

    @Test
    void a_version_that_no_case_needs_goes_and_the_active_one_does_not() {
        try (PackShelf shelf = PackShelf.of(load("1.0.0"))) {
            DroolsRuleBook old = shelf.get("TST");
            PackVersion version = old.policy().pack();
            refused(() -> shelf.retire(version), "VERSION_IN_USE");
            shelf.activate(load("1.1.0"));
            old.ask(Stage.CLASSIFICATION, CRIME);
            shelf.retire(version);
            refused(() -> shelf.get(version), "UNKNOWN_VERSION");
            refused(() -> shelf.rollback("TST"), "NOTHING_TO_GO_BACK_TO");
            assertThat(old.sessionsDisposed()).isEqualTo(old.sessionsOpened()).isPositive();
        }
    }

    @Test
    void a_version_that_governs_days_of_its_own_is_kept_for_late_receipts() throws IOException {
        Path years = folder.resolve("years");
        for (int year = 2024; year <= 2027; year++) {
            TestPack.good()
                    .edited("pack.json", "\"version\": \"1.0.0\"", "\"version\": \"" + year + ".0.0\"")
                    .edited(
                            "pack.json",
                            "\"effectiveFrom\": \"2024-01-01\"",
                            "\"effectiveFrom\": \"" + year + "-01-01\"")
                    .edited("pack.json", "\"effectiveTo\": null", "\"effectiveTo\": \"" + year + "-12-31\"")
                    .writeTo(years.resolve(String.valueOf(year)));
        }
        try (PackShelf shelf = PackShelf.of(Packs.folder(years.resolve("2024")))) {
            for (int year = 2025; year <= 2027; year++) {
                shelf.activate(Packs.folder(years.resolve(String.valueOf(year))));
            }
            assertThat(shelf.retireUnused("TST", version -> false)).isEmpty();
            assertThat(shelf.on("TST", LocalDate.of(2024, 5, 5))).isPresent();
            assertThat(shelf.current(List.of("TST"))).hasSize(4);
        }
    }

    @Test
    void whoever_asks_while_versions_change_gets_one_of_them() throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(3);
        AtomicBoolean going = new AtomicBoolean(true);
        try (PackShelf shelf = PackShelf.of(load("1.0.0"))) {
            List<Future<Integer>> asked = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                asked.add(readers.submit(() -> {
                    int answers = 0;
                    do {
                        answers += shelf.get("TST")
                                .ask(Stage.CLASSIFICATION, CRIME)
                                .size();
                    } while (going.get());
                    return answers;
                }));
            }
            for (int i = 0; i < 10; i++) {
                shelf.activate(load("1.1.0"));
                shelf.rollback("TST");
            }
            going.set(false);
            for (Future<Integer> answers : asked) {
                assertThat(answers.get()).isPositive().isEven();
            }
        } finally {
            going.set(false);
            readers.shutdownNow();
        }
    }
}
