package org.complaintkit.examples.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.testing.CaseRepositoryContract;
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

    @Override
    public CaseRepository repository() {
        return new PostgresCaseRepository(Transactions.of(pool));
    }

    @Override
    public CaseRepository another() {
        return new PostgresCaseRepository(Transactions.of(otherPool));
    }
}
