package org.complaintkit.examples.postgres;

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

    @Override
    public CaseRepository repository() {
        return new PostgresCaseRepository(Transactions.of(pool));
    }

    @Override
    public CaseRepository another() {
        return new PostgresCaseRepository(Transactions.of(otherPool));
    }
}
