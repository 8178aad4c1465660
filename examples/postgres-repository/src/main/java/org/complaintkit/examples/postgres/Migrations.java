package org.complaintkit.examples.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * Brings a database up to date: each script once, in order, each in a transaction that also records it. Several nodes may
 * start at once: one works, the others wait.
 */
public final class Migrations {
    private static final List<String> SCRIPTS = List.of("1-cases.sql");
    /** Any number that nobody else takes for an advisory lock. */
    private static final long LOCK = 0x636f6d706c616e74L;

    private Migrations() {}

    /**
     * Runs the scripts that the database lacks.
     *
     * @throws StorageException if the database fails; the scripts before stay
     */
    public static void run(DataSource database) {
        new Transactions(database).run(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
                statement.execute("create table if not exists complaint_schema (script text primary key)");
                for (String script : SCRIPTS) {
                    if (isNew(connection, script)) {
                        statement.execute(text(script));
                    }
                }
            }
            return true;
        });
    }

    private static boolean isNew(Connection connection, String script) throws SQLException {
        String sql = "insert into complaint_schema values (?) on conflict do nothing returning script";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, script);
            try (ResultSet rows = insert.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String text(String script) {
        try (InputStream in = Migrations.class.getResourceAsStream(script)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + script);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
