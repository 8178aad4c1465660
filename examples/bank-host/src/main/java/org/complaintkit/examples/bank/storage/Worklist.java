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
import java.util.TreeMap;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.repository.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The bank's own list of what has to be answered by when: one line a case, written with the case, so that screens and
 * metrics read an index and not every case. It holds codes, staff and moments only.
 */
@Component
public class Worklist {
    private static final String PUT =
            "insert into worklist (case_id, state, owner, person, late_from, rules) values (?, ?, ?, ?, ?, ?)"
                    + " on conflict (case_id) do update set state = excluded.state, owner = excluded.owner,"
                    + " person = excluded.person, late_from = excluded.late_from, rules = excluded.rules";

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

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

    /**
     * Cases whose answer is late at or after no moment later than {@code by}, the earliest first, those of one moment by id.
     *
     * @param after where to go on: moment and id of the last line of the page before; {@link Place#FIRST} at the beginning
     */
    public List<Line> lateBy(Instant by, Place after, int limit) {
        return database.sql("select case_id, state, owner, person, late_from from worklist where late_from <= ?"
                        + " and (late_from, case_id) > (?, ?) order by late_from, case_id limit ?")
                .params(stamp(by), stamp(after.at()), after.caseId(), limit)
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

    /**
     * Cases that wait for their answer, by the rules that decided them.
     *
     * @param rules the packs and parameters in words
     */
    public record Share(String rules, long cases) {}

    /** All cases that wait for their answer, by rules; those whose rules are not noted yet are left out. */
    public List<Share> shares() {
        return database.sql("select rules, count(*) as cases from worklist"
                        + " where late_from is not null and rules is not null group by rules")
                .query((row, number) -> new Share(row.getString("rules"), row.getLong("cases")))
                .list();
    }

    /** Some of the cases of a share. */
    public List<String> examples(Share share, int limit) {
        return database.sql("select case_id from worklist where late_from is not null and rules = ?"
                        + " order by case_id limit ?")
                .params(share.rules(), limit)
                .query(String.class)
                .list();
    }

    /**
     * Cases that wait for their answer and were listed before rules were noted, by id.
     *
     * @param after where to go on: the last of the page before; empty at the beginning
     */
    public List<String> withoutRules(String after, int limit) {
        return database.sql("select case_id from worklist where late_from is not null and rules is null"
                        + " and case_id > ? order by case_id limit ?")
                .params(after, limit)
                .query(String.class)
                .list();
    }

    /** Notes the rules of such a case. */
    public void note(Case value) {
        database.sql("update worklist set rules = ? where case_id = ? and rules is null")
                .params(rules(value), value.id())
                .update();
    }

    /** Packs and parameters in words: equal where the rules are. */
    private static String rules(Case value) {
        return value.packs() + " " + new TreeMap<>(value.parameters());
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
            put.setString(6, rules(value));
            put.executeUpdate();
        }
    }

    /** Beyond what the database counts it says that it never was, or never will be. */
    private static OffsetDateTime stamp(Instant moment) {
        if (moment.isBefore(EARLIEST)) {
            return OffsetDateTime.MIN;
        }
        return moment.isAfter(LATEST) ? OffsetDateTime.MAX : moment.atOffset(ZoneOffset.UTC);
    }
}
