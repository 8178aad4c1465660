package org.complaintkit.examples.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.repository.Claim;

/**
 * A claim by advisory locks of one database session: PostgreSQL gives them back when the session ends, however it ends.
 * A lock is a number of 64 bits made of the name; if two names should ever share one, the second waits for a later sweep.
 * The session is one connection of the pool, held as long as the claim is open.
 */
final class AdvisoryClaim<T> implements Claim<T> {
    private final Connection session;
    private final List<T> items;
    private boolean closed;

    private AdvisoryClaim(Connection session, List<T> items) {
        this.session = session;
        this.items = List.copyOf(items);
    }

    /** What may be claimed: a candidate by the name of its lock. */
    record Candidate<T>(String name, T item) {}

    /** Where candidates come from: pages in order. */
    @FunctionalInterface
    interface Candidates<T> {
        List<Candidate<T>> page(Connection session, int offset, int limit) throws SQLException;
    }

    /** Whether a candidate is still what it was when it was read; asked once it is locked. */
    @FunctionalInterface
    interface Check<T> {
        boolean stillOpen(Connection session, T item) throws SQLException;
    }

    /** Takes up to {@code limit} candidates that nobody else holds. */
    static <T> Claim<T> of(Connection session, Candidates<T> candidates, Check<T> check, int limit)
            throws SQLException {
        List<T> taken = new ArrayList<>();
        try {
            int passed = 0;
            List<Candidate<T>> page = candidates.page(session, passed, limit);
            while (!page.isEmpty() && taken.size() < limit) {
                for (Candidate<T> candidate : page) {
                    if (taken.size() < limit && locked(session, "pg_try_advisory_lock", candidate.name())) {
                        if (check.stillOpen(session, candidate.item())) {
                            taken.add(candidate.item());
                        } else {
                            locked(session, "pg_advisory_unlock", candidate.name());
                        }
                    }
                }
                passed += page.size();
                page = taken.size() < limit ? candidates.page(session, passed, limit) : List.of();
            }
            return new AdvisoryClaim<>(session, taken);
        } catch (SQLException | RuntimeException e) {
            new AdvisoryClaim<>(session, taken).close();
            throw e;
        }
    }

    private static boolean locked(Connection session, String function, String name) throws SQLException {
        try (PreparedStatement lock = session.prepareStatement("select " + function + "(hashtextextended(?, 0))")) {
            lock.setString(1, name);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    @Override
    public List<T> items() {
        return items;
    }

    /** A session that cannot be cleaned is broken off, so that the pool does not hand its locks to the next user. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (Connection giving = session) {
            try (PreparedStatement unlock = giving.prepareStatement("select pg_advisory_unlock_all()")) {
                unlock.execute();
            } catch (SQLException e) {
                giving.abort(Runnable::run);
            }
        } catch (SQLException e) {
            closed = true; // the session is gone and its locks with it
        }
    }
}
