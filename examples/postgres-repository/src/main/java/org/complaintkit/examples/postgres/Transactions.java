package org.complaintkit.examples.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * One transaction for what the host writes and for what the desk writes. {@link #of} is the one on plain JDBC; a host whose
 * framework opens the transactions brings its own.
 *
 * <p>The law for implementers: thread-safe; a transaction belongs to the thread that opened it, and what the repository
 * does in this thread meanwhile is part of it.
 *
 * <p>A desk under it is opened with {@code deliverBySweep()}, unless its duty port writes into the same transaction: a
 * notice that was handed out could not be taken back if the transaction fails.
 */
public interface Transactions {
    /** Transactions on the connections of a pool. */
    static Transactions of(DataSource pool) {
        return new JdbcTransactions(pool);
    }

    /** Work in a transaction; what it throws rolls everything back. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /**
     * Runs work in one transaction, or in the one that this thread has open already, as a part that can be rolled back
     * alone.
     *
     * @throws StorageException if the database fails
     */
    <T> T run(Work<T> work);

    /** A connection of its own, outside every transaction, which commits each statement; whoever asks closes it. */
    Connection session() throws SQLException;
}
