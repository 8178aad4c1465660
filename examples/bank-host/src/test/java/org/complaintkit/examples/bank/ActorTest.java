package org.complaintkit.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.lifecycle.CaseEvent;
import org.junit.jupiter.api.Test;

/** Who acts is who is signed in. */
class ActorTest {
    private static final String CONTACTED = "\"type\":\"CONTACTED\"";

    private static HttpResponse<String> happened(String user, String event) {
        return Bank.post("/complaints/actor-1/events", user, "e", event);
    }

    @Test
    void an_event_is_signed_by_the_person_who_sent_it_and_by_nobody_else() {
        Bank.receive("actor-1", Bank.complaint("Outlet A"));
        String event = Bank.event("CONTACTED", "UNIT_HEAD");

        assertThat(happened("head", event.replace(CONTACTED, CONTACTED + ",\"person\":\"clerk\""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(happened("head", event.replace(CONTACTED, CONTACTED + ",\"id\":\"another\""))
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> inAnothersRole = happened("clerk", event);
        assertThat(inAnothersRole.statusCode()).isEqualTo(403);
        assertThat(Bank.json(inAnothersRole).path("title").asText()).isEqualTo("Not your role");

        assertThat(happened("head", event).statusCode()).isEqualTo(200);
        CaseEvent stored = Bank.bean(ComplaintDesk.class)
                .find("actor-1")
                .orElseThrow()
                .event("e")
                .orElseThrow();
        assertThat(stored.person()).isEqualTo("head");
        assertThat(stored.by()).isEqualTo("UNIT_HEAD");
        assertThat(stored.recordedAt()).isEqualTo(Bank.CLOCK.instant());
    }

    @Test
    void what_the_customer_did_is_written_down_by_whoever_hears_of_it() {
        Bank.receive("actor-2", Bank.complaint("Outlet B"));
        HttpResponse<String> objected =
                Bank.post("/complaints/actor-2/events", "clerk", "e", Bank.event("CUSTOMER_OBJECTED", "CUSTOMER"));
        assertThat(objected.statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_comes_in_unsigned_except_to_the_description_and_the_health() {
        HttpResponse<String> stranger = Bank.get("/worklist?by=2026-12-31T00:00:00Z", "");
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(Bank.header(stranger, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(Bank.get("/openapi.json", "").statusCode()).isEqualTo(200);
        assertThat(Bank.get("/actuator/health", "").body()).doesNotContain("lastSweep");
        assertThat(Bank.get("/actuator/metrics", "clerk").statusCode()).isEqualTo(403);
        assertThat(Bank.get("/actuator/metrics", "operator").statusCode()).isEqualTo(200);
    }
}
