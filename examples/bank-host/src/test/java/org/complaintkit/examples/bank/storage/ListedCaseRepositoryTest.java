package org.complaintkit.examples.bank.storage;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import org.complaintkit.examples.postgres.Transactions;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.testing.CaseRepositoryContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The law of repositories holds in Spring's transactions, with the bank's list written along. */
class ListedCaseRepositoryTest extends CaseRepositoryContract {
    private static final Pulse PULSE = new Pulse(Clock.systemUTC());

    private static EmbeddedPostgres server;
    private static HikariDataSource pool;
    private static HikariDataSource otherPool;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
        pool = pool();
        otherPool = pool();
        new StorageConfiguration().caseRepository(pool, transactions(pool), PULSE);
    }

    @AfterAll
    static void stop() throws IOException {
        pool.close();
        otherPool.close();
        server.close();
    }

    private static HikariDataSource pool() {
        HikariDataSource made = new HikariDataSource();
        made.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
        return made;
    }

    private static Transactions transactions(HikariDataSource database) {
        return new SpringTransactions(database, new JdbcTransactionManager(database));
    }

    @BeforeEach
    void empty() {
        JdbcClient.create(pool)
                .sql("truncate complaint_audit, complaint_case, complaint_notice, complaint_number, worklist")
                .update();
    }

    @Override
    public CaseRepository repository() {
        return new StorageConfiguration().caseRepository(pool, transactions(pool), PULSE);
    }

    @Override
    public CaseRepository another() {
        return new StorageConfiguration().caseRepository(otherPool, transactions(otherPool), PULSE);
    }
}
