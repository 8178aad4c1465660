package org.complaintkit.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.examples.bank.outbox.Outbox;
import org.complaintkit.examples.bank.outbox.OutboxProperties;
import org.complaintkit.examples.bank.outbox.OutboxRelay;
import org.complaintkit.lifecycle.Case;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Duties reach their receiver, whatever it does. */
class OutboxTest {
    private final OutboxRelay relay = Bank.bean(OutboxRelay.class);

    @BeforeEach
    void empty() {
        while (relay.run() > 0) {
            Bank.CLOCK.go(Duration.ofHours(1));
        }
        assertThat(Bank.bean(Outbox.class).backlog()).isZero();
    }

    @AfterEach
    void mend() {
        Bank.RECEIVER.answers(204);
        Bank.RECEIVER.released();
    }

    private static List<String> keys(String caseId) {
        return Bank.RECEIVER.of(caseId).stream().map(DutyReceiver.Arrival::key).toList();
    }

    private static long waiting() {
        return Bank.bean(Outbox.class).backlog();
    }

    @Test
    void a_duty_is_sent_once_with_its_key_and_without_the_complainant() throws Exception {
        Bank.receive("out-1", Bank.complaint("Outlet O", ",\"complainant\":{\"name\":\"Somebody Known\"}"));
        long owed = waiting();
        assertThat(relay.run()).isEqualTo((int) owed).isPositive();
        assertThat(relay.run()).isZero();
        assertThat(keys("out-1")).hasSize((int) owed).doesNotHaveDuplicates();
        for (DutyReceiver.Arrival arrival : Bank.RECEIVER.of("out-1")) {
            JsonNode body = Bank.JSON.readTree(arrival.body());
            assertThat(body.path("key").asText()).isEqualTo(arrival.key());
            assertThat(body.path("caseId").asText()).isEqualTo("out-1");
            assertThat(body.path("clause").asText()).startsWith("RCC-");
            assertThat(arrival.body()).doesNotContain("Somebody");
        }
    }

    @Test
    void a_duty_that_is_delivered_again_is_dropped() {
        Bank.receive("out-0", Bank.complaint("Outlet O"));
        assertThat(relay.run()).isPositive();
        Case stored = Bank.bean(ComplaintDesk.class).find("out-0").orElseThrow();
        assertThat(stored.notices()).isNotEmpty();
        stored.notices().forEach(Bank.bean(Outbox.class)::deliver);
        assertThat(waiting()).isZero();
    }

    @Test
    void a_receiver_that_fails_is_left_alone_and_tried_again_later() {
        Bank.RECEIVER.answers(503);
        Bank.receive("out-2", Bank.complaint("Outlet O"));
        long owed = waiting();
        assertThat(relay.run()).isZero();
        assertThat(keys("out-2")).as("one try, then no more in this run").hasSize(1);

        Bank.RECEIVER.answers(204);
        assertThat(relay.run()).as("the failed one waits").isEqualTo((int) owed - 1);
        Bank.CLOCK.go(Duration.ofMinutes(1));
        assertThat(relay.run()).isEqualTo(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void a_receiver_that_hangs_costs_no_more_than_the_timeout_and_gets_the_same_key_again() {
        Bank.RECEIVER.hangs();
        Bank.receive("out-3", Bank.complaint("Outlet O"));
        assertThat(relay.run()).isZero();
        Bank.RECEIVER.released();
        Bank.CLOCK.go(Duration.ofMinutes(1));
        while (relay.run() > 0) {
            Bank.CLOCK.go(Duration.ofMinutes(1));
        }
        assertThat(waiting()).isZero();
        String first = keys("out-3").get(0);
        List<DutyReceiver.Arrival> repeats = Bank.RECEIVER.of("out-3").stream()
                .filter(arrival -> arrival.key().equals(first))
                .toList();
        assertThat(repeats).as("it may have acted already: the key tells").hasSize(2);
        assertThat(repeats.get(0)).isEqualTo(repeats.get(1));
    }

    @Test
    @Timeout(60)
    void a_receiver_that_hangs_within_its_answer_costs_no_more_either() {
        Bank.RECEIVER.answers(200);
        Bank.RECEIVER.hangsWithinItsAnswer();
        Bank.receive("out-9", Bank.complaint("Outlet O"));
        long owed = waiting();
        assertThat(relay.run()).isZero();
        assertThat(waiting()).isEqualTo(owed);
    }

    @Test
    void what_was_sent_is_deleted_after_its_time_batch_by_batch_and_what_waits_stays() {
        Bank.CLOCK.go(Duration.ofDays(31));
        relay.tidy();
        double before = Bank.metric("bank.outbox.deleted");
        Bank.receive("out-5", Bank.complaint("Outlet O"));
        int sent = relay.run();
        Bank.RECEIVER.answers(503);
        Bank.receive("out-6", Bank.complaint("Outlet O"));
        long owed = waiting();

        Bank.CLOCK.go(Duration.ofDays(30));
        assertThat(relay.tidy()).isZero();
        Bank.CLOCK.go(Duration.ofSeconds(1));
        assertThat(relay.tidy()).as("in batches of two").isEqualTo(sent).isGreaterThan(2);

        assertThat(Bank.metric("bank.outbox.deleted")).isEqualTo(before + sent);
        assertThat(waiting()).isEqualTo(owed).isPositive();
    }

    @Test
    void health_and_metrics_tell_how_many_wait_and_for_how_long() {
        assertThat(Bank.metric("bank.outbox.oldest")).isZero();
        Bank.receive("out-7", Bank.complaint("Outlet O"));
        Bank.CLOCK.go(Duration.ofMinutes(10));
        Bank.receive("out-8", Bank.complaint("Outlet O"));

        assertThat(Bank.metric("bank.outbox.oldest")).isEqualTo(600);
        assertThat(Bank.metric("bank.outbox.backlog")).isEqualTo((double) waiting());
        JsonNode health = Bank.json(Bank.get("/actuator/health", "operator"))
                .path("components")
                .path("outbox");
        assertThat(health.path("status").asText()).isEqualTo("UP");
        assertThat(health.path("details").path("waiting").asLong()).isEqualTo(waiting());
        assertThat(health.path("details").path("oldestSeconds").asLong()).isEqualTo(600);
    }

    @Test
    void the_service_is_ill_while_the_outbox_cannot_be_asked() {
        Bank.database().sql("alter table duty_outbox rename to elsewhere").update();
        HttpResponse<String> health;
        try {
            health = Bank.get("/actuator/health", "operator");
        } finally {
            Bank.database().sql("alter table elsewhere rename to duty_outbox").update();
        }
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(Bank.json(health)
                        .path("components")
                        .path("outbox")
                        .path("status")
                        .asText())
                .isEqualTo("DOWN");
    }

    @ParameterizedTest
    @CsvSource({"PT5S, PT5S", "PT1H, PT3H", "PT2H, PT3H"})
    void a_message_is_never_taken_again_while_it_may_still_be_under_way(Duration timeout, Duration retry) {
        Duration day = Duration.ofDays(1);
        assertThatThrownBy(() -> new OutboxProperties(null, timeout, retry, day, day, day, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shorter than an hour");
    }

    /** A database of the first version has messages of which nobody noted since when they wait. */
    @Test
    void messages_of_an_older_database_wait_since_their_next_try() throws Exception {
        try (Connection other = Bank.bean(DataSource.class).getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("create schema older");
            statement.execute("set local search_path = older");
            statement.execute(script("bank-1.sql"));
            statement.execute("insert into duty_outbox (key, content, next_try) values ('k', '{}', '2026-03-02Z')");
            statement.execute(script("bank-2.sql"));
            try (ResultSet row = statement.executeQuery("select put_at = next_try from duty_outbox")) {
                assertThat(row.next() && row.getBoolean(1)).isTrue();
            }
            other.rollback();
            other.setAutoCommit(true);
        }
    }

    private static String script(String name) throws IOException {
        try (InputStream in = BankHost.class.getResourceAsStream("storage/" + name)) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_node_does_not_wait_for_what_another_is_taking() throws Exception {
        Bank.receive("out-4", Bank.complaint("Outlet O"));
        long owed = waiting();
        try (Connection other = Bank.bean(DataSource.class).getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select 1 from duty_outbox where sent_at is null for update");
            assertThat(CompletableFuture.supplyAsync(relay::run).get(60, TimeUnit.SECONDS))
                    .isZero();
            other.rollback();
            other.setAutoCommit(true);
        }
        assertThat(relay.run()).isEqualTo((int) owed);
    }

    @Test
    void nodes_that_send_at_once_send_nothing_twice() {
        for (int i = 0; i < 5; i++) {
            Bank.receive("out-many-" + i, Bank.complaint("Outlet O"));
        }
        long owed = waiting();
        int sent = Stream.generate(() -> CompletableFuture.supplyAsync(relay::run)).limit(4).toList().stream()
                .mapToInt(CompletableFuture::join)
                .sum();
        assertThat(sent).isEqualTo((int) owed);
        List<String> arrived = Stream.iterate(0, i -> i < 5, i -> i + 1)
                .flatMap(i -> keys("out-many-" + i).stream())
                .toList();
        assertThat(arrived).hasSize((int) owed).doesNotHaveDuplicates();
    }
}
