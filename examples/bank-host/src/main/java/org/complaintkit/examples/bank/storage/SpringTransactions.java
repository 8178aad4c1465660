package org.complaintkit.examples.bank.storage;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.complaintkit.examples.postgres.StorageException;
import org.complaintkit.examples.postgres.Transactions;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The repository's writes as parts of the transaction that Spring has open, or as one of their own. A part that fails is
 * rolled back alone, to a savepoint: the desk repeats a write that lost against another.
 */
final class SpringTransactions implements Transactions {
    private final DataSource database;
    private final TransactionTemplate part;

    SpringTransactions(DataSource database, PlatformTransactionManager manager) {
        this.database = database;
        this.part = new TransactionTemplate(manager);
        part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    public <T> T run(Work<T> work) {
        return part.execute(status -> {
            Connection connection = DataSourceUtils.getConnection(database);
            try {
                return work.with(connection);
            } catch (SQLException e) {
                throw new StorageException(e);
            } finally {
                DataSourceUtils.releaseConnection(connection, database);
            }
        });
    }

    @Override
    public Connection session() throws SQLException {
        return database.getConnection();
    }
}
