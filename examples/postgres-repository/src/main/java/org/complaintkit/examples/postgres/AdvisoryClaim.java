package org.complaintkit.examples.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.repository.Claim;
import org.jspecify.annotations.Nullable;

/**
 * A claim by advisory locks of one database session: PostgreSQL gives them back when the session ends, however it ends.
 * A lock is a number of 64 bits made of the name; if two names should ever share one, the second waits for a later sweep.
 * The session is one connection of the pool, held as long as the claim is open.
 *
 * <p>It must be a session: behind PgBouncer that means {@code pool_mode = session}, or a direct connection. In transaction
 * mode each statement may run in another session, so that locks are given back to nobody or held for ever.
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
        /** The page after an item; the first page where there is none. */
        List<Candidate<T>> page(Connection session, @Nullable T after, int limit) throws SQLException;
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
            boolean again = true;
            while (again) {
                List<Candidate<T>> locked = lockedOnes(session, candidates, limit);
                for (Candidate<T> candidate : locked) {
                    if (check.stillOpen(session, candidate.item())) {
                        taken.add(candidate.item());
                    } else {
                        locked(session, "pg_advisory_unlock", candidate.name());
                    }
                }
                again = taken.isEmpty() && !locked.isEmpty();
            }
            return new AdvisoryClaim<>(session, taken);
        } catch (Throwable e) { // after an error too: the sweep goes on, and the session would keep its locks
            new AdvisoryClaim<>(session, taken).close();
            throw e;
        }
    }

    /**
     * Locks candidates, page by page. All pages are of one snapshot: of two writes of a case, the second is never claimed
     * without the first because the first was committed between two pages.
     */
    private static <T> List<Candidate<T>> lockedOnes(Connection session, Candidates<T> candidates, int limit)
            throws SQLException {
        List<Candidate<T>> taken = new ArrayList<>();
        session.setAutoCommit(false);
        try (Statement snapshot = session.createStatement()) {
            snapshot.execute("set transaction isolation level repeatable read, read only");
            List<Candidate<T>> page = candidates.page(session, null, limit);
            while (!page.isEmpty() && taken.size() < limit) {
                for (Candidate<T> candidate : page) {
                    if (taken.size() < limit && locked(session, "pg_try_advisory_lock", candidate.name())) {
                        taken.add(candidate);
                    }
                }
                boolean more = taken.size() < limit && page.size() == limit;
                page = more ? candidates.page(session, page.get(page.size() - 1).item(), limit) : List.of();
            }
        }
        session.setAutoCommit(true);
        return taken;
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
                giving.setAutoCommit(true);
                unlock.execute();
            } catch (SQLException e) {
                giving.abort(Runnable::run);
            }
        } catch (SQLException e) {
            closed = true; // the session is gone and its locks with it
        }
    }
}
