package org.complaintkit.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The case, the bank's own rows and the duties: all of them, or nothing. */
@Timeout(300)
class TransactionTest {
    private static long rows(String table, String caseId) {
        String column = table.equals("duty_outbox") ? "key" : table.equals("complaint_case") ? "id" : "case_id";
        return Bank.database()
                .sql("select count(*) from " + table + " where starts_with(" + column + ", ?)")
                .param(caseId)
                .query(Long.class)
                .single();
    }

    @Test
    void a_failure_after_the_case_was_saved_takes_everything_back() {
        Bank.database().sql("alter table customer_contact rename to elsewhere").update();
        HttpResponse<String> failed;
        try {
            failed = Bank.receive("whole-1", Bank.complaint("Outlet W"));
        } finally {
            Bank.database()
                    .sql("alter table elsewhere rename to customer_contact")
                    .update();
        }
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(Bank.json(failed).path("reference").asText()).isNotEmpty();
        assertThat(Bank.json(failed).path("detail").asText())
                .as("a commit may be there though its answer is lost")
                .contains("not certain")
                .contains("same Idempotency-Key");
        assertThat(failed.body()).doesNotContain("customer_contact").doesNotContain("Exception");
        for (String table : new String[] {"complaint_case", "customer_contact", "worklist", "duty_outbox"}) {
            assertThat(rows(table, "whole-1")).as(table).isZero();
        }

        assertThat(Bank.receive("whole-1", Bank.complaint("Outlet W")).statusCode())
                .isEqualTo(201);
        for (String table : new String[] {"complaint_case", "customer_contact", "worklist"}) {
            assertThat(rows(table, "whole-1")).as(table).isEqualTo(1);
        }
        assertThat(rows("duty_outbox", "whole-1")).isPositive();
        assertThat(Bank.database()
                        .sql("select count(*) from complaint_notice where not published")
                        .query(Long.class)
                        .single())
                .as("the outbox has them all")
                .isZero();
    }

    @Test
    void a_question_that_fails_says_nothing_of_writes() {
        Bank.database().sql("alter table worklist rename to elsewhere").update();
        HttpResponse<String> failed;
        try {
            failed = Bank.get("/worklist?by=2026-12-31T00:00:00Z", "clerk");
        } finally {
            Bank.database().sql("alter table elsewhere rename to worklist").update();
        }
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(Bank.json(failed).path("reference").asText()).isNotEmpty();
        assertThat(Bank.json(failed).path("detail").asText())
                .contains("ask again")
                .doesNotContain("writ");
    }

    @Test
    void a_guarded_write_that_is_overtaken_is_taken_back() throws Exception {
        Bank.receive("whole-2", Bank.complaint("Outlet V"));
        try (Connection other = Bank.bean(DataSource.class).getConnection()) {
            other.setAutoCommit(false);
            update(other, "update complaint_case set version = version + 1 where id = 'whole-2'");
            CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> Bank.post(
                    "/complaints/whole-2/events",
                    "head",
                    "e",
                    Bank.event("CONTACTED", "UNIT_HEAD"),
                    "If-Match",
                    "\"1\""));
            untilSomebodyWaits();
            other.commit();
            other.setAutoCommit(true);
            assertThat(answer.get().statusCode()).isEqualTo(409);
        }
        assertThat(rows("customer_contact", "whole-2")).isEqualTo(1);
        assertThat(Bank.header(Bank.get("/complaints/whole-2", "clerk"), "ETag"))
                .isEqualTo("\"2\"");
    }

    private static void update(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** The write has passed its check and stands before the row that another transaction holds. */
    private static void untilSomebodyWaits() {
        boolean waits = false;
        while (!waits) {
            waits = Bank.database()
                    .sql("select count(*) > 0 from pg_locks where not granted")
                    .query(Boolean.class)
                    .single();
        }
    }
}
