package org.complaintkit.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Personal;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.ShippedPacks;
import org.complaintkit.rules.page.ReadPage;
import org.junit.jupiter.api.Test;

/** Near misses of who may do something, and of where an event leads. */
class HappenedTest {
    private static final Packs PACKS = ShippedPacks.PACKS;
    private static final Instant RECEIVED = Instant.parse("2026-03-02T02:00:00Z");

    private static CaseEvent event(int hour, String type, String by, Map<String, Object> data) {
        Instant at = RECEIVED.plusSeconds(3_600L * hour);
        return new CaseEvent("e" + hour, type, by, "", at, at, data);
    }

    private static Explanation explain(String pack, Complaint complaint, CaseEvent... events) {
        return Explainer.under(List.of(PACKS.get(pack)))
                .explain(complaint, List.of(events), RECEIVED.plusSeconds(20 * 86_400));
    }

    private static Explanation approved(String by) {
        Complaint complaint = Complaint.received("M-1", RECEIVED, "PHONE")
                .claimedLoss(new BigDecimal("30000"))
                .build();
        return explain(
                "MFG",
                complaint,
                event(1, "PLAN_PROPOSED", "BUSINESS_DEPT", Map.of()),
                event(2, "PLAN_APPROVED_EVENT", by, Map.of()));
    }

    private static Explanation rcc(Complainant complainant, CaseEvent... events) {
        Complaint complaint = Complaint.received("R-1", RECEIVED, "PHONE")
                .category("SERVICE_ATTITUDE")
                .complainant(complainant)
                .build();
        return explain("RCC", complaint, events);
    }

    @Test
    void an_act_beyond_the_authority_tells_how_much_would_be_within_and_who_may() {
        Explanation explanation = approved("BUSINESS_MANAGER");
        assertThat(explanation.text(Locale.ENGLISH))
                .contains("Authority under MFG 1.0.0\n")
                .contains(", the amount 30000 of at most 5000 [MFG-09.6, default of ours")
                .contains("Within would be: an amount of at most 5000 or done by vice president, general manager\n");
        assertThat(explanation.text(Locale.CHINA)).contains("超出权限：").contains("须为：金额不超过 5000或由");
        assertThat(explanation.acts())
                .extracting(Act::event, Act::beyond)
                .containsExactly(tuple("PLAN_APPROVED_EVENT", true));
        for (String able : List.of("VICE_PRESIDENT", "GENERAL_MANAGER")) {
            assertThat(approved(able).acts()).extracting(Act::beyond).containsExactly(false);
        }
    }

    @Test
    void an_act_within_the_authority_tells_where_it_ends_and_what_follows_beyond() {
        Explanation explanation = approved("VICE_PRESIDENT");
        assertThat(explanation.text(Locale.ENGLISH))
                .contains("Within the authority: ")
                .contains(", the amount 30000 of at most 50000 [MFG-09.6, ")
                .contains("and the event has no effect");
        assertThat(approved("GENERAL_MANAGER").text(Locale.ENGLISH)).doesNotContain("Authority under");
    }

    @Test
    void a_role_that_no_row_names_has_no_authority_and_what_is_no_role_is_not_shown() {
        assertThat(approved("BUSINESS_DEPT").text(Locale.ENGLISH))
                .contains("Without authority: ")
                .contains("Within would be: done by vice president, general manager\n");
        for (String told : List.of(
                approved("CANARY 13800138000").text(Locale.ENGLISH),
                approved("CANARY 13800138000").json(Locale.TAIWAN))) {
            assertThat(told).doesNotContain("CANARY");
        }
    }

    @Test
    void an_event_that_its_state_does_not_fit_tells_the_states_that_would() {
        Explanation explanation =
                rcc(Complainant.individual(), event(1, "COMPLAINT_ACCEPTED", "ACCEPTANCE_DEPT", Map.of()), closed(2));
        assertThat(explanation.text(Locale.ENGLISH))
                .contains("Events that did not move the case under RCC 1.0.0\n")
                .contains("closed at 2026-03-02T12:00+08:00: the state stays “accepted”. Needed: the state “replied”,"
                        + " and no duty holds up closing; then it becomes “closed” [RCC-21c, reading");
        assertThat(explanation.stays()).extracting(Stay::event).containsExactly("CLOSED_EVENT");
        assertThat(rcc(
                                Complainant.individual(),
                                event(1, "INVESTIGATION_STARTED", "COMPLAINED_UNIT", Map.of()),
                                event(2, "REPLIED_TO_CUSTOMER", "UNIT_HEAD", Map.of()),
                                closed(3))
                        .stays())
                .isEmpty();
    }

    private static CaseEvent closed(int hour) {
        return event(hour, "CLOSED_EVENT", "COMPLAINED_UNIT", Map.of());
    }

    @Test
    void an_event_that_a_guard_kept_back_tells_the_guard() {
        CaseEvent started = event(1, "INVESTIGATION_STARTED", "COMPLAINED_UNIT", Map.of());
        CaseEvent filed = event(2, "RECORD_FILED", "COMPLAINED_UNIT", Map.of());
        Explanation explanation = rcc(Complainant.individual(), started, filed);
        assertThat(explanation.stays())
                .singleElement()
                .satisfies(stay -> assertThat(stay.state()).isEqualTo("INVESTIGATING"))
                .satisfies(stay -> assertThat(stay.lacks())
                        .extracting(Stay.Lack::kind, lack -> lack.row().to())
                        .containsExactly(tuple(Stay.Kind.GUARD, "REPLIED")));
        assertThat(explanation.text(Locale.ENGLISH)).contains("Needed: no answer can be delivered; then it becomes");
        assertThat(rcc(
                                new Complainant("INDIVIDUAL", true, false, false, Personal.none(), Personal.none()),
                                started,
                                filed)
                        .stays())
                .isEmpty();
    }

    @Test
    void an_open_duty_that_holds_up_the_closing_is_named() {
        Complaint complaint = Complaint.received("R-2", RECEIVED, "GOVERNMENT")
                .receivedBy("GRASS_ROOTS_COOPERATIVE")
                .category("SERVICE_ATTITUDE")
                .build();
        CaseEvent started = event(1, "INVESTIGATION_STARTED", "COMPLAINED_UNIT", Map.of());
        CaseEvent replied = event(2, "REPLIED_TO_CUSTOMER", "UNIT_HEAD", Map.of());
        Explanation held = explain("RCC", complaint, started, replied, closed(3));
        assertThat(held.value().state()).isEqualTo("REPLIED");
        assertThat(held.text(Locale.ENGLISH))
                .contains("Needed: no duty holds up closing (open: ")
                .contains("; then it becomes “closed”");
        CaseEvent forwarded = event(3, "REPLIED_TO_FORWARDER", "AUDIT_SUPERVISION", Map.of());
        assertThat(explain("RCC", complaint, started, replied, forwarded, closed(4))
                        .stays())
                .isEmpty();
    }

    @Test
    void the_page_and_the_object_have_it_in_three_languages() throws Exception {
        Explanation explanation = rcc(Complainant.individual(), closed(2));
        Map<Locale, String> words = Map.of(
                Locale.ENGLISH, "Events that did not move the case under RCC 1.0.0",
                Locale.CHINA, "RCC 1.0.0 中未改变案件状态的事件",
                Locale.TAIWAN, "RCC 1.0.0 中未改變案件狀態的事件");
        words.forEach((locale, told) ->
                assertThat(ReadPage.of(explanation.html(locale)).texts("h2")).contains(told));
        JsonNode stay = new ObjectMapper()
                .readTree(explanation.json(Locale.ENGLISH))
                .path("unmoved")
                .path(0);
        assertThat(stay.path("event").asText()).isEqualTo("CLOSED_EVENT");
        assertThat(stay.path("missed").path(0).path("states").path(0).asText()).isEqualTo("REPLIED");
        assertThat(stay.path("missed").path(0).path("guard").asText()).isEqualTo("NO_BLOCKING_DUTY");
        JsonNode act = new ObjectMapper()
                .readTree(approved("BUSINESS_MANAGER").json(Locale.ENGLISH))
                .path("authority")
                .path(0);
        assertThat(act.path("beyond").asBoolean()).isTrue();
        assertThat(act.path("most").asInt()).isEqualTo(5_000);
        assertThat(act.path("able").findValuesAsText("role")).containsExactly("VICE_PRESIDENT", "GENERAL_MANAGER");
    }

    @Test
    void an_extension_that_is_not_good_tells_what_it_lacks() {
        Complaint complaint = Complaint.received("B-1", RECEIVED, "PHONE").build();
        String text = explain(
                        "CBR",
                        complaint,
                        event(30, "EXTENSION_GRANTED", "UNIT_HEAD", Map.of("newLimit", "2026-09-30", "ground", "LAZY")))
                .text(Locale.ENGLISH);
        assertThat(text).contains("Extension of ").contains("Needed: a new limit within 60 working days");
    }
}
