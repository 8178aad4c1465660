package org.complaintkit.examples.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Personal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A name in every place of a case: the database tells it to nobody, and has it no longer once the case is erased. */
class PersonalDataTest {
    private static final String NAME = "BIRDSONGWANG";
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    private TestDatabase database;
    private HikariDataSource pool;
    private Transactions transactions;
    private ComplaintDesk desk;

    @BeforeEach
    void start() {
        database = TestDatabase.start();
        pool = database.pool(4);
        Migrations.run(pool);
        transactions = Transactions.of(pool);
        desk = ComplaintDesk.under(TestRules.book())
                .repository(new PostgresCaseRepository(transactions))
                .clock(new TestClock(MONDAY.plus(Duration.ofDays(30))))
                .open();
    }

    @AfterEach
    void stop() {
        pool.close();
        database.close();
    }

    private static Complaint complaint(String id) {
        return Complaint.received(id, MONDAY, "TELEPHONE")
                .category("SERVICE")
                .complainant(new Complainant("INDIVIDUAL", false, true, false, Personal.of(NAME), Personal.of(NAME)))
                .text("I am " + NAME)
                .given("nickname", NAME)
                .build();
    }

    private static CaseEvent event(String type) {
        Instant at = MONDAY.plusSeconds(60);
        return new CaseEvent(type, type, "UNIT", "", at, at, Map.of("reason", NAME, "address", List.of(NAME)));
    }

    /** Rows of any table that hold the name. */
    private long rows() {
        return transactions.run(connection -> {
            long rows = 0;
            for (String table : List.of("complaint_case", "complaint_audit", "complaint_notice")) {
                try (Row row = Row.of(
                        connection, "select count(*) as n from " + table + " t where t::text like '%" + NAME + "%'")) {
                    rows += row.next() ? row.number("n") : 0;
                }
            }
            return rows;
        });
    }

    private static String printed(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void a_row_that_the_database_refuses_is_not_quoted() {
        transactions.run(connection ->
                Row.update(connection, "alter table complaint_case add constraint short check (length(content) < 10)"));

        assertThat(printed(catchThrowable(() -> desk.receive(complaint("C-1")))))
                .contains("StorageException", "23514")
                .doesNotContain(NAME);
    }

    @Test
    void no_table_has_the_name_after_an_erasure() {
        desk.receive(complaint("C-1"));
        List.of("NOTE", "REPLIED_TO_CUSTOMER", "CLOSED_EVENT", "ARCHIVED_EVENT")
                .forEach(type -> desk.handle("C-1", event(type)));
        desk.sweep();
        assertThat(rows()).isEqualTo(1);

        desk.erase("C-1");

        assertThat(rows()).isZero();
        assertThat(desk.find("C-1")).isPresent();
    }
}
