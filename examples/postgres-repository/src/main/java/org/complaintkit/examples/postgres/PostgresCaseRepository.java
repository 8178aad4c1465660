package org.complaintkit.examples.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.duty.Notice;
import org.complaintkit.examples.postgres.AdvisoryClaim.Candidate;
import org.complaintkit.json.StoredCaseJson;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.repository.CaseChange;
import org.complaintkit.repository.CaseQuery;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.Claim;
import org.complaintkit.repository.Place;
import org.complaintkit.repository.StaleCaseException;
import org.complaintkit.repository.StoredCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cases in PostgreSQL. Thread-safe; any number of processes may share a database. Isolation READ COMMITTED is enough: what
 * decides are conditions on single rows.
 *
 * <p>A claim holds a connection of the pool as long as it is open: a pool needs one more than the threads that sweep. The
 * connection must be a session of the server's ({@link AdvisoryClaim}): behind PgBouncer, {@code pool_mode = session}.
 *
 * <p>A claim is no part of a transaction that the host has open, the confirmation of what it holds is. Whoever sweeps inside
 * a transaction of the host therefore hands out again what was not committed when the claim ended: sweep outside of one.
 *
 * <p>Positions of notices are drawn when they are written, not when they are committed: while others write, a notice may
 * become visible behind one that was claimed before, and comes with the next sweep.
 *
 * <p>A notice of a newer node that this one cannot read is left out of claims, with a line in the log, and stays for a node
 * that can.
 */
public final class PostgresCaseRepository implements CaseRepository {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresCaseRepository.class);
    private static final String PLACE_SQL = "select %1$s_sec, %1$s_nano, id from complaint_case"
            + " where (%1$s_sec, %1$s_nano, id) > (?, ?, ?) and (%1$s_sec, %1$s_nano) %2$s (?, ?) %3$s"
            + " order by %1$s_sec, %1$s_nano, id limit ?";

    private final Transactions transactions;

    public PostgresCaseRepository(Transactions transactions) {
        this.transactions = transactions;
    }

    /** One statement, so that case and last link are of one moment. */
    @Override
    public Optional<StoredCase> load(String caseId) {
        String sql = "select c.content, c.version, a.* from complaint_case c"
                + " join complaint_audit a on a.case_id = c.id where c.id = ? order by a.sequence desc limit 1";
        return transactions.run(connection -> {
            try (Row row = Row.of(connection, sql, caseId)) {
                if (!row.next()) {
                    return Optional.empty();
                }
                StoredCaseJson.Content content = StoredCaseJson.read(row.text("content"));
                return Optional.of(new StoredCase(content.value(), row.number("version"), row.link(), content.newer()));
            }
        });
    }

    @Override
    public void save(CaseChange change) {
        transactions.run(connection -> {
            Case value = change.value();
            String content = StoredCaseJson.write(value, change.newer());
            Instant received = value.complaint().receivedAt();
            String sql = change.expectedVersion() == 0
                    ? "insert into complaint_case (version, state, received_sec, received_nano, due_sec, due_nano,"
                            + " content, id) values (1, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing"
                    : "update complaint_case set version = version + 1, state = ?, received_sec = ?, received_nano = ?,"
                            + " due_sec = ?, due_nano = ?, content = ? where id = ? and version = ?";
            List<Object> values = new ArrayList<>();
            Collections.addAll(values, value.state(), received, value.nextMoment(), content, value.id());
            if (change.expectedVersion() != 0) {
                values.add(change.expectedVersion());
            }
            if (Row.update(connection, sql, values.toArray()) == 0) {
                throw new StaleCaseException(value.id(), change.expectedVersion(), version(connection, value.id()));
            }
            link(connection, change.audit());
            numbers(connection, change);
            notices(connection, change.notices());
            return true;
        });
    }

    private static long version(Connection connection, String caseId) throws SQLException {
        try (Row row = Row.of(connection, "select version from complaint_case where id = ?", caseId)) {
            return row.next() ? row.number("version") : 0;
        }
    }

    private static void link(Connection connection, AuditEntry link) throws SQLException {
        Row.update(
                connection,
                "insert into complaint_audit values (?, ?, ?, ?, ?, ?, ?, ?)",
                link.caseId(),
                link.sequence(),
                link.kind(),
                link.recordedAt(),
                link.content(),
                link.previous(),
                link.hash());
    }

    /** In the order of the names, so that two writes never wait for each other. */
    private static void numbers(Connection connection, CaseChange change) throws SQLException {
        for (Map.Entry<String, Long> taken : change.numbers().entrySet()) {
            String sql = taken.getValue() == 1
                    ? "insert into complaint_number values (?, ?) on conflict do nothing"
                    : "update complaint_number set last = last + 1 where sequence = ? and last = ? - 1";
            if (Row.update(connection, sql, taken.getKey(), taken.getValue()) == 0) {
                throw StaleCaseException.number(taken.getKey(), taken.getValue(), last(connection, taken.getKey()));
            }
        }
    }

    private static void notices(Connection connection, List<Notice> notices) throws SQLException {
        String sql = "insert into complaint_notice (key, content) values (?, ?) on conflict do nothing";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Notice notice : notices) {
                insert.setString(1, notice.key());
                insert.setString(2, StoredCaseJson.writeNotice(notice));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    public Claim<Place> due(Instant by, Place after, int limit) {
        String sql = String.format(Locale.ROOT, PLACE_SQL, "due", "<=", "");
        return claim(
                (session, last, most) -> {
                    Place from = last == null ? after : last;
                    return places(session, "due", sql, from.at(), from.caseId(), by, most).stream()
                            .map(place -> new Candidate<>("case " + place.caseId(), place))
                            .toList();
                },
                (session, place) -> exists(
                        session,
                        "select 1 from complaint_case where id = ? and due_sec = ? and due_nano = ?",
                        place.caseId(),
                        place.at()),
                limit);
    }

    @Override
    public Claim<Notice> unpublished(String afterKey, int limit) {
        String sql = "select key, content from complaint_notice where not published and position >"
                + " coalesce((select position from complaint_notice where key = ?), 0)"
                + " order by position limit ?";
        return claim(
                (session, last, most) -> waiting(session, sql, last == null ? afterKey : last.key(), most),
                (session, notice) ->
                        exists(session, "select 1 from complaint_notice where key = ? and not published", notice.key()),
                limit);
    }

    /** Reads on past what cannot be read, so that a page that is not full is the last one. */
    private static List<Candidate<Notice>> waiting(Connection session, String sql, String afterKey, int most)
            throws SQLException {
        List<Candidate<Notice>> found = new ArrayList<>();
        String last = afterKey;
        boolean more = true;
        while (more) {
            int asked = most - found.size();
            int read = 0;
            try (Row row = Row.of(session, sql, last, asked)) {
                while (row.next()) {
                    read++;
                    last = row.text("key");
                    readable(last, row.text("content"))
                            .ifPresent(notice -> found.add(new Candidate<>("notice " + notice.key(), notice)));
                }
            }
            more = read == asked && found.size() < most;
        }
        return found;
    }

    /** A newer node may write words that this one does not know: the notice waits for a node that does. */
    private static Optional<Notice> readable(String key, String content) {
        try {
            return Optional.of(StoredCaseJson.readNotice(content));
        } catch (InvalidInputException e) {
            LOG.warn("notice {} cannot be read here and is left to a newer node: {}", key, e.code());
            return Optional.empty();
        }
    }

    private <T> Claim<T> claim(AdvisoryClaim.Candidates<T> candidates, AdvisoryClaim.Check<T> check, int limit) {
        try {
            return AdvisoryClaim.of(transactions.session(), candidates, check, limit);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private static boolean exists(Connection session, String sql, Object... values) throws SQLException {
        try (Row row = Row.of(session, sql, values)) {
            return row.next();
        }
    }

    private static List<Place> places(Connection connection, String name, String sql, Object... values)
            throws SQLException {
        List<Place> places = new ArrayList<>();
        try (Row row = Row.of(connection, sql, values)) {
            while (row.next()) {
                places.add(new Place(row.moment(name), row.text("id")));
            }
        }
        return places;
    }

    @Override
    public void published(Collection<String> keys) {
        transactions.run(connection -> {
            Object all = connection.createArrayOf("text", keys.toArray());
            return Row.update(connection, "update complaint_notice set published = true where key = any (?)", all);
        });
    }

    @Override
    public List<AuditEntry> audit(String caseId) {
        return transactions.run(connection -> {
            List<AuditEntry> trail = new ArrayList<>();
            String sql = "select * from complaint_audit where case_id = ? order by sequence";
            try (Row row = Row.of(connection, sql, caseId)) {
                while (row.next()) {
                    trail.add(row.link());
                }
            }
            return trail;
        });
    }

    @Override
    public List<Place> find(CaseQuery query) {
        boolean any = query.states().isEmpty();
        String states = "and (received_sec, received_nano) >= (?, ?)" + (any ? "" : " and state = any (?)");
        String sql = String.format(Locale.ROOT, PLACE_SQL, "received", "<", states);
        return transactions.run(connection -> {
            List<Object> values =
                    new ArrayList<>(List.of(query.after().at(), query.after().caseId(), query.before(), query.from()));
            if (!any) {
                values.add(connection.createArrayOf("text", query.states().toArray()));
            }
            values.add(query.limit());
            return places(connection, "received", sql, values.toArray());
        });
    }

    @Override
    public long lastNumber(String sequence) {
        return transactions.run(connection -> last(connection, sequence));
    }

    private static long last(Connection connection, String sequence) throws SQLException {
        try (Row row = Row.of(connection, "select last from complaint_number where sequence = ?", sequence)) {
            return row.next() ? row.number("last") : 0;
        }
    }
}
