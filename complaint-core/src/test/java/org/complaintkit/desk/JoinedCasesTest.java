package org.complaintkit.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.complaintkit.calendar.Certainty;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.duty.Notice;
import org.complaintkit.fixture.Passing;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestGuards;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Joined;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Personal;
import org.complaintkit.policy.Safeguards;
import org.complaintkit.repository.CaseChange;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.complaintkit.repository.StoredCase;
import org.junit.jupiter.api.Test;

/** What a merger does to the clocks of both cases, by table: limits give way, or stand. */
class JoinedCasesTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    private final TestClock clock = new TestClock(MONDAY.plus(Duration.ofDays(2)));
    private final InMemoryCaseRepository repository = new InMemoryCaseRepository();

    private ComplaintDesk desk(boolean limitsStand) {
        ComplaintDesk desk = ComplaintDesk.under(TestGuards.book(Safeguards.NONE, limitsStand))
                .repository(repository)
                .clock(clock)
                .open();
        desk.receive(complaint("old", "Li", 0, "SERVICE"));
        desk.receive(complaint("new", "Wang", 1, "PRODUCT"));
        for (String id : List.of("old", "new")) {
            desk.handle(id, CaseEvent.of("i", "INVESTIGATION_STARTED", "UNIT", clock.instant()));
        }
        return desk;
    }

    private static Complaint complaint(String id, String who, int day, String category) {
        return Complaint.received(id, MONDAY.plus(Duration.ofDays(day)), "TELEPHONE")
                .category(category)
                .complainant(new Complainant("INDIVIDUAL", false, true, false, Personal.of(who), Personal.none()))
                .build();
    }

    private CaseEvent told(String id) {
        return new CaseEvent(
                id, "NOTE", "LEADER", "boss", clock.instant(), clock.instant(), Map.of("reason", "one matter"));
    }

    private static Deadline deadline(Case value, String id) {
        return value.deadlines().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Case now(ComplaintDesk desk, String id) {
        return desk.find(id, clock.instant()).orElseThrow();
    }

    @Test
    void a_handling_of_another_class_takes_over_the_earlier_limit_with_a_proof_and_gives_it_back() {
        ComplaintDesk desk = desk(false);
        Deadline before = deadline(now(desk, "new"), "T-D02");
        Deadline earlier = deadline(now(desk, "old"), "T-D01");
        assertThat(earlier.limit().at()).isBefore(before.limit().at());

        Outcome outcome = desk.merge("old", "new", told("m"));
        Deadline joined = deadline(outcome.now(), "T-D02");
        assertThat(joined.limit().day()).isEqualTo(earlier.limit().day());
        assertThat(joined.startedAt()).isEqualTo(before.startedAt());
        assertThat(joined.certainty()).isEqualTo(Certainty.OFFICIAL);
        assertThat(joined.due().limit().day()).isEqualTo(earlier.limit().day());
        CaseEvent event = outcome.now().event("m/joined").orElseThrow();
        assertThat(event.by()).isEqualTo("LEADER");
        assertThat(event.person()).isEqualTo("boss");
        assertThat(event.values(Joined.LIMITS)).contains("T=2026-03-05", "T/T-D01=2026-03-05");
        assertThat(outcome.now().complainantCount()).isEqualTo(2);
        assertThat(now(desk, "old").event("m").orElseThrow().data())
                .containsEntry("reason", "one matter")
                .containsEntry(Joined.INTO, "new");

        desk.unmerge("old", told("u"));
        assertThat(deadline(now(desk, "new"), "T-D02").limit()).isEqualTo(before.limit());
        assertThat(deadline(now(desk, "old"), "T-D01").state(clock.instant())).isEqualTo(DeadlineState.OPEN);
        assertThat(Joined.from(now(desk, "new"))).isEmpty();
        assertThat(Joined.into(now(desk, "old"))).isEmpty();
    }

    @Test
    void a_merger_looks_each_person_up_once_and_leaves_out_whose_case_cannot_be_read() {
        Map<String, Integer> loads = new HashMap<>();
        Set<String> unreadable = new HashSet<>();
        ComplaintDesk desk = ComplaintDesk.under(TestGuards.book(Safeguards.NONE, false))
                .repository(new Passing(repository) {
                    @Override
                    public Optional<StoredCase> load(String caseId) {
                        loads.merge(caseId, 1, Integer::sum);
                        if (unreadable.contains(caseId)) {
                            throw InvalidInputException.of("FORMAT", "case")
                                    .value(caseId)
                                    .rule("a case of this version")
                                    .wayOut("upgrade")
                                    .build();
                        }
                        return super.load(caseId);
                    }
                })
                .clock(clock)
                .open();
        for (int i = 0; i < 10; i++) {
            desk.receive(complaint("a" + i, "Li" + i, 0, "SERVICE"));
            desk.receive(complaint("b" + i, "Wang" + i, 0, "SERVICE"));
        }
        for (int i = 1; i < 10; i++) {
            desk.merge("a" + i, "a0", told("a" + i));
            desk.merge("b" + i, "b0", told("b" + i));
        }
        loads.clear();
        unreadable.add("a7");

        assertThat(desk.merge("b0", "a0", told("m")).now().complainantCount()).isEqualTo(20);
        assertThat(loads).containsEntry("a5", 1).containsEntry("a7", 1);
    }

    @Test
    void a_later_limit_changes_nothing_and_what_was_over_before_the_merger_stays_over() {
        ComplaintDesk desk = desk(false);
        Deadline own = deadline(now(desk, "old"), "T-D01");
        desk.merge("new", "old", told("m"));
        assertThat(deadline(now(desk, "old"), "T-D01")).isEqualTo(own);

        clock.go(Duration.ofDays(20));
        desk.receive(complaint("third", "Zhou", 0, "SERVICE"));
        desk.merge("third", "old", told("n"));
        assertThat(deadline(now(desk, "old"), "T-D01").limit()).isEqualTo(own.limit());
        assertThat(now(desk, "third").event("n")).isPresent();
        assertThat(now(desk, "old").event("n/joined").orElseThrow().values(Joined.LIMITS))
                .noneMatch(limit -> limit.contains("T-D01"));
    }

    @Test
    void limits_that_stand_are_found_late_but_nobody_is_told() {
        for (boolean stand : new boolean[] {true, false}) {
            InMemoryCaseRepository store = new InMemoryCaseRepository();
            TestClock time = new TestClock(MONDAY.plus(Duration.ofDays(2)));
            ComplaintDesk desk = ComplaintDesk.under(TestGuards.book(Safeguards.NONE, stand))
                    .repository(store)
                    .clock(time)
                    .open();
            desk.receive(complaint("a", "Li", 0, "SERVICE"));
            desk.receive(complaint("b", "Li", 0, "SERVICE"));
            CaseEvent told = CaseEvent.of("m", "NOTE", "LEADER", time.instant());
            desk.merge("a", "b", told);
            time.go(Duration.ofDays(10));
            desk.sweep();

            Case merged = desk.find("a").orElseThrow();
            assertThat(deadline(merged, "T-D01").state(time.instant()))
                    .isEqualTo(stand ? DeadlineState.BREACHED : DeadlineState.SUPERSEDED);
            assertThat(merged.escalations()).isEmpty();
            assertThat(merged.warnings())
                    .filteredOn(each -> each.at().isAfter(told.occurredAt()))
                    .isEmpty();
            assertThat(merged.duties()).noneMatch(duty -> duty.arisenAt().isAfter(told.occurredAt()));
            assertThat(desk.find("b").orElseThrow().escalations()).isNotEmpty();
            assertThat(desk.find("b").orElseThrow().notices())
                    .extracting(Notice::key)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void a_case_that_was_answered_is_not_merged_any_more_and_the_other_does_not_hear_of_it() {
        ComplaintDesk desk = desk(false);
        desk.handle("new", CaseEvent.of("r", "REPLIED_TO_CUSTOMER", "UNIT", clock.instant()));
        Case carrier = now(desk, "old");

        assertThatThrownBy(() -> desk.merge("new", "old", told("m"))).hasMessageContaining("MERGE_ANSWERED");
        assertThat(now(desk, "old")).isEqualTo(carrier);
    }

    @Test
    void a_case_that_is_answered_carries_nobody_on() {
        ComplaintDesk desk = desk(false);
        desk.handle("new", CaseEvent.of("r", "REPLIED_TO_CUSTOMER", "UNIT", clock.instant()));
        nothingChangesBy(() -> desk.merge("old", "new", told("m")), "MERGE_INTO_ANSWERED");
        desk.handle("new", CaseEvent.of("c", "CLOSED_EVENT", "UNIT", clock.instant()));
        nothingChangesBy(() -> desk.merge("old", "new", told("m")), "MERGE_INTO_ANSWERED");
    }

    @Test
    void an_id_that_the_case_knows_for_something_else_merges_nothing() {
        ComplaintDesk desk = desk(false);
        desk.receive(complaint("third", "Zhou", 1, "SERVICE"));
        nothingChangesBy(() -> desk.merge("old", "third", told("i")), "SAME_ID_OTHER_CONTENT");
        desk.merge("old", "new", told("m"));
        nothingChangesBy(() -> desk.merge("old", "third", told("m")), "SAME_ID_OTHER_CONTENT");
        nothingChangesBy(() -> desk.unmerge("old", told("m")), "SAME_ID_OTHER_CONTENT");
    }

    @Test
    void two_cases_may_be_merged_into_one_and_parted_from_it_by_events_of_one_id() {
        ComplaintDesk desk = desk(false);
        clock.go(Duration.ofDays(1));
        desk.receive(complaint("third", "Zhou", 3, "SERVICE"));
        Deadline own = deadline(now(desk, "third"), "T-D01");
        desk.merge("new", "third", told("m"));
        desk.merge("old", "third", told("m"));
        assertThat(Joined.from(now(desk, "third"))).containsExactly("new", "old");
        assertThat(deadline(now(desk, "third"), "T-D01").limit())
                .isEqualTo(deadline(now(desk, "old"), "T-D01").limit());

        desk.unmerge("new", told("u"));
        desk.unmerge("old", told("u"));
        assertThat(Joined.from(now(desk, "third"))).isEmpty();
        assertThat(deadline(now(desk, "third"), "T-D01").limit()).isEqualTo(own.limit());
    }

    @Test
    void a_case_parts_from_one_that_is_archived() {
        ComplaintDesk desk = desk(false);
        desk.merge("old", "new", told("m"));
        for (String type : List.of("REPLIED_TO_CUSTOMER", "CLOSED_EVENT", "ARCHIVED_EVENT")) {
            clock.go(Duration.ofMinutes(1));
            desk.handle("new", CaseEvent.of(type, type, "UNIT", clock.instant()));
        }
        assertThat(now(desk, "new").state()).isEqualTo("ARCHIVED");
        clock.go(Duration.ofDays(1));

        desk.unmerge("old", told("u"));

        assertThat(now(desk, "old").state()).isEqualTo("INVESTIGATING");
        assertThat(Joined.from(now(desk, "new"))).isEmpty();
        desk.unmerge("old", told("u"));
    }

    @Test
    void an_id_of_any_length_that_an_event_may_have_merges_and_parts() {
        ComplaintDesk desk = desk(false);
        String longest = "m".repeat(199);
        desk.merge("old", "new", told(longest));
        desk.unmerge("old", told(longest + "u"));
        assertThat(Joined.from(now(desk, "new"))).isEmpty();
        nothingChangesBy(() -> desk.merge("old", "new", told(longest + "mm")), "EVENT_ID");
        nothingChangesBy(() -> desk.unmerge("old", told("v")), "NOT_MERGED");
    }

    /** A merger that died between its writes: the carrier was told, the other case did not leave. */
    private void begun(CaseEvent told) {
        ComplaintDesk dying = ComplaintDesk.under(TestGuards.book(Safeguards.NONE, false))
                .repository(new Passing(repository) {
                    @Override
                    public void save(CaseChange change) {
                        if (change.value().id().equals("old")) {
                            throw new IllegalStateException("the power is off");
                        }
                        super.save(change);
                    }
                })
                .clock(clock)
                .open();
        assertThatThrownBy(() -> dying.merge("old", "new", told)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void who_tells_something_else_under_the_id_of_a_merger_under_way_takes_nothing_back() {
        ComplaintDesk desk = desk(false);
        begun(told("m"));
        nothingChangesBy(
                () -> desk.merge("old", "new", CaseEvent.of("m", "NOTE", "UNIT", clock.instant())),
                "SAME_ID_OTHER_CONTENT");
        nothingChangesBy(
                () -> desk.merge("old", "new", CaseEvent.of("m", "NOTE", "NO_SUCH_ROLE", clock.instant())),
                "SAME_ID_OTHER_CONTENT");

        desk.merge("old", "new", told("m"));
        assertThat(Joined.into(now(desk, "old"))).contains("new");
    }

    @Test
    void a_merger_is_taken_back_though_the_host_used_the_id_of_the_event_that_says_so() {
        ComplaintDesk desk = desk(false);
        clock.go(Duration.ofDays(1));
        desk.receive(complaint("third", "Zhou", 3, "SERVICE"));
        desk.handle("old", CaseEvent.of("m/withdrawn", "NOTE", "UNIT", clock.instant()));
        begun(told("m"));

        desk.merge("new", "third", told("n"));
        assertThat(now(desk, "old").event("m/withdrawn/2").orElseThrow().type()).isEqualTo(Joined.PARTED);
        nothingChangesBy(() -> desk.merge("old", "third", told("m")), "MERGE_WITHDRAWN");
        desk.merge("old", "third", told("m2"));
        assertThat(Joined.from(now(desk, "third"))).containsExactly("new", "old");
    }

    @Test
    void the_persons_of_a_merged_case_count_while_the_merger_is_in_force_and_a_number_told_beside_it_stays() {
        ComplaintDesk desk = desk(false);
        clock.go(Duration.ofDays(1));
        desk.receive(Complaint.received("third", clock.instant(), "TELEPHONE")
                .category("SERVICE")
                .complainantCount(10)
                .build());
        desk.merge("third", "new", told("m"));
        assertThat(now(desk, "new").complainantCount()).isEqualTo(11);
        assertThat(now(desk, "new").labels()).contains("MAJOR");
        desk.merge("old", "new", told("n"));
        assertThat(now(desk, "new").complainantCount()).isEqualTo(12);

        desk.unmerge("third", told("u"));
        assertThat(now(desk, "new").complainantCount()).isEqualTo(2);
        assertThat(now(desk, "new").labels()).doesNotContain("MAJOR");
        desk.merge("third", "new", told("m2"));
        assertThat(now(desk, "new").complainantCount()).isEqualTo(12);
        desk.handle(
                "new", new CaseEvent("c", "NOTE", "UNIT", "", clock.instant(), clock.instant(), Map.of("count", 40)));
        desk.unmerge("third", told("u2"));
        assertThat(now(desk, "new").complainantCount()).isEqualTo(40);
    }

    private void nothingChangesBy(ThrowingCallable call, String code) {
        List<String> ids = List.of("old", "new", "third");
        List<Object> before =
                ids.stream().map(id -> (Object) repository.load(id)).toList();
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo(code));
        assertThat(ids.stream().map(id -> (Object) repository.load(id)).toList())
                .isEqualTo(before);
    }
}
