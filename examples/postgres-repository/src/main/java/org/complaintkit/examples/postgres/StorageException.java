package org.complaintkit.examples.postgres;

import java.sql.SQLException;

/**
 * The database failed; nothing was stored, unless the connection broke during a commit, in which case a load tells. It
 * carries the SQL state and the place only: messages of the driver quote rows.
 */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageException(SQLException failure) {
        super("the database failed with SQL state " + failure.getSQLState());
        setStackTrace(failure.getStackTrace());
    }
}
