package org.complaintkit.examples.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.complaintkit.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/** The rows that a statement answers, one after the other. A moment fills two places of a statement: seconds and nanoseconds, one that there is not two nulls. */
final class Row implements AutoCloseable {
    private final PreparedStatement statement;
    private final ResultSet rows;

    private Row(PreparedStatement statement, ResultSet rows) {
        this.statement = statement;
        this.rows = rows;
    }

    static Row of(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            fill(statement, values);
            return new Row(statement, statement.executeQuery());
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    /** Changes rows and tells how many. */
    static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            return statement.executeUpdate();
        }
    }

    private static void fill(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        int position = 1;
        for (Object each : values) {
            Object value = each instanceof Optional<?> present && present.isPresent() ? present.get() : each;
            if (value instanceof Instant moment) {
                statement.setLong(position++, moment.getEpochSecond());
                statement.setInt(position++, moment.getNano());
            } else if (value instanceof Optional<?> maybe && maybe.isEmpty()) {
                statement.setNull(position++, Types.BIGINT);
                statement.setNull(position++, Types.INTEGER);
            } else {
                statement.setObject(position++, value);
            }
        }
    }

    boolean next() throws SQLException {
        return rows.next();
    }

    String text(String column) throws SQLException {
        return rows.getString(column);
    }

    long number(String column) throws SQLException {
        return rows.getLong(column);
    }

    Instant moment(String name) throws SQLException {
        return Instant.ofEpochSecond(number(name + "_sec"), number(name + "_nano"));
    }

    /** The columns of a link. */
    AuditEntry link() throws SQLException {
        return new AuditEntry(
                text("case_id"),
                number("sequence"),
                text("kind"),
                moment("recorded"),
                text("digest"),
                text("previous"),
                text("hash"));
    }

    /** Closes the rows too. */
    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
