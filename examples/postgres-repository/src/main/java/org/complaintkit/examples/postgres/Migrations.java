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
 * Brings a database up to date: each script once, in order, each in a transaction of its own that also records it. A script
 * that fails leaves nothing of itself; those before it stay, those after it are not begun, and the next run goes on there.
 * Several nodes may start at once: one works, the others wait. A host runs scripts of its own in the same way.
 */
public final class Migrations {
    /** Any number that nobody else takes for an advisory lock. */
    private static final long LOCK = 0x636f6d706c616e74L;

    private final Class<?> beside;
    private final List<String> scripts;

    private Migrations(Class<?> beside, List<String> scripts) {
        this.beside = beside;
        this.scripts = scripts;
    }

    /**
     * Runs the scripts of the repository that the database lacks.
     *
     * @throws StorageException if the database fails
     */
    public static void run(DataSource database) {
        run(database, Migrations.class, "1-cases.sql");
    }

    /**
     * Runs scripts that the database lacks.
     *
     * @param beside the class beside which they lie
     * @param scripts their names, in order, each unlike any other of this database
     * @throws StorageException if the database fails; the scripts before the one that failed stay
     * @throws IllegalStateException if a script that the database lacks is not there; the ones before it stay
     */
    public static void run(DataSource database, Class<?> beside, String... scripts) {
        new Migrations(beside, List.of(scripts)).run(Transactions.of(database));
    }

    private void run(Transactions database) {
        for (String script : scripts) {
            database.run(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
                    statement.execute("create table if not exists complaint_schema (script text primary key)");
                    return isNew(connection, script) && statement.execute(text(script));
                }
            });
        }
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

    private String text(String script) {
        try (InputStream in = beside.getResourceAsStream(script)) {
            if (in == null) {
                throw new IllegalStateException("no script " + script + " beside " + beside.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
