package org.complaintkit.examples.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.complaintkit.examples.bank.watch.SweepSchedule;
import org.complaintkit.fixture.TestClock;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The service as it is started, once for all tests: its demo database, a port of its own, a clock that tests move, and a
 * receiver of duties. Its schedules run once at the start; further runs are the tests'.
 */
final class Bank {
    static final Instant MONDAY = Instant.parse("2026-03-02T03:00:00Z");
    static final TestClock CLOCK = new TestClock(MONDAY);
    static final DutyReceiver RECEIVER = DutyReceiver.open();
    static final Path LOG = Path.of("target", "bank-host-test.log");
    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ConfigurableApplicationContext CONTEXT = start();

    private Bank() {}

    /** No component, so that the service of {@link ShutdownTest} does not find it. */
    static class Time {
        @Bean
        TestClock bankClock() {
            return CLOCK;
        }
    }

    /** What the schedules do at the start is done when the first test begins. */
    private static ConfigurableApplicationContext start() {
        ConfigurableApplicationContext context = run();
        context.getBean(SweepSchedule.class).sweep();
        return context;
    }

    private static ConfigurableApplicationContext run() {
        try {
            Files.deleteIfExists(LOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SpringApplicationBuilder(BankHost.class, Time.class)
                .run(
                        "--spring.profiles.active=demo",
                        "--server.port=0",
                        "--complaint-kit.sweep-interval=1h",
                        "--bank.outbox.interval=1h",
                        "--bank.outbox.timeout=1s",
                        "--bank.outbox.deletion-batch=2",
                        "--complaint-kit.reporting.BANK-1=2026-03-01",
                        "--bank.outbox.receiver=" + RECEIVER.address(),
                        "--bank.max-body=20KB",
                        "--logging.file.name=" + LOG,
                        "--logging.structured.format.file=ecs",
                        "--logging.level.root=info",
                        "--logging.threshold.console=off");
    }

    static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    static <T> T bean(String name, Class<T> type) {
        return CONTEXT.getBean(name, type);
    }

    static JdbcClient database() {
        return bean(JdbcClient.class);
    }

    static String databaseUrl() {
        return bean(JdbcConnectionDetails.class).getJdbcUrl();
    }

    static URI address(String path) {
        return URI.create("http://localhost:" + CONTEXT.getEnvironment().getProperty("local.server.port") + path);
    }

    /** A complaint about the attitude of an outlet, received an hour ago. */
    static String complaint(String unit) {
        return complaint(unit, "");
    }

    static String complaint(String unit, String further) {
        return """
                {"receivedAt":"%s","channel":"PHONE","intakeCategories":["SERVICE_ATTITUDE"],"unit":"%s"%s}
                """.formatted(CLOCK.instant().minusSeconds(3600), unit, further);
    }

    static String event(String type, String by) {
        return """
                {"at":"%s","type":"%s","by":"%s"}
                """.formatted(CLOCK.instant(), type, by);
    }

    static HttpResponse<String> get(String path, String user, String... headers) {
        return send(request(path, user, headers).GET());
    }

    static HttpResponse<String> post(String path, String user, String key, String body, String... headers) {
        String[] all = Stream.concat(
                        Stream.of(headers), Stream.of("Idempotency-Key", key, "Content-Type", "application/json"))
                .toArray(String[]::new);
        return send(request(path, user, all).POST(BodyPublishers.ofString(body)));
    }

    static HttpResponse<String> receive(String id, String body) {
        return post("/complaints", "clerk", id, body);
    }

    static HttpRequest.Builder request(String path, String user, String... headers) {
        return request(address(path), user, headers);
    }

    static HttpRequest.Builder request(URI address, String user, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        String secret = user + ":" + user;
        if (!user.isEmpty()) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a metric measures now. */
    static double metric(String name) {
        return json(get("/actuator/metrics/" + name, "operator"))
                .path("measurements")
                .get(0)
                .path("value")
                .asDouble();
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    static List<String> values(JsonNode array, String name) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1)
                .map(i -> array.get(i).path(name).asText())
                .toList();
    }
}
