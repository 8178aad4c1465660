package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.desk.Related;
import org.complaintkit.duty.Notice;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Joined;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Personal;
import org.complaintkit.repository.CaseChange;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.complaintkit.rules.Packs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two complaints of one matter become one case: no limit moves to a later day, and nobody is told twice. */
class MergingTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");
    private static final long DAY = 86_400;
    private static Packs packs;

    private final List<String> left = new ArrayList<>();
    private final TestClock clock = new TestClock(MONDAY.plusSeconds(DAY + 3600));

    @BeforeAll
    static void load() {
        packs = Packs.shipped();
    }

    @AfterAll
    static void close() {
        packs.close();
    }

    private ComplaintDesk desk(InMemoryCaseRepository repository, String pack) {
        return ComplaintDesk.under(packs.get(pack))
                .repository(repository)
                .clock(clock)
                .dutyPort(notice -> {
                    if (notice.kind() == Notice.Kind.ESCALATION) {
                        left.add(notice.caseId() + " " + notice.code());
                    }
                })
                .open();
    }

    private static Complaint complaint(String id, String who, long secondsLater) {
        return Complaint.received(id, MONDAY.plusSeconds(secondsLater), "PHONE")
                .category("SERVICE_ATTITUDE")
                .complainant(
                        new Complainant("INDIVIDUAL", false, true, false, Personal.of(who), Personal.of(who + "1")))
                .about("Outlet 12", "")
                .build();
    }

    private CaseEvent told(String id) {
        return CaseEvent.of(id, "NOTE", "ACCEPTANCE_DEPT", clock.instant());
    }

    private static LocalDate limit(ComplaintDesk desk, String id) {
        return desk.find(id).orElseThrow().effective().orElseThrow().limit().day();
    }

    /** A was received on Monday, B by the same person a day later; A carries on or B does. */
    private ComplaintDesk twoCases(InMemoryCaseRepository repository) {
        ComplaintDesk desk = desk(repository, "RCC");
        desk.receive(complaint("A", "Li", 0));
        desk.receive(complaint("B", "Li", DAY));
        assertThat(limit(desk, "A")).isEqualTo("2026-03-05");
        assertThat(limit(desk, "B")).isEqualTo("2026-03-06");
        return desk;
    }

    @Test
    void the_case_that_carries_on_keeps_the_earliest_limit_whichever_of_the_two_it_is() {
        ComplaintDesk desk = twoCases(new InMemoryCaseRepository());
        desk.merge("B", "A", told("m"));
        assertThat(limit(desk, "A")).isEqualTo("2026-03-05");

        ComplaintDesk other = twoCases(new InMemoryCaseRepository());
        other.merge("A", "B", told("m"));
        assertThat(limit(other, "B")).isEqualTo("2026-03-05");
        assertThat(other.find("B").orElseThrow().effective().orElseThrow().startedAt())
                .isEqualTo(MONDAY.plusSeconds(DAY));
    }

    @Test
    void the_merged_case_tells_nobody_any_more_and_its_limits_are_superseded() {
        ComplaintDesk desk = twoCases(new InMemoryCaseRepository());
        desk.merge("A", "B", told("m"));
        Case merged = desk.find("A").orElseThrow();
        assertThat(merged.state()).isEqualTo("MERGED");
        assertThat(Joined.into(merged)).contains("B");
        assertThat(Joined.from(desk.find("B").orElseThrow())).containsExactly("A");
        assertThat(merged.deadlines())
                .extracting(each -> each.state(clock.instant()))
                .doesNotContain(DeadlineState.OPEN);

        clock.set(Instant.parse("2026-03-06T00:00:00Z"));
        desk.sweep();

        assertThat(left).containsExactly("B RCC-E01");
    }

    @Test
    void a_case_that_stands_alone_again_has_its_own_limit_and_catches_up() {
        ComplaintDesk desk = twoCases(new InMemoryCaseRepository());
        desk.handle("A", CaseEvent.of("i", "INVESTIGATION_STARTED", "COMPLAINED_UNIT", clock.instant()));
        desk.merge("A", "B", told("m"));
        clock.go(Duration.ofSeconds(DAY));
        desk.unmerge("A", told("u"));

        assertThat(desk.find("A").orElseThrow().state()).isEqualTo("INVESTIGATING");
        assertThat(limit(desk, "A")).isEqualTo("2026-03-05");
        assertThat(limit(desk, "B")).isEqualTo("2026-03-06");
        assertThat(Joined.into(desk.find("A").orElseThrow())).isEmpty();
        clock.set(Instant.parse("2026-03-06T00:00:00Z"));
        desk.sweep();
        assertThat(left).containsExactly("A RCC-E01");
    }

    @Test
    void a_limit_that_passed_while_the_case_was_merged_is_told_when_it_stands_alone_again() {
        ComplaintDesk desk = twoCases(new InMemoryCaseRepository());
        desk.merge("B", "A", told("m"));
        desk.handle("A", CaseEvent.of("r", "REPLIED_TO_CUSTOMER", "COMPLAINED_UNIT", clock.instant()));
        clock.set(Instant.parse("2026-03-10T00:00:00Z"));
        desk.sweep();
        assertThat(left).isEmpty();

        desk.unmerge("B", told("u"));

        assertThat(left).containsExactly("B RCC-E01");
    }

    @Test
    void the_same_merger_again_changes_nothing_and_completes_what_a_crash_left_half() {
        boolean[] broken = {true};
        InMemoryCaseRepository store = new InMemoryCaseRepository();
        ComplaintDesk desk = twoCases(store);
        ComplaintDesk dying = ComplaintDesk.under(packs.get("RCC"))
                .repository(new Passing(store) {
                    @Override
                    public void save(CaseChange change) {
                        if (broken[0] && change.value().id().equals("A")) {
                            throw new IllegalStateException("the power is off");
                        }
                        super.save(change);
                    }
                })
                .clock(clock)
                .open();
        CaseEvent merger = told("m");

        assertThatThrownBy(() -> dying.merge("A", "B", merger)).isInstanceOf(IllegalStateException.class);
        assertThat(limit(desk, "A")).isEqualTo("2026-03-05");
        assertThat(limit(desk, "B")).isEqualTo("2026-03-05");
        broken[0] = false;
        dying.merge("A", "B", merger);
        desk.merge("A", "B", merger);

        assertThat(desk.find("A").orElseThrow().state()).isEqualTo("MERGED");
        assertThat(desk.find("B").orElseThrow().events())
                .filteredOn(event -> event.type().equals(Joined.JOINED))
                .hasSize(1);
    }

    @Test
    void other_persons_add_up_to_a_group_by_the_number_that_the_policy_sets() {
        InMemoryCaseRepository repository = new InMemoryCaseRepository();
        ComplaintDesk desk = desk(repository, "ITB");
        List.of("Li", "Wang", "Zhou").forEach(who -> desk.receive(cash(who, who)));
        desk.merge("Wang", "Li", told("m1"));
        assertThat(desk.find("Li").orElseThrow().labels()).doesNotContain("GROUP");
        desk.merge("Zhou", "Li", told("m2"));

        Case group = desk.find("Li").orElseThrow();
        assertThat(group.complainantCount()).isEqualTo(3);
        assertThat(group.labels()).contains("GROUP");
    }

    private static Complaint cash(String id, String who) {
        return Complaint.received(id, MONDAY, "ON_SITE")
                .category("URGENT_CASH")
                .given("confirmedByLine", true)
                .complainant(
                        new Complainant("INDIVIDUAL", false, true, false, Personal.of(who), Personal.of(who + "1")))
                .about("Outlet 12", "")
                .build();
    }

    private Case carrier(ComplaintDesk desk, String... merged) {
        for (String id : merged) {
            desk.merge(id, "A", told("m" + id));
        }
        return desk.find("A").orElseThrow();
    }

    @Test
    void who_complains_by_two_cases_counts_once_by_whatever_case_the_carrier_knows_him() {
        ComplaintDesk desk = desk(new InMemoryCaseRepository(), "ITB");
        desk.receive(cash("A", "Li"));
        desk.receive(cash("B", "Wang"));
        desk.receive(cash("C", "Wang"));
        desk.receive(cash("D", "Li"));

        Case two = carrier(desk, "B", "C", "D");
        assertThat(two.complainantCount()).isEqualTo(2);
        assertThat(two.labels()).doesNotContain("GROUP");
        assertThat(two.escalations()).extracting(each -> each.id()).doesNotContain("ITB-E02", "ITB-E03");
        desk.unmerge("B", told("u"));

        assertThat(desk.find("A").orElseThrow().complainantCount())
                .as("Wang complains by C as well")
                .isEqualTo(2);
    }

    @Test
    void those_whom_the_same_persons_other_case_carries_are_counted_with_it() {
        ComplaintDesk desk = desk(new InMemoryCaseRepository(), "ITB");
        List.of("A", "B").forEach(id -> desk.receive(cash(id, "Li")));
        List.of("Wang", "Zhou").forEach(id -> desk.receive(cash(id, id)));
        desk.merge("Wang", "B", told("m1"));
        desk.merge("Zhou", "B", told("m2"));

        Case group = carrier(desk, "B");
        assertThat(group.complainantCount()).isEqualTo(3);
        assertThat(group.labels()).contains("GROUP");
        assertThat(group.escalations()).extracting(each -> each.id()).contains("ITB-E02", "ITB-E03");
        assertThat(left).contains("A ITB-E02", "A ITB-E03");
    }

    @Test
    void a_number_that_the_host_tells_is_how_many_there_are_at_least_before_a_merger_and_after() {
        for (boolean before : new boolean[] {true, false}) {
            ComplaintDesk desk = desk(new InMemoryCaseRepository(), "ITB");
            List.of("A", "B", "C").forEach(id -> desk.receive(cash(id, "person " + id)));
            CaseEvent group =
                    new CaseEvent("g", "GROUP_DETECTED", "", "", clock.instant(), clock.instant(), Map.of("count", 3));
            if (before) {
                desk.handle("A", group);
            }
            carrier(desk, "B", "C");
            if (!before) {
                desk.handle("A", group);
            }
            assertThat(desk.find("A").orElseThrow().complainantCount()).isEqualTo(3);
            desk.receive(cash("D", "person D"));
            assertThat(carrier(desk, "D").complainantCount()).isEqualTo(4);
        }
    }

    @Test
    void two_who_differ_are_two_though_each_may_be_the_one_who_gave_a_name_alone() {
        ComplaintDesk desk = desk(new InMemoryCaseRepository(), "ITB");
        desk.receive(Complaint.received("A", MONDAY, "ON_SITE")
                .category("URGENT_CASH")
                .complainant(new Complainant("INDIVIDUAL", false, true, false, Personal.of("Li"), Personal.none()))
                .build());
        for (String telephone : List.of("1", "2", "3")) {
            desk.receive(Complaint.received(telephone, MONDAY, "ON_SITE")
                    .category("URGENT_CASH")
                    .complainant(new Complainant(
                            "INDIVIDUAL", false, true, false, Personal.of("Li"), Personal.of(telephone)))
                    .build());
        }

        assertThat(carrier(desk, "1").complainantCount()).isEqualTo(1);
        assertThat(carrier(desk, "2", "3").complainantCount()).isEqualTo(3);
    }

    @Test
    void a_merged_case_is_no_relative_any_more_and_can_be_archived() {
        ComplaintDesk desk = twoCases(new InMemoryCaseRepository());
        desk.merge("A", "B", told("m"));

        assertThat(desk.related(complaint("C", "Li", DAY + 60), MONDAY))
                .extracting(Related::caseId)
                .containsExactly("B");
        desk.handle("A", CaseEvent.of("x", "ARCHIVED_EVENT", "ACCEPTANCE_DEPT", clock.instant()));
        assertThat(desk.find("A").orElseThrow().state()).isEqualTo("ARCHIVED");
    }

    @Test
    void an_erasure_changes_nothing_of_what_a_merged_case_and_its_carrier_owed() {
        ComplaintDesk desk = twoCases(new InMemoryCaseRepository());
        desk.merge("A", "B", told("m"));
        Instant merged = clock.instant();
        List.of("REPLIED_TO_CUSTOMER", "CLOSED_EVENT", "ARCHIVED_EVENT").forEach(type -> {
            clock.go(Duration.ofHours(1));
            desk.handle("B", CaseEvent.of(type, type, "ACCEPTANCE_DEPT", clock.instant()));
        });
        desk.handle("A", CaseEvent.of("x", "ARCHIVED_EVENT", "ACCEPTANCE_DEPT", clock.instant()));
        clock.go(Duration.ofDays(3_000));
        for (String id : List.of("A", "B")) {
            Case before = desk.find(id, merged).orElseThrow();
            desk.erase(id);
            assertThat(desk.find(id, merged).orElseThrow().deadlines()).isEqualTo(before.deadlines());
            assertThat(desk.find(id, merged).orElseThrow().effective()).isEqualTo(before.effective());
        }
        assertThat(Joined.into(desk.find("A").orElseThrow())).contains("B");
    }

    @Test
    void what_cannot_be_merged_is_refused_and_changes_nothing() {
        ComplaintDesk desk = twoCases(new InMemoryCaseRepository());
        refused(() -> desk.merge("A", "A", told("m")), "MERGE_WITH_ITSELF");
        refused(() -> desk.merge("A", "nobody", told("m")), "UNKNOWN_CASE");
        refused(() -> desk.handle("A", CaseEvent.of("h", Joined.MERGED, "", clock.instant())), "HALF_A_MERGER");
        refused(() -> desk.unmerge("A", told("u")), "NOT_MERGED");
        desk.merge("A", "B", told("m"));
        refused(() -> desk.merge("B", "A", told("n")), "MERGE_INTO_CLOSED");
        refused(() -> desk.merge("A", "B", told("n")), "MERGE_TWICE");
        desk.handle("B", CaseEvent.of("r", "REPLIED_TO_CUSTOMER", "COMPLAINED_UNIT", clock.instant()));
        desk.receive(complaint("C", "Li", DAY + 60));
        refused(() -> desk.merge("B", "C", told("n")), "MERGE_ANSWERED");

        assertThat(desk.find("C").orElseThrow().events()).hasSize(1);
    }

    private static void refused(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
