package org.complaintkit.examples.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.duty.Notice;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.Claim;
import org.complaintkit.repository.testing.CaseRepositoryContract;
import org.complaintkit.repository.testing.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresCaseRepositoryTest extends CaseRepositoryContract {
    private static TestDatabase database;
    private static HikariDataSource pool;
    private static HikariDataSource otherPool;

    @BeforeAll
    static void start() {
        database = TestDatabase.start();
        pool = database.pool(10);
        otherPool = database.pool(10);
        Migrations.run(pool);
        Migrations.run(otherPool);
    }

    @AfterAll
    static void stop() {
        pool.close();
        otherPool.close();
        database.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("audit", "case", "notice", "number")) {
                statement.execute("delete from complaint_" + table);
            }
        }
    }

    @Test
    void an_error_within_a_claim_gives_the_session_and_its_locks_back() throws SQLException {
        Connection session = pool.getConnection();
        assertThatThrownBy(() -> AdvisoryClaim.of(
                        session,
                        (open, after, limit) -> List.of(new AdvisoryClaim.Candidate<>("case", "case")),
                        (open, item) -> {
                            throw new StackOverflowError();
                        },
                        1))
                .isInstanceOf(StackOverflowError.class);

        assertThat(session.isClosed()).isTrue();
        try (Connection connection = otherPool.getConnection();
                Row locks = Row.of(connection, "select count(*) as n from pg_locks where locktype = 'advisory'")) {
            assertThat(locks.next()).isTrue();
            assertThat(locks.number("n")).isZero();
        }
    }

    /** In a rolling upgrade a newer node writes kinds of notices that an older one does not know. */
    @Test
    void a_notice_that_cannot_be_read_here_waits_for_a_newer_node_and_holds_up_no_other() throws SQLException {
        CaseRepository repository = repository();
        List<String> readable = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Outcome received = Samples.received("C-" + i);
            save(received);
            received.notices().forEach(notice -> readable.add(notice.key()));
            try (Connection connection = pool.getConnection()) {
                for (int newer = 0; newer < 3; newer++) {
                    String key = "C-" + i + "/NEWER/" + newer;
                    Row.update(
                            connection,
                            "insert into complaint_notice (key, content) select ?, replace(content, '\"DUTY\"',"
                                    + " '\"FORESIGHT\"') from complaint_notice order by position limit 1",
                            key);
                }
            }
        }
        assertThat(readable).hasSizeGreaterThan(3);

        for (int limit : new int[] {1, 2, 3, 100}) {
            List<String> claimed = new ArrayList<>();
            String last = "";
            while (last != null) {
                try (Claim<Notice> claim = repository.unpublished(last, limit)) {
                    claim.items().forEach(notice -> claimed.add(notice.key()));
                    last = claim.items().isEmpty() ? null : claimed.get(claimed.size() - 1);
                }
            }
            assertThat(claimed).as("pages of %s", limit).isEqualTo(readable);
        }
        try (Connection connection = pool.getConnection();
                Row left = Row.of(connection, "select count(*) as n from complaint_notice where not published")) {
            assertThat(left.next()).isTrue();
            assertThat(left.number("n")).isEqualTo(readable.size() + 12L);
        }
    }

    @Override
    public CaseRepository repository() {
        return new PostgresCaseRepository(Transactions.of(pool));
    }

    @Override
    public CaseRepository another() {
        return new PostgresCaseRepository(Transactions.of(otherPool));
    }
}
