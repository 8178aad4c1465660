package org.complaintkit.examples.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One transaction for what the host writes and for what the desk writes. Thread-safe: a transaction belongs to the thread
 * that opened it, and what the repository does in this thread meanwhile is part of it.
 *
 * <p>A desk under it is opened with {@code deliverBySweep()}: a notice that was handed out could not be taken back if the
 * transaction fails.
 */
public final class Transactions {
    private final DataSource pool;

    @SuppressWarnings("ThreadLocalUsage") // one for each database, cleared when the transaction ends
    private final ThreadLocal<@Nullable Connection> joined = new ThreadLocal<>();

    public Transactions(DataSource pool) {
        this.pool = pool;
    }

    /** Work in a transaction; what it throws rolls everything back. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /**
     * Runs work in one transaction, or in the one that this thread has open already, as a part that can be rolled back
     * alone.
     *
     * @throws StorageException if the database fails
     */
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
                connection.rollback();
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
            open.rollback(before);
            throw e;
        }
    }

    /** A connection of its own, outside every transaction; whoever asks closes it. */
    Connection session() throws SQLException {
        Connection connection = pool.getConnection();
        connection.setAutoCommit(true);
        return connection;
    }
}
