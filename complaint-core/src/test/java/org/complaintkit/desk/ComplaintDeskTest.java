package org.complaintkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.audit.AuditTrail;
import org.complaintkit.duty.DutyPort;
import org.complaintkit.duty.Notice;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.model.Complaint;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.complaintkit.repository.StaleCaseException;
import org.junit.jupiter.api.Test;

class ComplaintDeskTest {
    /** A Monday morning in Shanghai; the three working days end with Thursday. */
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    private final TestClock clock = new TestClock(MONDAY.plusSeconds(60));
    private final CaseRepository repository = new InMemoryCaseRepository();
    private final List<Notice> delivered = new ArrayList<>();

    private ComplaintDesk desk(DutyPort port) {
        return ComplaintDesk.under(TestRules.book())
                .repository(repository)
                .dutyPort(port)
                .clock(clock)
                .open();
    }

    private static Complaint complaint(String id) {
        return Complaint.received(id, MONDAY, "TELEPHONE").category("SERVICE").build();
    }

    private CaseEvent event(String id, String type) {
        return CaseEvent.of(id, type, "UNIT", clock.instant());
    }

    @Test
    void a_complaint_is_decided_dated_stored_and_told() {
        Outcome outcome = desk(delivered::add).receive(complaint("C-1"));

        assertThat(outcome.now().decision().category()).isEqualTo("SERVICE");
        assertThat(outcome.now().deadlines()).extracting(d -> d.id()).containsExactly("T-D01", "T-D03");
        assertThat(outcome.notices()).isNotEmpty().isEqualTo(delivered);
        assertThat(repository.load("C-1").orElseThrow().value()).isEqualTo(outcome.now());
        assertThat(Contents.waiting(repository)).isEmpty();
    }

    @Test
    void the_same_complaint_twice_is_stored_and_told_once() {
        ComplaintDesk desk = desk(delivered::add);
        Outcome first = desk.receive(complaint("C-1"));
        Contents before = Contents.of(repository, "C-1");
        int told = delivered.size();

        Outcome second = desk.receive(complaint("C-1"));

        assertThat(second.now()).isEqualTo(first.now());
        assertThat(second.notices()).isEmpty();
        assertThat(delivered).hasSize(told);
        assertThat(Contents.of(repository, "C-1")).isEqualTo(before);
    }

    @Test
    void the_same_event_twice_is_stored_once_even_if_it_was_recorded_at_another_time() {
        ComplaintDesk desk = desk(delivered::add);
        desk.receive(complaint("C-1"));
        CaseEvent event = event("e1", "INVESTIGATION_STARTED");
        Case first = desk.handle("C-1", event).now();
        Contents before = Contents.of(repository, "C-1");

        Outcome again = desk.handle(
                "C-1",
                new CaseEvent(
                        "e1", event.type(), event.by(), "", event.occurredAt(), MONDAY.plusSeconds(999), Map.of()));

        assertThat(again.now()).isEqualTo(first);
        assertThat(again.notices()).isEmpty();
        assertThat(Contents.of(repository, "C-1")).isEqualTo(before);
        assertThat(first.events()).hasSize(2);
    }

    @Test
    void an_event_goes_through_the_steps_that_it_implies() {
        ComplaintDesk desk = desk(delivered::add);
        desk.receive(complaint("C-1"));

        Case now = desk.handle("C-1", event("e1", "REPLIED_TO_CUSTOMER")).now();

        assertThat(now.state()).isEqualTo("REPLIED");
        assertThat(now.steps())
                .extracting(step -> step.state())
                .containsExactly(
                        "RECEIVED", "REGISTERED", "ACCEPTED", "CLASSIFIED", "ASSIGNED", "INVESTIGATING", "REPLIED");
        assertThat(now.duties().stream().filter(d -> d.code().equals("REPLY")).findFirst())
                .hasValueSatisfying(duty -> assertThat(duty.fulfilledAt()).isEqualTo(clock.instant()));
    }

    @Test
    void asking_changes_nothing_and_names_the_clause() {
        ComplaintDesk desk = desk(delivered::add);
        desk.receive(complaint("C-1"));
        Contents before = Contents.of(repository, "C-1");

        Permission extension = desk.may("C-1", event("e1", "EXTENSION_GRANTED"));
        Permission tooEarly = desk.may("C-1", event("e2", "CLOSED_EVENT"));
        Permission later =
                desk.may("C-1", CaseEvent.of("e3", "REPLIED_TO_CUSTOMER", "UNIT", MONDAY.plus(Duration.ofDays(20))));

        assertThat(extension.allowed()).isFalse();
        assertThat(extension.reasons()).extracting(r -> r.clause()).containsExactly("T-25");
        assertThat(tooEarly.allowed()).isFalse();
        assertThat(tooEarly.reasons()).extracting(r -> r.answer()).containsExactly("state");
        assertThat(later).isEqualTo(new Permission(true, List.of()));
        assertThat(Contents.of(repository, "C-1")).isEqualTo(before);
    }

    @Test
    void what_happened_against_the_policy_is_recorded_without_effect_and_found() {
        ComplaintDesk desk = desk(delivered::add);
        desk.receive(complaint("C-1"));

        Outcome outcome = desk.handle("C-1", event("e1", "EXTENSION_GRANTED"));

        assertThat(outcome.effective()).isFalse();
        assertThat(outcome.findings()).extracting(f -> f.code()).containsExactly("NO_GROUND");
        assertThat(outcome.now().withoutEffect()).containsExactly("e1");
    }

    @Test
    void a_blocking_duty_holds_up_the_closing() {
        ComplaintDesk desk = desk(delivered::add);
        desk.receive(Complaint.received("C-1", MONDAY, "GOVERNMENT").build());
        desk.handle("C-1", event("e1", "REPLIED_TO_CUSTOMER"));

        assertThat(desk.may("C-1", event("e2", "CLOSED_EVENT")).allowed()).isFalse();
        assertThat(desk.handle("C-1", event("e2", "CLOSED_EVENT")).now().state())
                .isEqualTo("REPLIED");
        desk.handle("C-1", event("e3", "REPLIED_TO_FORWARDER"));
        assertThat(desk.handle("C-1", event("e4", "CLOSED_EVENT")).now().state())
                .isEqualTo("CLOSED");
    }

    /** The simulator of crashes found that such an event was refused until a sweep had come by. */
    @Test
    void an_event_about_a_duty_that_a_breach_brings_needs_no_sweep_before_it() {
        ComplaintDesk desk = desk(delivered::add);
        desk.receive(complaint("C-1"));
        clock.go(Duration.ofDays(10));
        CaseEvent explained = new CaseEvent(
                "e1", "DUTY_FULFILLED", "UNIT", "", clock.instant(), clock.instant(), Map.of("duty", "EXPLAIN"));

        assertThat(desk.may("C-1", explained).allowed()).isTrue();
        assertThat(desk.handle("C-1", explained).now().duties())
                .anyMatch(duty -> duty.code().equals("EXPLAIN") && duty.fulfilled());
    }

    @Test
    void a_sweep_fires_at_the_limit_and_not_before() {
        ComplaintDesk desk = desk(delivered::add);
        desk.receive(complaint("C-1"));
        Instant limit = Instant.parse("2026-03-05T16:00:00Z");
        clock.go(Duration.between(clock.instant(), limit.minusNanos(1)));
        desk.sweep();
        assertThat(delivered).noneMatch(notice -> notice.kind() == Notice.Kind.ESCALATION);
        assertThat(delivered).anyMatch(notice -> notice.kind() == Notice.Kind.WARNING);

        clock.go(Duration.ofNanos(1));
        Sweep sweep = desk.sweep();

        assertThat(sweep.cases()).isEqualTo(1);
        assertThat(delivered)
                .filteredOn(notice -> notice.kind() == Notice.Kind.ESCALATION)
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.code()).isEqualTo("T-E01");
                    assertThat(notice.at()).isEqualTo(limit);
                });
        assertThat(desk.sweep()).isEqualTo(new Sweep(limit, 0, 0, 0, List.of()));
    }

    @Test
    void a_sweep_never_runs_ahead_of_the_clock_and_not_back_with_it() {
        ComplaintDesk desk = desk(delivered::add);
        desk.receive(complaint("C-1"));

        assertThat(desk.sweep(MONDAY.plus(Duration.ofDays(300))).until()).isEqualTo(clock.instant());
        clock.go(Duration.ofDays(10));
        desk.sweep();
        Contents before = Contents.of(repository, "C-1");
        clock.go(Duration.ofDays(-5));
        desk.sweep();
        assertThat(Contents.of(repository, "C-1")).isEqualTo(before);
    }

    @Test
    void a_sweep_after_an_outage_catches_up_with_daily_sweeps() {
        ComplaintDesk daily = desk(delivered::add);
        CaseRepository other = new InMemoryCaseRepository();
        TestClock stopped = new TestClock(clock.instant());
        List<Notice> late = new ArrayList<>();
        ComplaintDesk once = ComplaintDesk.under(TestRules.book())
                .repository(other)
                .dutyPort(late::add)
                .clock(stopped)
                .open();
        for (int i = 0; i < 150; i++) {
            daily.receive(complaint("C-" + i));
            once.receive(complaint("C-" + i));
        }
        for (int day = 0; day < 30; day++) {
            clock.go(Duration.ofDays(1));
            daily.sweep();
        }
        stopped.go(Duration.ofDays(30));
        Sweep sweep = once.sweep();

        assertThat(sweep.cases()).isEqualTo(150);
        assertThat(late).containsExactlyInAnyOrderElementsOf(delivered);
        assertThat(late).extracting(Notice::key).doesNotHaveDuplicates();
    }

    @Test
    void a_port_that_throws_does_no_harm_and_is_asked_again() {
        DutyPort broken = notice -> {
            throw new IllegalStateException("no line");
        };
        Outcome outcome = desk(broken).receive(complaint("C-1"));
        assertThat(Contents.waiting(repository)).isEqualTo(outcome.notices());
        assertThat(desk(broken).sweep().undelivered())
                .isEqualTo(outcome.notices().size());

        Sweep sweep = desk(delivered::add).sweep();

        assertThat(sweep.delivered()).isEqualTo(outcome.notices().size());
        assertThat(delivered).isEqualTo(outcome.notices());
        assertThat(desk(delivered::add).sweep().delivered()).isZero();
    }

    @Test
    void a_case_that_cannot_be_moved_on_holds_up_no_other() {
        ComplaintDesk desk = desk(delivered::add);
        for (String id : List.of("C-1", "C-2", "C-3")) {
            desk.receive(complaint(id));
        }
        clock.go(Duration.ofDays(10));
        ComplaintDesk stumbling = ComplaintDesk.under(TestRules.book())
                .repository(new Stumbling(repository, "C-1"))
                .dutyPort(delivered::add)
                .clock(clock)
                .open();

        Sweep sweep = stumbling.sweep();

        assertThat(sweep.cases()).isEqualTo(2);
        assertThat(sweep.failures()).singleElement().asString().startsWith("C-1");
        assertThat(desk.sweep().cases()).isEqualTo(1);
    }

    @Test
    void two_desks_that_write_one_case_at_once_lose_nothing() throws Exception {
        desk(notice -> {}).receive(complaint("C-1"));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Set<String> expected = new TreeSet<>();
        try {
            List<Callable<Boolean>> writers = new ArrayList<>();
            for (String writer : List.of("a", "b")) {
                ComplaintDesk desk = desk(notice -> {});
                writers.add(() -> {
                    for (int i = 0; i < 40; i++) {
                        insistently(desk, event(writer + i, "NOTE"));
                    }
                    return true;
                });
                for (int i = 0; i < 40; i++) {
                    expected.add(writer + i);
                }
            }
            for (Future<Boolean> done : threads.invokeAll(writers)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
        Case last = repository.load("C-1").orElseThrow().value();
        assertThat(last.events().stream().skip(1).map(CaseEvent::id)).containsExactlyInAnyOrderElementsOf(expected);
        List<AuditEntry> trail = repository.audit("C-1");
        assertThat(trail).hasSize(81);
        assertThat(AuditTrail.firstBroken(trail, trail.get(80).hash())).isEmpty();
    }

    /** As a host does: what was stale ten times running is given once more. */
    private static void insistently(ComplaintDesk desk, CaseEvent event) {
        boolean taken = false;
        while (!taken) {
            try {
                desk.handle("C-1", event);
                taken = true;
            } catch (StaleCaseException e) {
                taken = false;
            }
        }
    }
}
