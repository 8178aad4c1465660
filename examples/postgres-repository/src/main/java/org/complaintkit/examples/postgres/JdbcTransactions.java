package org.complaintkit.examples.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Transactions on plain JDBC. */
final class JdbcTransactions implements Transactions {
    private final DataSource pool;

    @SuppressWarnings("ThreadLocalUsage") // one for each database, cleared when the transaction ends
    private final ThreadLocal<@Nullable Connection> joined = new ThreadLocal<>();

    JdbcTransactions(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public <T> T run(Work<T> work) {
        Connection open = joined.get();
        try {
            return open == null ? begun(work) : part(open, work);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private <T> T begun(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            joined.set(connection);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (Throwable e) {
                undo(connection::rollback, e);
                throw e;
            } finally {
                joined.remove();
            }
        }
    }

    /** PostgreSQL refuses everything after an error up to a savepoint: the host's own rows stay usable. */
    private static <T> T part(Connection open, Work<T> work) throws SQLException {
        Savepoint before = open.setSavepoint();
        try {
            T result = work.with(open);
            open.releaseSavepoint(before);
            return result;
        } catch (Throwable e) {
            undo(() -> open.rollback(before), e);
            throw e;
        }
    }

    /** Something that brings a connection back to where it stood. */
    @FunctionalInterface
    private interface Undoing {
        void run() throws SQLException;
    }

    /** On a broken connection this fails too; what went wrong first is what the caller has to hear. */
    private static void undo(Undoing undoing, Throwable first) {
        try {
            undoing.run();
        } catch (SQLException e) {
            first.addSuppressed(new StorageException(e));
        }
    }

    @Override
    public Connection session() throws SQLException {
        Connection connection = pool.getConnection();
        try {
            connection.setAutoCommit(true);
            return connection;
        } catch (Throwable e) {
            undo(connection::close, e);
            throw e;
        }
    }
}
