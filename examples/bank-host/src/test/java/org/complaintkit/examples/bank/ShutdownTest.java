package org.complaintkit.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A process of the service is told to end (SIGTERM) while a request, a sweep and a delivery are under way. */
@Timeout(500)
class ShutdownTest {
    private static final Pattern ADDRESS = Pattern.compile("(http://localhost:([0-9]+))/openapi\\.json");

    private final DutyReceiver receiver = DutyReceiver.open();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void what_is_under_way_ends_well_and_nothing_new_is_begun() throws Exception {
        Bank.database().sql("create database shutdown").update();
        String url = Bank.databaseUrl().replace("/postgres?", "/shutdown?");
        Process service = start(url);
        receiver.hangs();
        try (Connection claimed = DriverManager.getConnection(url);
                Connection rows = DriverManager.getConnection(url)) {
            rows.setAutoCommit(false);
            run(claimed, "select pg_advisory_lock(hashtextextended('case old', 0))");
            Matcher address = address(service);
            assertThat(receive(address.group(1), "old").statusCode()).isEqualTo(201);
            receiver.next();
            run(rows, "select 1 from complaint_case where id = 'old' for update");
            run(claimed, "select pg_advisory_unlock_all()");
            untilWaiting(claimed, 1);
            run(rows, "lock table customer_contact in share mode");
            CompletableFuture<HttpResponse<String>> request =
                    CompletableFuture.supplyAsync(() -> receive(address.group(1), "new"));
            untilWaiting(claimed, 2);

            service.destroy();
            untilClosed(Integer.parseInt(address.group(2)));
            rows.rollback();
            receiver.released();

            assertThat(request.get().statusCode()).as("the request").isEqualTo(201);
            assertThat(service.waitFor()).as("128 and SIGTERM").isEqualTo(143);
            assertThat(number(claimed, "select count(*) from complaint_case where id = 'new'"))
                    .isEqualTo(1);
            assertThat(number(
                            claimed,
                            "select count(*) from complaint_audit where case_id = 'old' and kind = 'TIME_PASSED'"))
                    .as("the sweep")
                    .isEqualTo(1);
            assertThat(number(claimed, "select count(*) from duty_outbox where sent_at is not null"))
                    .as("the delivery")
                    .isEqualTo(1);
            assertThat(receiver.all()).as("no other was begun").hasSize(1);
        } finally {
            service.destroyForcibly();
        }
    }

    private Process start(String url) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        BankHost.class.getName(),
                        "--spring.profiles.active=demo",
                        "--spring.datasource.url=" + url,
                        "--server.port=0",
                        "--complaint-kit.sweep-interval=300ms",
                        "--bank.outbox.interval=300ms",
                        "--bank.outbox.timeout=5m",
                        "--bank.outbox.retry=6m",
                        "--bank.outbox.receiver=" + receiver.address())
                .redirectErrorStream(true)
                .start();
    }

    private static Matcher address(Process service) throws IOException {
        BufferedReader told = service.inputReader();
        StringBuilder all = new StringBuilder();
        String line = told.readLine();
        while (line != null) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return address;
            }
            all.append(line).append('\n');
            line = told.readLine();
        }
        throw new AssertionError("the service did not start:\n" + all);
    }

    private static HttpResponse<String> receive(String address, String id) {
        String body = "{\"receivedAt\":\"2026-03-02T10:00:00+08:00\",\"channel\":\"PHONE\"}";
        return Bank.send(Bank.request(
                        URI.create(address + "/complaints"),
                        "clerk",
                        "Idempotency-Key",
                        id,
                        "Content-Type",
                        "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static void untilClosed(int port) throws IOException {
        boolean open = true;
        while (open) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                open = socket.isConnected();
            } catch (ConnectException e) {
                open = false;
            }
        }
    }

    private static void untilWaiting(Connection connection, long most) throws SQLException {
        String waiting = "select count(*) from pg_stat_activity"
                + " where datname = current_database() and wait_event_type = 'Lock'";
        while (number(connection, waiting) < most) {
            Thread.onSpinWait();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }
}
