package org.complaintkit.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the service says, asked as its clients ask. */
class RestTest {
    private static final String ON_MONDAY = """
            {"receivedAt":"2026-03-02T10:00:00+08:00","channel":"PHONE","intakeCategories":["SERVICE_ATTITUDE"]}
            """;

    @Test
    void a_complaint_is_received_with_its_limit_and_read_back() {
        HttpResponse<String> received = Bank.receive("rest-1", ON_MONDAY);
        assertThat(received.statusCode()).isEqualTo(201);
        assertThat(Bank.header(received, "Location")).isEqualTo("/complaints/rest-1");
        assertThat(Bank.header(received, "ETag")).isEqualTo("\"1\"");
        JsonNode content = Bank.json(received).path("case");
        assertThat(content.path("owner").asText()).isEqualTo("COMPLAINED_UNIT");
        assertThat(content.path("effectiveLimit").asText()).isEqualTo("2026-03-05");

        HttpResponse<String> read = Bank.get("/complaints/rest-1", "head");
        assertThat(Bank.json(read)).isEqualTo(content);
        assertThat(Bank.get("/complaints/rest-1", "head", "If-None-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void a_request_sent_again_gets_the_same_answer_and_changes_nothing() {
        String complaint = Bank.complaint("Outlet 2");
        HttpResponse<String> first = Bank.receive("rest-2", complaint);
        HttpResponse<String> again = Bank.receive("rest-2", complaint);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(Bank.header(again, "ETag")).isEqualTo(Bank.header(first, "ETag"));
        assertThat(Bank.json(again).path("case")).isEqualTo(Bank.json(first).path("case"));

        String event = Bank.event("CONTACTED", "UNIT_HEAD");
        HttpResponse<String> contacted =
                Bank.post("/complaints/rest-2/events", "head", "e", event, "If-Match", "\"1\"");
        assertThat(contacted.statusCode()).isEqualTo(200);
        assertThat(Bank.header(contacted, "ETag")).isEqualTo("\"2\"");
        HttpResponse<String> repeated = Bank.post("/complaints/rest-2/events", "head", "e", event, "If-Match", "\"1\"");
        assertThat(repeated.statusCode()).isEqualTo(200);
        assertThat(Bank.header(repeated, "ETag")).isEqualTo("\"2\"");
        assertThat(Bank.database()
                        .sql("select count(*) from customer_contact where case_id = 'rest-2'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void a_key_stands_for_one_content() {
        Bank.receive("rest-3", Bank.complaint("Outlet 3"));
        HttpResponse<String> other = Bank.receive("rest-3", Bank.complaint("Outlet 4"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(Bank.json(other).path("code").asText()).isEqualTo("SAME_ID_OTHER_CONTENT");
    }

    @Test
    void a_refusal_names_subject_rule_and_way_out_and_stores_nothing() {
        HttpResponse<String> refused =
                Bank.receive("rest-5", Bank.complaint("Outlet 5").replace("PHONE", "PHONY"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Bank.header(refused, "Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = Bank.json(refused);
        assertThat(problem.path("type").asText()).isEqualTo("urn:complaint-kit:UNKNOWN_CODE");
        assertThat(problem.path("subject").asText()).isEqualTo("complaint.channel");
        assertThat(problem.path("rule").asText()).contains("CHANNEL").contains("PHONE");
        assertThat(problem.path("wayOut").asText()).isNotEmpty();
        assertThat(refused.body()).doesNotContain("PHONY");
        assertThat(Bank.get("/complaints/rest-5", "clerk").statusCode()).isEqualTo(404);
    }

    @Test
    void who_decided_on_an_older_state_is_told() {
        Bank.receive("rest-6", Bank.complaint("Outlet 6"));
        Bank.post("/complaints/rest-6/events", "head", "e1", Bank.event("CONTACTED", "UNIT_HEAD"));
        HttpResponse<String> late = Bank.post(
                "/complaints/rest-6/events", "head", "e2", Bank.event("CONTACTED", "UNIT_HEAD"), "If-Match", "\"1\"");
        assertThat(late.statusCode()).isEqualTo(412);
        HttpResponse<String> nowhere =
                Bank.post("/complaints/rest-66/events", "head", "e2", Bank.event("CONTACTED", "UNIT_HEAD"));
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(Bank.header(Bank.get("/complaints/rest-6", "clerk"), "ETag")).isEqualTo("\"2\"");
    }

    @Test
    void a_case_is_told_as_owed_and_as_known_at_a_moment() {
        Bank.receive("rest-7", ON_MONDAY);
        JsonNode owed = Bank.json(Bank.get("/complaints/rest-7?owed=2026-03-20T00:00:00Z", "clerk"));
        assertThat(Bank.values(owed.path("deadlines"), "state")).contains("BREACHED");
        JsonNode then =
                Bank.json(Bank.get("/complaints/rest-7?owed=2026-03-02T03:00:00Z&known=2026-03-02T03:00:00Z", "clerk"));
        assertThat(Bank.values(then.path("deadlines"), "state")).containsOnly("OPEN");
        assertThat(Bank.get("/complaints/rest-7?owed=2020-01-01T00:00:00Z", "clerk")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void an_intention_is_asked_first() {
        Bank.receive("rest-8", Bank.complaint("Outlet 8"));
        HttpResponse<String> may = Bank.post(
                "/complaints/rest-8/permission", "head", "unused", Bank.event("CLOSED_EVENT", "COMPLAINED_UNIT"));
        assertThat(may.statusCode()).isEqualTo(200);
        assertThat(Bank.json(may).path("allowed").asBoolean()).isFalse();
        assertThat(Bank.json(may).path("reasons").get(0).path("clause").asText())
                .startsWith("RCC-");
        assertThat(Bank.header(Bank.get("/complaints/rest-8", "clerk"), "ETag")).isEqualTo("\"1\"");
    }

    @Test
    void cases_that_belong_together_are_found() {
        String from = ",\"complainant\":{\"contact\":\"0100 %s\"}";
        Bank.receive("rest-9", Bank.complaint("Outlet 9", from.formatted("1")));
        Bank.receive("rest-10", Bank.complaint("Outlet 9", from.formatted("1")));
        Bank.receive("rest-11", Bank.complaint("Outlet 9", from.formatted("2")));
        JsonNode related = Bank.json(Bank.get(
                "/complaints/rest-10/related?since=" + Bank.CLOCK.instant().minus(Duration.ofDays(60)), "clerk"));
        assertThat(Bank.values(related, "caseId")).containsExactly("rest-11", "rest-9");
        assertThat(Bank.values(related, "relation")).containsExactly("GROUP", "DUPLICATE");

        HttpResponse<String> everything = Bank.get("/complaints/rest-10/related?since=1970-01-01T00:00:00Z", "clerk");
        assertThat(everything.statusCode()).as("of all years").isEqualTo(422);
        assertThat(Bank.json(everything).path("code").asText()).isEqualTo("SPAN");
    }

    @Test
    void reports_are_told_with_their_last_day() {
        JsonNode due = Bank.json(Bank.get("/reports/due?period=2026-09", "clerk"));
        assertThat(Bank.values(due, "id")).containsExactly("RCC-D13");
        assertThat(Bank.values(due, "lastDay")).containsExactly("2026-10-10");
        assertThat(Bank.get("/reports/due?period=someday", "clerk").statusCode())
                .isEqualTo(422);
    }

    @Test
    void codes_speak_the_readers_language() {
        assertThat(label("zh-CN,zh;q=0.9", "zh-CN")).isEqualTo("服务态度");
        assertThat(label("fr, zh-HK;q=0.8", "zh-TW")).isEqualTo("服務態度");
        assertThat(label("fr", "en")).isEqualTo("service attitude");
        assertThat(label("*;;", "en")).isEqualTo("service attitude");
        assertThat(Bank.get("/codes/NOTHING", "clerk").statusCode()).isEqualTo(404);
    }

    private static String label(String wanted, String told) {
        HttpResponse<String> codes = Bank.get("/codes/CATEGORY", "clerk", "Accept-Language", wanted);
        assertThat(Bank.header(codes, "Content-Language")).isEqualTo(told);
        assertThat(Bank.header(codes, "Vary")).contains("Accept-Language");
        JsonNode words = Bank.json(codes);
        return Bank.values(words, "label").get(Bank.values(words, "code").indexOf("SERVICE_ATTITUDE"));
    }
}
