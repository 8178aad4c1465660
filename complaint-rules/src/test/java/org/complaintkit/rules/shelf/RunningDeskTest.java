package org.complaintkit.rules.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.desk.CaseMoves;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.desk.Sweep;
import org.complaintkit.duty.Notice;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.model.Complaint;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.repository.CaseQuery;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.complaintkit.rules.PackCompiler;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.simulate.Aspect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningDeskTest {
    private static final Instant RECEIVED = Instant.parse("2025-03-03T02:00:00Z");
    private static final Instant NOW = Instant.parse("2025-03-04T02:00:00Z");
    private static final CaseQuery ALL =
            CaseQuery.received(RECEIVED, NOW.plus(Duration.ofDays(400))).limit(2);

    @TempDir
    private static Path folder;

    private final InMemoryCaseRepository repository = new InMemoryCaseRepository();
    private final List<Notice> sent = new ArrayList<>();
    private final PackShelf shelf = PackShelf.of(load("1.0.0"));
    private final RunningDesk running = RunningDesk.of(
            shelf,
            List.of("TST"),
            repository,
            books -> ComplaintDesk.under(books).dutyPort(sent::add).clock(clock()));
    private Instant now = NOW;

    @BeforeAll
    static void compile() throws IOException {
        PackCompiler.compile(TestPack.good().writeTo(folder.resolve("1.0.0")));
        version("1.1.0", "\"effectiveFrom\": \"2024-01-01\"");
        version("2.0.0", "\"effectiveFrom\": \"2026-01-01\"");
    }

    private static void version(String number, String from) throws IOException {
        PackCompiler.compile(TestPack.good()
                .edited("pack.json", "\"version\": \"1.0.0\"", "\"version\": \"" + number + "\"")
                .edited("pack.json", "\"effectiveFrom\": \"2024-01-01\"", from)
                .edited(
                        "pack.json",
                        "\"unit\": \"working days\", \"default\": 5",
                        "\"unit\": \"working days\", \"default\": 4")
                .writeTo(folder.resolve(number)));
    }

    private static Packs load(String number) {
        return Packs.folder(folder.resolve(number));
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private void receive(String id, Instant at) {
        running.desk()
                .receive(Complaint.received(id, at, "LETTER").category("CRIME").build());
    }

    private Case stored(String id) {
        return repository.load(id).orElseThrow().value();
    }

    private List<String> version(String id) {
        return stored(id).packs().stream().map(PackVersion::version).toList();
    }

    private static String limit(Case value) {
        return value.effective().orElseThrow().limit().day().toString();
    }

    private static CaseEvent told(String id) {
        return CaseEvent.of(id, "ANYTHING", "LEGAL", NOW);
    }

    private static void refused(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void a_new_complaint_meets_the_active_version_and_a_case_its_own() {
        receive("C-1", RECEIVED);
        shelf.activate(load("1.1.0"));
        receive("C-2", RECEIVED);

        assertThat(version("C-1")).containsExactly("1.0.0");
        assertThat(version("C-2")).containsExactly("1.1.0");
        for (String id : List.of("C-1", "C-2")) {
            running.of(id).handle(id, CaseEvent.of("E-" + id, "COMPLAINT_REGISTERED", "LEGAL", NOW));
        }
        assertThat(limit(stored("C-2"))).isLessThan(limit(stored("C-1")));
        assertThat(version("C-1")).containsExactly("1.0.0");
        shelf.rollback("TST");
        running.of("C-2").handle("C-2", CaseEvent.of("E-3", "REPLIED_TO_CUSTOMER", "LEGAL", NOW));
        assertThat(version("C-2")).containsExactly("1.1.0");
        refused(() -> running.of("C-9").handle("C-9", told("E-4")), "UNKNOWN_CASE");
    }

    @Test
    void time_passes_for_the_cases_of_all_versions_each_under_its_own() {
        for (int i = 1; i <= 250; i++) {
            receive("A-" + i, RECEIVED);
        }
        shelf.activate(load("1.1.0"));
        receive("B-1", RECEIVED);
        now = NOW.plus(Duration.ofDays(30));

        Sweep sweep = running.sweep();

        assertThat(sweep.failures()).isEmpty();
        assertThat(sweep.cases()).isEqualTo(251);
        assertThat(stored("A-250").advancedTo()).isEqualTo(now);
        assertThat(stored("A-250").escalations()).isNotEmpty();
        assertThat(stored("B-1").escalations()).isNotEmpty();
        assertThat(sent).extracting(Notice::key).doesNotHaveDuplicates();
        assertThat(running.sweep().cases()).isZero();
    }

    @Test
    void a_preview_lists_what_a_move_does_page_by_page() {
        for (int i = 1; i <= 5; i++) {
            receive("C-" + i, RECEIVED.plusSeconds(i));
        }
        shelf.activate(load("1.1.0"));
        receive("C-6", RECEIVED.plusSeconds(6));
        now = NOW.plus(Duration.ofDays(30));
        List<MovePreview.Change> changes = new ArrayList<>();
        Optional<CaseQuery> page = Optional.of(ALL);
        while (page.isPresent()) {
            MovePreview preview = running.preview(page.get(), told("M-1"));
            changes.addAll(preview.cases());
            page = preview.next();
        }

        assertThat(changes).extracting(MovePreview.Change::caseId).containsExactly("C-1", "C-2", "C-3", "C-4", "C-5");
        assertThat(changes).allSatisfy(change -> {
            assertThat(change.refusal()).isNull();
            assertThat(change.to()).extracting(PackVersion::version).containsExactly("1.1.0");
            assertThat(change.differences())
                    .extracting(each -> each.aspect())
                    .containsOnly(Aspect.DEADLINE, Aspect.LIMIT);
        });
        assertThat(version("C-1")).containsExactly("1.0.0");
        for (MovePreview.Change change : changes) {
            Outcome moved = running.move(change.caseId(), told("M-1"));
            assertThat(moved.notices()).isEqualTo(change.notices());
            assertThat(moved.now().packs()).isEqualTo(change.to());
            assertThat(stored(change.caseId()).event("M-1").orElseThrow().type())
                    .isEqualTo(CaseMoves.PACKS_CHANGED);
        }
        assertThat(running.preview(ALL.limit(100), told("M-2")).cases()).isEmpty();
        assertThat(running.used(ALL)).extracting(PackVersion::version).containsExactly("1.1.0");

        shelf.rollback("TST");
        assertThat(running.preview(ALL.limit(100), told("M-2")).cases()).hasSize(6);
        String limit = limit(stored("C-1"));
        running.move("C-1", told("M-2"));
        assertThat(limit(stored("C-1"))).isGreaterThan(limit);
    }

    @Test
    void a_case_that_lacks_its_version_is_refused_by_name_and_the_others_go_on() {
        receive("C-0", RECEIVED);
        receive("C-1", RECEIVED);
        PackVersion first = shelf.get("TST").policy().pack();
        shelf.activate(load("1.1.0"));
        receive("C-2", RECEIVED);
        running.of("C-1").handle("C-1", CaseEvent.of("E-1", "COMPLAINT_REGISTERED", "LEGAL", NOW));
        assertThat(shelf.retireUnused("TST", running.used(ALL)::contains)).isEmpty();
        shelf.retire(first);
        now = NOW.plus(Duration.ofDays(30));

        refused(() -> running.of("C-1"), "UNKNOWN_VERSION");
        Sweep sweep = running.sweep();
        assertThat(sweep.cases()).isEqualTo(1);
        assertThat(sweep.failures())
                .containsExactly("C-0: UNKNOWN_VERSION [" + first + "]", "C-1: UNKNOWN_VERSION [" + first + "]");
        assertThat(running.preview(ALL, told("M-1")).cases())
                .extracting(MovePreview.Change::caseId)
                .containsExactly("C-0", "C-1");
        running.move("C-0", told("M-1"));
        running.move("C-1", told("M-1"));
        assertThat(running.sweep().failures()).isEmpty();

        shelf.activate(load("1.0.0"));
        receive("C-3", RECEIVED);
        assertThat(version("C-3")).containsExactly("1.0.0");
    }

    @Test
    void a_case_whose_day_no_active_version_governs_is_previewed_with_the_refusal_of_its_move() {
        receive("C-1", RECEIVED);
        PackShelf later = PackShelf.of(load("2.0.0"));
        RunningDesk after = RunningDesk.of(
                later,
                List.of("TST"),
                repository,
                books -> ComplaintDesk.under(books).clock(clock()));

        assertThat(after.preview(ALL, told("M-1")).cases()).singleElement().satisfies(change -> {
            assertThat(change.to()).isEmpty();
            InvalidInputException refusal = change.refusal();
            assertThat(refusal).isNotNull();
            assertThat(refusal.code()).isEqualTo("NO_PACK_IN_FORCE");
        });
        refused(() -> after.move("C-1", told("M-1")), "NO_PACK_IN_FORCE");
        later.close();
    }

    @Test
    void a_parameter_that_was_set_since_is_previewed_as_the_move_that_it_is() {
        receive("C-1", RECEIVED);
        RunningDesk stricter = RunningDesk.of(
                shelf,
                List.of("TST"),
                repository,
                books -> ComplaintDesk.under(Stream.of(books)
                                .map(book -> book.with(Map.of("tst.days", "4")))
                                .toArray(RuleBook[]::new))
                        .clock(clock()));

        assertThat(stricter.preview(ALL, told("M-1")).cases())
                .extracting(MovePreview.Change::caseId)
                .containsExactly("C-1");
        stricter.move("C-1", told("M-1"));
        assertThat(stricter.preview(ALL, told("M-2")).cases()).isEmpty();
    }

    @Test
    void a_case_that_cannot_be_loaded_is_told_and_stops_no_other() {
        receive("A-1", RECEIVED);
        receive("A-2", RECEIVED);
        shelf.activate(load("1.1.0"));
        receive("B-1", RECEIVED);
        now = NOW.plus(Duration.ofDays(30));

        Sweep sweep = RunningDesk.of(
                        shelf,
                        List.of("TST"),
                        torn("A-1"),
                        books -> ComplaintDesk.under(books).clock(clock()))
                .sweep();

        assertThat(sweep.failures()).containsExactly("A-1: java.lang.IllegalStateException");
        assertThat(sweep.cases()).isEqualTo(2);
        assertThat(stored("A-2").advancedTo()).isEqualTo(now);
        assertThat(stored("B-1").advancedTo()).isEqualTo(now);
    }

    /** Where one case cannot be read. */
    private CaseRepository torn(String caseId) {
        return (CaseRepository) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {CaseRepository.class}, (proxy, method, given) -> {
                    if (method.getName().equals("load") && given[0].equals(caseId)) {
                        throw new IllegalStateException("torn");
                    }
                    return method.invoke(repository, given);
                });
    }

    @Test
    void a_version_that_begins_later_leaves_earlier_receipts_to_the_one_before() throws IOException {
        PackCompiler.compile(TestPack.good()
                .edited("pack.json", "\"version\": \"1.0.0\"", "\"version\": \"1.0.1\"")
                .edited("pack.json", "\"effectiveTo\": null", "\"effectiveTo\": \"2025-12-31\"")
                .writeTo(folder.resolve("1.0.1")));
        receive("C-1", RECEIVED);
        shelf.activate(load("1.0.1"));
        shelf.activate(load("2.0.0"));
        receive("C-2", RECEIVED);
        now = Instant.parse("2026-02-02T02:00:00Z");
        receive("C-3", now);

        assertThat(version("C-2")).containsExactly("1.0.1");
        assertThat(version("C-3")).containsExactly("2.0.0");
        assertThat(running.preview(ALL.limit(100), told("M-1")).cases())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.caseId()).isEqualTo("C-1");
                    assertThat(change.to()).extracting(PackVersion::version).containsExactly("1.0.1");
                });
        running.move("C-1", told("M-1"));
        assertThat(version("C-1")).containsExactly("1.0.1");
    }

    @Test
    void a_version_activated_ahead_of_its_day_decides_nothing_before_it() {
        Instant year = LocalDate.of(2026, 1, 1)
                .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                .toInstant();
        receive("C-0", RECEIVED);
        shelf.activate(load("2.0.0"));
        now = year.minusSeconds(1);
        receive("C-1", RECEIVED.plusSeconds(1));
        receive("C-2", now);
        assertThat(running.desk().find("C-0")).isPresent();
        running.of("C-0").handle("C-0", CaseEvent.of("E-0", "COMPLAINT_REGISTERED", "LEGAL", NOW));
        now = year;
        receive("C-3", now);
        receive("C-4", now.minusSeconds(1));

        assertThat(List.of("C-0", "C-1", "C-2", "C-4"))
                .allSatisfy(id -> assertThat(version(id)).containsExactly("1.0.0"));
        assertThat(version("C-3")).containsExactly("2.0.0");
        assertThat(limit(stored("C-3"))).isLessThan(limit(stored("C-2")));
        assertThat(running.preview(ALL.limit(100), told("M-1")).cases()).isEmpty();
        now = year.plus(Duration.ofDays(60));
        assertThat(running.sweep().failures()).isEmpty();
        assertThat(List.of("C-0", "C-1", "C-2", "C-3", "C-4")).allSatisfy(id -> {
            assertThat(stored(id).advancedTo()).isEqualTo(now);
            assertThat(stored(id).escalations()).isNotEmpty();
        });
        running.of("C-2").handle("C-2", CaseEvent.of("E-2", "REPLIED_TO_CUSTOMER", "LEGAL", now));
        assertThat(version("C-2")).containsExactly("1.0.0");

        shelf.rollback("TST");
        receive("C-5", year);
        assertThat(version("C-5")).containsExactly("1.0.0");
        assertThat(version("C-3")).containsExactly("2.0.0");
    }

    @Test
    void reports_of_a_period_are_those_of_the_version_in_force_on_its_last_day() {
        shelf.activate(load("2.0.0"));
        RunningDesk owing = running.reporting(Map.of("UNION-1", LocalDate.of(2025, 10, 1)));
        now = Instant.parse("2026-04-20T02:00:00Z");
        assertThat(owing.sweep().failures()).isEmpty();

        List<Case> reports = repository
                .find(CaseQuery.received(Instant.MIN, now).limit(1000))
                .stream()
                .map(place -> stored(place.caseId()))
                .toList();
        assertThat(reports).extracting(each -> version(each.id())).contains(List.of("1.0.0"), List.of("2.0.0"));
        assertThat(reports)
                .allSatisfy(each -> assertThat(version(each.id()))
                        .as(each.id())
                        .containsExactly(each.id().contains("2025") ? "1.0.0" : "2.0.0"));
    }

    @Test
    void reports_are_opened_by_the_active_version_only() {
        RunningDesk owing = running.reporting(Map.of("UNION-1", LocalDate.of(2025, 1, 1)));
        receive("C-1", RECEIVED);
        owing.sweep();
        int before = repository.find(CaseQuery.received(Instant.MIN, RECEIVED)).size();
        assertThat(before).isPositive();
        shelf.activate(load("1.1.0"));
        now = NOW.plus(Duration.ofDays(200));

        assertThat(owing.sweep().failures()).isEmpty();
        assertThat(repository.find(CaseQuery.received(Instant.MIN, RECEIVED).limit(1000)))
                .hasSizeGreaterThan(before)
                .extracting(place -> version(place.caseId()))
                .contains(List.of("1.1.0"));
        assertThat(owing.desk().reports().owed("UNION-1", LocalDate.of(2025, 1, 1), LocalDate.of(2025, 9, 1)))
                .isNotEmpty();
    }
}
