package org.complaintkit.examples.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scripts that fail, run again, meet rows, and are begun by several nodes at once. */
class MigrationsTest {
    private static TestDatabase database;
    private HikariDataSource pool;

    @BeforeAll
    static void start() {
        database = TestDatabase.start();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void empty() {
        pool = database.pool(4);
        Transactions.of(pool).run(connection -> Row.update(connection, "drop schema public cascade"));
        Transactions.of(pool).run(connection -> Row.update(connection, "create schema public"));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private List<String> column(String sql) {
        return Transactions.of(pool).run(connection -> {
            List<String> values = new ArrayList<>();
            try (Row row = Row.of(connection, sql)) {
                while (row.next()) {
                    values.add(row.text("v"));
                }
            }
            return values;
        });
    }

    private List<String> recorded() {
        return column("select script as v from complaint_schema order by script");
    }

    private void hosts(String... scripts) {
        Migrations.run(pool, MigrationsTest.class, scripts);
    }

    @Test
    void a_script_that_fails_leaves_nothing_of_itself_and_those_before_it_stay() {
        assertThatThrownBy(() -> hosts("host-1.sql", "host-2-broken.sql", "host-2.sql"))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("22012");
        assertThat(recorded()).containsExactly("host-1.sql");
        assertThat(columns("host_note")).containsExactly("id");

        hosts("host-1.sql", "host-2.sql");
        assertThat(recorded()).containsExactly("host-1.sql", "host-2.sql");
        assertThat(columns("host_note")).containsExactly("id", "words");
    }

    @Test
    void a_script_that_is_not_there_is_named_and_not_recorded() {
        assertThatThrownBy(() -> hosts("host-1.sql", "host-0.sql"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("host-0.sql");
        assertThat(recorded()).containsExactly("host-1.sql");
    }

    private List<String> columns(String table) {
        return column("select column_name as v from information_schema.columns where table_schema = 'public'"
                + " and table_name = '" + table + "' order by ordinal_position");
    }

    @Test
    void rows_that_are_there_are_carried_along_and_a_second_run_touches_nothing() {
        Migrations.run(pool);
        hosts("host-1.sql");
        Transactions.of(pool).run(connection -> Row.update(connection, "insert into host_note values ('N-1')"));
        Instant monday = Instant.parse("2026-03-02T01:00:00Z");
        ComplaintDesk desk = ComplaintDesk.under(TestRules.book())
                .repository(new PostgresCaseRepository(Transactions.of(pool)))
                .clock(new TestClock(monday.plusSeconds(60)))
                .deliverBySweep()
                .open();
        desk.receive(Complaint.received("C-1", monday, "TELEPHONE")
                .category("SERVICE")
                .build());

        Migrations.run(pool);
        hosts("host-1.sql", "host-2.sql");
        hosts("host-1.sql", "host-2.sql");

        assertThat(column("select words as v from host_note")).containsExactly("N-1");
        assertThat(desk.handle("C-1", CaseEvent.of("e1", "NOTE", "UNIT", monday.plusSeconds(1)))
                        .now()
                        .event("e1"))
                .isPresent();
        assertThat(recorded()).containsExactly("1-cases.sql", "host-1.sql", "host-2.sql");
    }

    @Test
    void of_nodes_that_start_at_once_one_works_and_the_others_wait() throws Exception {
        int nodes = 8;
        CyclicBarrier start = new CyclicBarrier(nodes);
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        try {
            List<Callable<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < nodes; i++) {
                all.add(() -> {
                    try (HikariDataSource own = database.pool(1)) {
                        start.await();
                        Migrations.run(own);
                        Migrations.run(own, MigrationsTest.class, "host-1.sql", "host-2.sql");
                        return true;
                    }
                });
            }
            for (Future<Boolean> node : threads.invokeAll(all)) {
                assertThat(node.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(recorded()).containsExactly("1-cases.sql", "host-1.sql", "host-2.sql");
        assertThat(columns("host_note")).containsExactly("id", "words");
    }
}
