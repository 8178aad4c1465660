package org.complaintkit.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ports that break their law in every way that a line to other people has. */
@Timeout(60)
class DutyPortTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    private final TestClock clock = new TestClock(MONDAY.plusSeconds(60));
    private final CaseRepository repository = new InMemoryCaseRepository();
    private final List<Notice> arrived = new CopyOnWriteArrayList<>();

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

    @Test
    void without_a_port_nothing_is_lost_it_waits_for_a_desk_that_has_one() {
        ComplaintDesk mute = ComplaintDesk.under(TestRules.book())
                .repository(repository)
                .clock(clock)
                .open();
        List<String> keys = mute.receive(complaint("C-1")).notices().stream()
                .map(Notice::key)
                .toList();
        mute.sweep();
        assertThat(keys).isNotEmpty();

        desk(arrived::add).sweep();

        assertThat(arrived).extracting(Notice::key).containsAll(keys);
    }

    @Test
    void a_port_that_throws_now_and_then_loses_nothing_and_what_it_took_is_not_sent_again() {
        List<Notice> tried = new ArrayList<>();
        ComplaintDesk desk = desk(notice -> {
            tried.add(notice);
            if (tried.size() % 3 != 0) {
                throw new IllegalStateException("line is down");
            }
            arrived.add(notice);
        });
        Set<String> keys = new TreeSet<>();
        for (int i = 0; i < 20; i++) {
            desk.receive(complaint("C-" + i)).notices().forEach(notice -> keys.add(notice.key()));
        }
        clock.go(Duration.ofDays(30));
        for (int sweep = 0;
                sweep < 40 && (sweep == 0 || !Contents.waiting(repository).isEmpty());
                sweep++) {
            assertThat(desk.sweep().failures()).isEmpty();
        }
        for (int i = 0; i < 20; i++) {
            stored("C-" + i).notices().forEach(notice -> keys.add(notice.key()));
        }

        assertThat(Contents.waiting(repository)).isEmpty();
        assertThat(arrived).extracting(Notice::key).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(keys);
    }

    @ParameterizedTest
    @MethodSource("whatAPortMayThrow")
    void a_port_that_throws_whatever_it_may_at_one_notice_keeps_back_no_other(Throwable thrown) {
        ComplaintDesk broken = desk(notice -> {
            if (notice.caseId().equals("C-1")) {
                DutyPortTest.<RuntimeException>sneaky(thrown);
            }
            arrived.add(notice);
        });
        for (int i = 0; i < 12; i++) {
            broken.receive(complaint("C-" + i));
        }
        clock.go(Duration.ofDays(30));
        for (int i = 0; i < 3; i++) {
            Sweep sweep = broken.sweep();
            assertThat(sweep.undelivered())
                    .isEqualTo(Contents.waiting(repository).size())
                    .isPositive();
        }
        assertThat(Thread.interrupted()).isEqualTo(thrown instanceof InterruptedException);

        assertThat(Contents.waiting(repository))
                .allMatch(notice -> notice.caseId().equals("C-1"))
                .hasSameSizeAs(stored("C-1").notices());
        assertThat(arrived).extracting(Notice::key).doesNotHaveDuplicates();
        desk(arrived::add).sweep();
        assertThat(Contents.waiting(repository)).isEmpty();
    }

    private static Stream<Throwable> whatAPortMayThrow() {
        return Stream.of(
                new IllegalStateException("line is down"),
                new StackOverflowError(),
                new NoClassDefFoundError("Mail"),
                new AssertionError("impossible"),
                new IOException("line is down"),
                new InterruptedException());
    }

    /** Past the compiler, as other languages of the virtual machine do. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    void what_ends_the_process_passes_the_desk_and_leaves_the_write_and_the_notices() {
        ComplaintDesk broken = desk(notice -> {
            throw new OutOfMemoryError();
        });
        assertThat(catchThrowable(() -> broken.receive(complaint("C-1")))).isInstanceOf(OutOfMemoryError.class);

        Outcome again = desk(arrived::add).receive(complaint("C-1"));
        desk(arrived::add).sweep();

        assertThat(again.now()).isEqualTo(stored("C-1"));
        assertThat(arrived).isEqualTo(stored("C-1").notices());
    }

    @Test
    void a_port_that_hangs_holds_up_its_caller_only() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        ComplaintDesk stuck = desk(notice -> {
            hanging.countDown();
            await(released);
            arrived.add(notice);
        });
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Outcome> waiting = thread.submit(() -> stuck.receive(complaint("C-1")));
            await(hanging);
            ComplaintDesk other = desk(arrived::add);

            assertThat(stored("C-1").state()).isEqualTo("RECEIVED");
            other.handle("C-1", CaseEvent.of("e1", "INVESTIGATION_STARTED", "UNIT", clock.instant()));
            other.receive(complaint("C-2"));
            clock.go(Duration.ofDays(10));
            assertThat(other.sweep().cases()).isEqualTo(2);
            assertThat(Contents.waiting(repository)).isEmpty();
            released.countDown();
            assertThat(waiting.get(30, TimeUnit.SECONDS).now().id()).isEqualTo("C-1");
        } finally {
            released.countDown();
            thread.shutdown();
        }
        Set<String> keys = new TreeSet<>();
        for (String id : List.of("C-1", "C-2")) {
            stored(id).notices().forEach(notice -> keys.add(notice.key()));
        }
        assertThat(arrived).extracting(Notice::key).containsAll(keys).allMatch(keys::contains);
    }

    @Test
    void a_port_that_hangs_in_a_sweep_holds_up_what_that_has_claimed_and_no_more() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        ComplaintDesk stuck = desk(notice -> {
            hanging.countDown();
            await(released);
            arrived.add(notice);
        });
        ComplaintDesk other = desk(arrived::add);
        ComplaintDesk silent = ComplaintDesk.under(TestRules.book())
                .repository(repository)
                .clock(clock)
                .deliverBySweep()
                .open();
        for (int i = 0; i < 20; i++) {
            silent.receive(complaint("C-" + i));
        }
        int waiting = Contents.waiting(repository).size();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Sweep> swept = thread.submit(() -> stuck.sweep());
            await(hanging);

            Sweep meanwhile = other.sweep();
            assertThat(meanwhile.delivered())
                    .isGreaterThanOrEqualTo(waiting - 10)
                    .isLessThan(waiting);
            clock.go(Duration.ofDays(10));
            assertThat(other.sweep().cases()).isEqualTo(20);
            released.countDown();
            assertThat(swept.get(30, TimeUnit.SECONDS).failures()).isEmpty();
        } finally {
            released.countDown();
            thread.shutdown();
        }
        other.sweep();
        assertThat(Contents.waiting(repository)).isEmpty();
        assertThat(arrived).extracting(Notice::key).doesNotHaveDuplicates().hasSizeGreaterThan(waiting);
    }

    @Test
    void a_port_that_repeats_changes_nothing_and_the_key_tells_the_repeat() {
        ComplaintDesk desk = desk(notice -> {
            arrived.add(notice);
            arrived.add(notice);
        });
        desk.receive(complaint("C-1"));
        clock.go(Duration.ofDays(30));
        desk.sweep();
        desk.sweep();

        Set<Notice> once = Set.copyOf(arrived);
        assertThat(arrived).hasSize(2 * once.size());
        assertThat(once).extracting(Notice::key).doesNotHaveDuplicates();
        assertThat(once).containsExactlyInAnyOrderElementsOf(stored("C-1").notices());
    }

    @Test
    void a_port_that_answers_with_an_event_on_the_same_case_is_heard() {
        AtomicReference<ComplaintDesk> self = new AtomicReference<>();
        ComplaintDesk desk = desk(notice -> {
            arrived.add(notice);
            self.get().handle("C-1", CaseEvent.of("seen " + notice.key(), "NOTE", "UNIT", clock.instant()));
        });
        self.set(desk);
        desk.receive(complaint("C-1"));
        clock.go(Duration.ofDays(30));
        desk.sweep();

        assertThat(Contents.waiting(repository)).isEmpty();
        assertThat(arrived).extracting(Notice::key).doesNotHaveDuplicates();
        assertThat(stored("C-1").events().stream().skip(1).map(CaseEvent::id))
                .containsExactlyInAnyOrderElementsOf(
                        arrived.stream().map(notice -> "seen " + notice.key()).toList());
    }

    private Case stored(String id) {
        return repository.load(id).orElseThrow().value();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void of_an_error_of_the_host_the_log_has_the_kind_alone_and_of_ours_what_is_wrong() {
        assertThat(Delivery.named(new IllegalStateException("row of Li Wei")))
                .isEqualTo("java.lang.IllegalStateException");
        assertThat(Delivery.named(new StaleCaseException("C-1", 1, 2))).contains("C-1");
    }
}
