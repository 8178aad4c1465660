package org.complaintkit.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
    void an_event_without_a_role_gets_the_only_one_of_its_author_and_is_refused_where_there_are_several() {
        Bank.receive("actor-3", Bank.complaint("Outlet A"));
        String unnamed = Bank.event("CONTACTED", "");
        String address = "/complaints/actor-3/events";
        assertThat(Bank.post(address, "clerk", "one", unnamed).statusCode()).isEqualTo(200);
        assertThat(Bank.bean(ComplaintDesk.class)
                        .find("actor-3")
                        .flatMap(stored -> stored.event("one"))
                        .map(CaseEvent::by))
                .contains("ACCEPTANCE_DEPT");

        HttpResponse<String> several = Bank.post(address, "head", "two", unnamed);
        assertThat(several.statusCode()).isEqualTo(422);
        assertThat(Bank.json(several).path("subject").asText()).isEqualTo("event.by");
        assertThat(Bank.json(several).path("rule").asText()).contains("COMPLAINED_UNIT, UNIT_HEAD");
        assertThat(Bank.post(address, "operator", "three", unnamed).statusCode())
                .as("holds no role of the policies")
                .isEqualTo(403);
        assertThat(Bank.post("/complaints/actor-3/permission", "head", "x", unnamed)
                        .statusCode())
                .isEqualTo(422);
    }

    /** A role may be given or taken, and what fills it in may change, before an answer that got lost is asked for again. */
    @Test
    void a_request_sent_again_is_answered_whatever_its_author_holds_by_now() {
        Bank.receive("actor-5", Bank.complaint("Outlet A"));
        String address = "/complaints/actor-5/events";
        for (String then : List.of("", "AUDIT_SUPERVISION", "UNIT_HEAD")) {
            CaseEvent told = new CaseEvent(
                    "k" + then, "CONTACTED", then, "head", Bank.CLOCK.instant(), Bank.CLOCK.instant(), Map.of());
            Bank.bean(ComplaintDesk.class).handle("actor-5", told);
            assertThat(Bank.post(address, "head", "k" + then, Bank.event("CONTACTED", ""))
                            .statusCode())
                    .as("told as " + then)
                    .isEqualTo(200);
            assertThat(Bank.post(address, "head", "k" + then, Bank.event("CONTACTED", then))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(Bank.post(address, "clerk", "k" + then, Bank.event("CONTACTED", ""))
                            .statusCode())
                    .as("by somebody else")
                    .isEqualTo(422);
            assertThat(Bank.post(address, "head", "k" + then, Bank.event("CALLED_BACK", ""))
                            .statusCode())
                    .as("something else")
                    .isEqualTo(422);
        }
        assertThat(Bank.post(address, "head", "new", Bank.event("CONTACTED", "AUDIT_SUPERVISION"))
                        .statusCode())
                .as("not told before")
                .isEqualTo(403);
    }

    @Test
    void only_who_speaks_with_the_supervisor_brings_its_order() {
        Bank.receive("actor-4", Bank.complaint("Outlet A"));
        JsonNode before = Bank.json(Bank.get("/complaints/actor-4", "clerk"));
        String day = before.path("effectiveLimit").asText();
        String address = "/complaints/actor-4/events";
        String data = ",\"data\":{\"from\":\"%s\",\"to\":\"%s\"}}"
                .formatted(LocalDate.parse(day).minusDays(1), day);
        for (String by : List.of("ACCEPTANCE_DEPT", "CUSTOMER", "")) {
            String order = Bank.event("TIME_LEFT_OUT", by).strip().replaceFirst("}$", data);
            assertThat(Bank.post(address, "clerk", "o", order).statusCode())
                    .as(by)
                    .isEqualTo(403);
        }
        assertThat(Bank.json(Bank.get("/complaints/actor-4", "clerk"))).isEqualTo(before);

        String order = Bank.event("TIME_LEFT_OUT", "AUDIT_SUPERVISION").strip().replaceFirst("}$", data);
        HttpResponse<String> told = Bank.post(address, "auditor", "o", order);
        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(Bank.json(told).path("case").path("effectiveLimit").asText()).isGreaterThan(day);
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
