package org.complaintkit.examples.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.duty.Notice;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;
import org.complaintkit.repository.Claim;
import org.complaintkit.repository.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host writes a row of its own and a case in one transaction. */
class JoinedTransactionTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    private final List<Notice> delivered = new ArrayList<>();
    private TestDatabase database;
    private HikariDataSource pool;
    private Transactions transactions;
    private ComplaintDesk desk;

    @BeforeEach
    void start() {
        database = TestDatabase.start();
        pool = database.pool(6);
        Migrations.run(pool);
        transactions = Transactions.of(pool);
        transactions.run(connection -> Row.update(connection, "create table ticket (id text primary key)"));
        desk = ComplaintDesk.under(TestRules.book())
                .repository(new PostgresCaseRepository(transactions))
                .dutyPort(delivered::add)
                .clock(new TestClock(MONDAY.plusSeconds(60)))
                .deliverBySweep()
                .open();
    }

    @AfterEach
    void stop() {
        pool.close();
        database.close();
    }

    private static Complaint complaint(String id) {
        return Complaint.received(id, MONDAY, "TELEPHONE").category("SERVICE").build();
    }

    private long tickets() {
        return transactions.run(connection -> {
            try (Row row = Row.of(connection, "select count(*) as n from ticket")) {
                return row.next() ? row.number("n") : -1;
            }
        });
    }

    @Test
    void the_hosts_row_and_the_case_are_stored_together_or_not_at_all() {
        transactions.run(connection -> {
            Row.update(connection, "insert into ticket values ('T-1')");
            return desk.receive(complaint("C-1"));
        });
        assertThat(tickets()).isEqualTo(1);
        assertThat(desk.find("C-1")).isPresent();

        assertThatThrownBy(() -> transactions.run(connection -> {
                    Row.update(connection, "insert into ticket values ('T-2')");
                    desk.receive(complaint("C-2"));
                    desk.handle("C-1", CaseEvent.of("e1", "NOTE", "UNIT", MONDAY.plusSeconds(1)));
                    throw new IllegalStateException("the host changed its mind");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(tickets()).isEqualTo(1);
        assertThat(desk.find("C-2")).isEmpty();
        assertThat(desk.find("C-1").orElseThrow().event("e1")).isEmpty();
        assertThat(delivered).as("nothing leaves before the commit").isEmpty();
        assertThat(desk.sweep().delivered()).isPositive();
        assertThat(delivered).allMatch(notice -> notice.caseId().equals("C-1"));
    }

    @Test
    void a_write_that_loses_against_another_is_repeated_inside_the_hosts_transaction() {
        desk.receive(complaint("C-1"));
        transactions.run(connection -> {
            Row.update(connection, "insert into ticket values ('T-1')");
            new PostgresCaseRepository(Transactions.of(pool)).load("C-1");
            ComplaintDesk other = ComplaintDesk.under(TestRules.book())
                    .repository(new PostgresCaseRepository(Transactions.of(pool)))
                    .clock(new TestClock(MONDAY.plusSeconds(60)))
                    .open();
            other.handle("C-1", CaseEvent.of("theirs", "NOTE", "UNIT", MONDAY.plusSeconds(2)));
            return desk.handle("C-1", CaseEvent.of("ours", "NOTE", "UNIT", MONDAY.plusSeconds(3)));
        });
        assertThat(tickets()).isEqualTo(1);
        assertThat(desk.find("C-1").orElseThrow().events())
                .extracting(CaseEvent::id)
                .contains("theirs", "ours");
    }

    @Test
    void what_a_dead_node_had_claimed_is_free_at_once() throws Exception {
        desk.receive(complaint("C-1"));
        try (HikariDataSource dying = database.pool(2)) {
            Claim<Place> claim = new PostgresCaseRepository(Transactions.of(dying)).due(Instant.MAX, Place.FIRST, 10);
            assertThat(claim.items()).hasSize(1);
            assertThat(due()).isEmpty();
            transactions.run(connection -> {
                try (Row row = Row.of(
                        connection,
                        "select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory'")) {
                    return row.next();
                }
            });
            assertThat(due()).hasSize(1);
            claim.close();
        }
    }

    @Test
    void of_two_writes_a_claim_never_has_the_second_alone_whatever_is_committed_between_its_pages() throws Exception {
        try (Connection slow = pool.getConnection();
                Claim<String> none = claim(2, "", () -> {})) {
            put(pool, "a 1");
            slow.setAutoCommit(false);
            insert(slow, "b 1");
            put(pool, "c 1");
            try (Claim<String> first = claim(1, "", () -> {});
                    Claim<String> second = claim(2, "", () -> {
                        slow.commit();
                        put(pool, "b 2");
                    })) {
                assertThat(none.items()).isEmpty();
                assertThat(first.items()).containsExactly("a 1");
                assertThat(second.items()).containsExactly("c 1");
            }
        }
    }

    @FunctionalInterface
    private interface Between {
        void pages() throws SQLException;
    }

    /** A claim on notices by their keys; something happens after its first page. */
    private Claim<String> claim(int limit, String after, Between between) throws SQLException {
        return AdvisoryClaim.of(
                transactions.session(),
                (session, last, most) -> {
                    List<AdvisoryClaim.Candidate<String>> page = new ArrayList<>();
                    String sql = "select key from complaint_notice where position >"
                            + " coalesce((select position from complaint_notice where key = ?), 0)"
                            + " order by position limit ?";
                    try (Row row = Row.of(session, sql, last == null ? after : last, most)) {
                        while (row.next()) {
                            page.add(new AdvisoryClaim.Candidate<>(row.text("key"), row.text("key")));
                        }
                    }
                    if (last == null) {
                        between.pages();
                    }
                    return page;
                },
                (session, key) -> true,
                limit);
    }

    private static void put(DataSource database, String key) throws SQLException {
        try (Connection connection = database.getConnection()) {
            insert(connection, key);
        }
    }

    private static void insert(Connection connection, String key) throws SQLException {
        Row.update(connection, "insert into complaint_notice (key, content) values (?, '')", key);
    }

    private List<Place> due() {
        try (Claim<Place> claim = new PostgresCaseRepository(transactions).due(Instant.MAX, Place.FIRST, 10)) {
            return claim.items();
        }
    }
}
