package org.complaintkit.examples.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.complaintkit.audit.AuditTrail;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.duty.Notice;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;
import org.complaintkit.repository.Claim;
import org.complaintkit.repository.Place;
import org.complaintkit.repository.StoredCase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The connection breaks at a call of the driver: before it is carried out, or after it and the answer is lost. A commit
 * whose answer is lost is the one of which nobody can tell. The host is told, does the same once more, and all is as if
 * nothing had been.
 */
class BrokenConnectionTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    /** Calls whose lost answer tells another tale than a call that never came. */
    private static final Set<String> WRITING = Set.of("commit", "execute", "executeUpdate", "executeBatch");

    private static TestDatabase database;
    private static HikariDataSource pool;

    private final TestClock clock = new TestClock(MONDAY.plusSeconds(60));
    private final List<String> wire = new ArrayList<>();

    @BeforeAll
    static void start() {
        database = TestDatabase.start();
        pool = database.pool(4);
        Migrations.run(pool);
    }

    @AfterAll
    static void stop() {
        pool.close();
        database.close();
    }

    @BeforeEach
    void empty() {
        clock.set(MONDAY.plusSeconds(60));
        wire.clear();
        Transactions.of(pool)
                .run(connection -> Row.update(
                        connection, "truncate complaint_audit, complaint_case, complaint_notice, complaint_number"));
    }

    private ComplaintDesk desk(Breaking line) {
        return ComplaintDesk.under(TestRules.book())
                .repository(new PostgresCaseRepository(Transactions.of(line.source(pool))))
                .dutyPort(notice -> wire.add(notice.key()))
                .clock(clock)
                .open();
    }

    /** What a host does; each is told again when it failed. */
    private List<Consumer<ComplaintDesk>> life() {
        Complaint complaint = Complaint.received("C-1", MONDAY, "TELEPHONE")
                .category("SERVICE")
                .build();
        CaseEvent registered = CaseEvent.of("e1", "COMPLAINT_REGISTERED", "FRONT", MONDAY.plusSeconds(20));
        return List.of(desk -> desk.receive(complaint), desk -> desk.handle("C-1", registered), desk -> {
            clock.set(MONDAY.plus(Duration.ofDays(30)));
            desk.sweep();
        });
    }

    /** What is stored in the end. */
    private record Ending(Case value, long version, List<String> trail, TreeSet<String> keys, TreeSet<String> wire) {}

    private Ending ending() {
        PostgresCaseRepository repository = new PostgresCaseRepository(Transactions.of(pool));
        StoredCase stored = repository.load("C-1").orElseThrow();
        var trail = repository.audit("C-1");
        assertThat(AuditTrail.firstBroken(trail, stored.lastAudit().hash())).isEmpty();
        try (Claim<Notice> waiting = repository.unpublished("", 100);
                Claim<Place> due = repository.due(clock.instant(), Place.FIRST, 100)) {
            assertThat(waiting.items()).as("what waits for ever").isEmpty();
            assertThat(due.items()).as("what is due for ever").isEmpty();
        }
        TreeSet<String> keys = new TreeSet<>();
        stored.value().notices().forEach(notice -> keys.add(notice.key()));
        return new Ending(
                stored.value(),
                stored.version(),
                trail.stream().map(link -> link.sequence() + " " + link.kind()).toList(),
                keys,
                new TreeSet<>(wire));
    }

    /** The server notices a moment later that a session has lost its client. */
    private static void untilNothingIsHeld() {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        boolean held = true;
        while (held) {
            assertThat(System.nanoTime()).as("locks are given back in time").isLessThan(end);
            held = Transactions.of(pool).run(connection -> {
                try (Row row = Row.of(connection, "select 1 from pg_locks where locktype = 'advisory'")) {
                    return row.next();
                }
            });
        }
    }

    @Test
    void whatever_call_breaks_the_host_does_it_again_and_all_ends_as_if_undisturbed() {
        Breaking sound = new Breaking(0, false);
        life().forEach(step -> step.accept(desk(sound)));
        Ending expected = ending();
        assertThat(expected.keys()).isEqualTo(expected.wire());
        assertThat(sound.calls()).contains("commit", "executeUpdate", "executeBatch", "executeQuery");

        Map<String, Integer> cuts = new TreeMap<>();
        int calls = sound.calls().size();
        for (int call = 1; call <= calls; call++) {
            String name = sound.calls().get(call - 1);
            for (boolean carriedOut : WRITING.contains(name) ? List.of(false, true) : List.of(false)) {
                empty();
                Breaking line = new Breaking(call, carriedOut);
                for (Consumer<ComplaintDesk> step : life()) {
                    Throwable failure = catchThrowable(() -> step.accept(desk(line)));
                    if (failure != null) {
                        assertThat(failure).as("call %s", call).isInstanceOf(StorageException.class);
                        untilNothingIsHeld();
                        step.accept(desk(line));
                    }
                    untilNothingIsHeld();
                }
                desk(sound).sweep();
                assertThat(ending())
                        .as("call %s, %s, %s", call, name, carriedOut ? "whose answer was lost" : "that never came")
                        .isEqualTo(expected);
                assertThat(line.broken()).isTrue();
                cuts.merge(name, 1, Integer::sum);
            }
        }
        System.out.println("cut off at calls of the driver: " + cuts);
        assertThat(cuts).containsKeys("commit", "executeUpdate", "executeBatch");
    }

    @Test
    void a_commit_whose_answer_is_lost_is_told_to_the_host_and_receiving_again_is_harmless() {
        Complaint complaint = Complaint.received("C-1", MONDAY, "TELEPHONE")
                .category("SERVICE")
                .build();
        Breaking line = Breaking.at("commit", 2);

        assertThatThrownBy(() -> desk(line).receive(complaint)).isInstanceOf(StorageException.class);
        assertThat(desk(line).find("C-1")).as("it was stored all the same").isPresent();
        assertThat(wire)
                .as("nothing leaves of which nobody knows whether it is stored")
                .isEmpty();

        desk(line).receive(complaint);
        desk(line).sweep();
        Ending end = ending();
        assertThat(end.version()).isEqualTo(1);
        assertThat(end.wire()).isEqualTo(end.keys()).isNotEmpty();
        assertThat(wire).doesNotHaveDuplicates();
    }

    @Test
    void what_went_wrong_first_is_what_the_host_hears_even_where_the_rollback_fails_too() {
        IllegalStateException first = new IllegalStateException("the host changed its mind");
        Breaking line = Breaking.at("rollback", 1);
        assertThat(catchThrowable(() -> Transactions.of(line.source(pool)).run(connection -> {
                    throw first;
                })))
                .isSameAs(first);
        assertThat(first.getSuppressed()[0]).isInstanceOf(StorageException.class);
    }

    @Test
    void a_session_that_cannot_be_opened_is_given_back() throws SQLException {
        for (int i = 0; i < 20; i++) {
            Transactions transactions =
                    Transactions.of(Breaking.failing("setAutoCommit", 1).source(pool));
            assertThatThrownBy(transactions::session).isInstanceOf(SQLException.class);
        }
        Transactions.of(pool).session().close();
    }

    @Test
    void a_claim_whose_session_fails_at_any_step_holds_nothing_afterwards() {
        desk(new Breaking(0, false))
                .receive(Complaint.received("C-1", MONDAY, "TELEPHONE")
                        .category("SERVICE")
                        .build());
        for (int nth = 1; nth <= 4; nth++) {
            Breaking line = Breaking.failing("setAutoCommit", nth);
            PostgresCaseRepository over = new PostgresCaseRepository(Transactions.of(line.source(pool)));
            Throwable failure =
                    catchThrowable(() -> over.due(Instant.MAX, Place.FIRST, 10).close());
            assertThat(failure == null).as("only giving back is silent").isEqualTo(nth == 4);
            assertThat(line.calls()).as("calls until it failed").hasSizeGreaterThanOrEqualTo(nth);
            untilNothingIsHeld();
        }
    }
}
