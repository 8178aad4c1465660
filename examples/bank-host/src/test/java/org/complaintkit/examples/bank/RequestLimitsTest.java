package org.complaintkit.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is not answered, and that the refusal tells nothing of the inside. */
class RequestLimitsTest {
    private static final String LONG = Bank.complaint("Outlet L", ",\"text\":\"" + "x".repeat(30_000) + "\"");

    @Test
    void a_body_is_read_up_to_its_limit_whether_or_not_its_length_is_told() {
        assertThat(Bank.receive("limit-1", LONG).statusCode()).isEqualTo(413);
        byte[] bytes = LONG.getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> untold = Bank.send(
                Bank.request("/complaints", "clerk", "Idempotency-Key", "limit-1", "Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))));
        assertThat(untold.statusCode()).isEqualTo(413);
        assertThat(Bank.get("/complaints/limit-1", "clerk").statusCode()).isEqualTo(404);
    }

    @Test
    void what_cannot_be_read_is_refused_with_its_place() {
        HttpResponse<String> broken = Bank.receive("limit-2", "{\"channel\":");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(Bank.json(broken).path("at").asText()).startsWith("1:");
        assertThat(Bank.receive("no key at all", Bank.complaint("Outlet L")).statusCode())
                .isEqualTo(400);
        assertThat(Bank.post(
                                "/complaints/limit-2/events",
                                "head",
                                "e",
                                Bank.event("CONTACTED", "UNIT_HEAD"),
                                "If-Match",
                                "W/1")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Bank.get("/worklist?by=tomorrow", "clerk").statusCode()).isEqualTo(400);
        assertThat(Bank.json(Bank.get("/worklist", "clerk")).path("subject").asText())
                .isEqualTo("by");
        assertThat(Bank.get("/worklist?by=2026-12-31T00:00:00Z&limit=501", "clerk")
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> half = Bank.get("/worklist?by=2026-12-31T00:00:00Z&afterCase=limit-2", "clerk");
        assertThat(half.statusCode()).isEqualTo(422);
        assertThat(Bank.json(half).path("subject").asText()).isEqualTo("afterLate");
        HttpResponse<String> noId =
                Bank.get("/worklist?by=2026-12-31T00:00:00Z&afterLate=2026-01-01T00:00:00Z&afterCase=%00", "clerk");
        assertThat(noId.statusCode()).as("a character that no id has").isEqualTo(422);
        assertThat(Bank.json(noId).path("subject").asText()).isEqualTo("afterCase");
        assertThat(Bank.get("/worklist?by=+999999-12-31T00:00:00Z".replace("+", "%2B"), "clerk")
                        .statusCode())
                .as("a moment that no database counts")
                .isEqualTo(200);
        HttpResponse<String> keyless =
                Bank.send(Bank.request("/complaints", "clerk", "Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Bank.complaint("Outlet L"))));
        assertThat(keyless.statusCode()).isEqualTo(400);
        assertThat(Bank.json(keyless).path("subject").asText()).isEqualTo("Idempotency-Key");
    }

    @Test
    void bytes_that_are_no_text_are_not_mended() {
        byte[] latin = Bank.complaint("Outlet é").getBytes(StandardCharsets.ISO_8859_1);
        HttpResponse<String> refused = Bank.send(
                Bank.request("/complaints", "clerk", "Idempotency-Key", "limit-4", "Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(latin)));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Bank.json(refused).path("rule").asText()).contains("UTF-8");
    }

    @Test
    void every_refusal_is_a_problem_without_a_stack_trace() {
        for (HttpResponse<String> refusal : List.of(
                Bank.get("/nowhere", "clerk"),
                Bank.get("/complaints", "clerk"),
                Bank.post("/worklist", "clerk", "k", "{}"),
                Bank.receive("limit-3", "[]"),
                Bank.send(Bank.request("/complaints", "clerk", "Idempotency-Key", "k", "Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("hello"))))) {
            assertThat(refusal.statusCode()).isBetween(400, 499);
            assertThat(Bank.header(refusal, "Content-Type")).isEqualTo("application/problem+json");
            assertThat(refusal.body()).doesNotContain("Exception").doesNotContain("org.");
        }
    }
}
