package org.complaintkit.examples.bank.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.lifecycle.Case;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The bank's own list of what has to be answered by when: one line a case, written with the case, so that screens and
 * metrics read an index and not every case. It holds codes, staff and moments only.
 */
@Component
public class Worklist {
    private static final String PUT =
            "insert into worklist (case_id, state, owner, person, late_from) values (?, ?, ?, ?, ?)"
                    + " on conflict (case_id) do update set state = excluded.state, owner = excluded.owner,"
                    + " person = excluded.person, late_from = excluded.late_from";

    private final JdbcClient database;

    public Worklist(JdbcClient database) {
        this.database = database;
    }

    /**
     * A case that waits for its answer.
     *
     * @param owner role in whose hands it lies
     * @param person who holds the role; empty where unknown
     * @param lateFrom the first moment at which the answer is late
     */
    public record Line(String caseId, String state, String owner, String person, Instant lateFrom) {}

    /** Cases whose answer is late at or after no moment later than {@code by}, the earliest first. */
    public List<Line> lateBy(Instant by, int limit) {
        return database.sql("select case_id, state, owner, person, late_from from worklist where late_from <= ?"
                        + " order by late_from, case_id limit ?")
                .params(stamp(by), limit)
                .query((row, number) -> new Line(
                        row.getString("case_id"),
                        row.getString("state"),
                        row.getString("owner"),
                        row.getString("person"),
                        row.getObject("late_from", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** How many cases are late at a moment. */
    public long late(Instant at) {
        return database.sql("select count(*) from worklist where late_from <= ?")
                .param(stamp(at))
                .query(Long.class)
                .single();
    }

    static void put(Connection connection, Case value) throws SQLException {
        Optional<Instant> lateFrom = value.deadlines().stream()
                .filter(deadline -> deadline.rule().endsHandling())
                .filter(deadline -> !deadline.stopped() && !deadline.limit().isNever())
                .map(Deadline::lateFrom)
                .min(Comparator.naturalOrder());
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            put.setString(1, value.id());
            put.setString(2, value.state());
            put.setString(3, value.assignee().role());
            put.setString(4, value.assignee().person());
            if (lateFrom.isPresent()) {
                put.setObject(5, stamp(lateFrom.get()));
            } else {
                put.setNull(5, Types.TIMESTAMP_WITH_TIMEZONE);
            }
            put.executeUpdate();
        }
    }

    private static OffsetDateTime stamp(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
