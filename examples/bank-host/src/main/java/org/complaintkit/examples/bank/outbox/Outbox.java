package org.complaintkit.examples.bank.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.complaintkit.duty.DutyPort;
import org.complaintkit.duty.Notice;
import org.complaintkit.examples.postgres.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table of what waits to be sent. As duty port it writes into the transaction that is open: what a request brings about
 * is here if and only if the case is. What a sweep brings about is stored with its case and gets here right after, in a
 * transaction of its own; if the process dies in between, with the next sweep of any node. A key that it holds, sent or not,
 * is dropped.
 *
 * <p>Who takes a message out puts its next try into the future with the same statement. That is the claim: no other node
 * takes it meanwhile, and if this one dies, the message comes up again by itself.
 */
@Component
public class Outbox implements DutyPort {
    private static final String PUT =
            "insert into duty_outbox (key, content, put_at, next_try) values (?, ?, ?, ?) on conflict do nothing";
    private static final String TAKE = "update duty_outbox set attempts = attempts + 1,"
            + " next_try = ? + least(? * power(2, least(attempts, 20)), ?) * interval '1 second'"
            + " where key = (select key from duty_outbox where sent_at is null and next_try <= ?"
            + " order by next_try, position limit 1 for update skip locked)"
            + " returning key, content, attempts";
    private static final String DELETE = "delete from duty_outbox where key in (select key from duty_outbox"
            + " where sent_at < ? order by sent_at limit ? for update skip locked)";

    private final Transactions transactions;
    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;
    private final OutboxProperties properties;
    private final MeterRegistry metrics;

    public Outbox(
            Transactions transactions,
            JdbcClient database,
            JsonMapper json,
            Clock clock,
            OutboxProperties properties,
            MeterRegistry metrics) {
        this.transactions = transactions;
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.properties = properties;
        this.metrics = metrics;
    }

    /** A message taken out to be sent; {@code attempt} is 1 for the first. */
    record Message(String key, String content, int attempt) {}

    @Override
    public void deliver(Notice notice) {
        String content = json.writeValueAsString(DutyMessage.of(notice));
        transactions.run(connection -> {
            try (PreparedStatement put = connection.prepareStatement(PUT)) {
                put.setString(1, notice.key());
                put.setString(2, content);
                put.setObject(3, now());
                put.setObject(4, now());
                metrics.counter("complaint.duties", "kind", notice.kind().name())
                        .increment(put.executeUpdate());
                return true;
            }
        });
    }

    /** Takes the message that has waited longest; empty if none is due. */
    Optional<Message> take() {
        double firstWait = properties.retry().toMillis() / 1000.0;
        return database.sql(TAKE)
                .params(now(), firstWait, OutboxProperties.LONGEST_WAIT.toSeconds(), now())
                .query((row, number) ->
                        new Message(row.getString("key"), row.getString("content"), row.getInt("attempts")))
                .optional();
    }

    /** Notes that the receiver has it. */
    void sent(String key) {
        database.sql("update duty_outbox set sent_at = ? where key = ?")
                .params(now(), key)
                .update();
    }

    /** How many wait. */
    public long backlog() {
        return database.sql("select count(*) from duty_outbox where sent_at is null")
                .query(Long.class)
                .single();
    }

    /** How long the oldest of them has waited; zero if none waits. */
    public Duration oldest() {
        return database.sql("select put_at from duty_outbox where sent_at is null order by put_at limit 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(put -> Duration.between(put.toInstant(), clock.instant()))
                .orElse(Duration.ZERO);
    }

    /** Deletes a batch of what was sent longer ago than the retention; returns how many there were. */
    int deleteSent() {
        return database.sql(DELETE)
                .params(now().minus(properties.retention()), properties.deletionBatch())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
