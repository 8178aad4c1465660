package org.complaintkit.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.complaintkit.decision.Answer;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.ShippedPacks;
import org.complaintkit.rules.page.ReadPage;
import org.junit.jupiter.api.Test;

class CheckTest {
    private static final Packs PACKS = ShippedPacks.PACKS;
    private static final Instant RECEIVED = Instant.parse("2025-09-26T02:20:00Z");
    private static final Complaint COMPLAINT = Complaint.received("C-1", RECEIVED, "PHONE")
            .category("SERVICE_ATTITUDE")
            .build();

    private static CaseEvent event(String id, String type, String by, Map<String, Object> data) {
        Instant at = RECEIVED.plusSeconds(3_600L * Integer.parseInt(id));
        return new CaseEvent(id, type, by, "", at, at, data);
    }

    private static Explanation explain(CaseEvent... events) {
        return Explainer.under(List.of(PACKS.get("RCC")))
                .explain(COMPLAINT, List.of(events), RECEIVED.plusSeconds(86_400));
    }

    private static Explanation withdrawn(Map<String, Object> says) {
        return explain(
                event("1", "COMPLAINT_ACCEPTED", "ACCEPTANCE_DEPT", Map.of()),
                event("2", "MEDIA_CONTACTED", "UNIT_HEAD", Map.of()),
                event("3", "WITHDRAWAL_VOLUNTARY", "ACCEPTANCE_DEPT", says));
    }

    @Test
    void a_check_that_one_fact_kept_silent_tells_the_fact_and_what_would_follow() {
        assertThat(withdrawn(Map.of("reason", "found his card")).text(Locale.ENGLISH))
                .contains("Checks of RCC 1.0.0: what happened\n")
                .contains(
                        "Missed by one condition: RCC-19b withdrawal without its reason [RCC-19b, text] — needed: what"
                                + " the event says do not include “reason”; actual: it is there. Then: the finding “form"
                                + " incomplete” is recorded and the event has no effect (here: withdrawal found voluntary at"
                                + " 2025-09-26T13:20+08:00)\n");
    }

    @Test
    void what_would_follow_does_follow_where_the_fact_is_otherwise() {
        Explanation silent = withdrawn(Map.of("reason", "found his card"));
        Explanation found = withdrawn(Map.of());
        Check last = silent.checks().get(3);
        assertThat(last.matched()).isEmpty();
        assertThat(last.missed())
                .filteredOn(each -> each.miss().needs().size() == 1)
                .extracting(
                        Check.Missed::answer,
                        each -> each.miss().rule().name(),
                        each -> each.miss().code())
                .contains(tuple(Answer.NO_EFFECT, "RCC-19b withdrawal without its reason", "FORM_INCOMPLETE"));
        assertThat(found.checks().get(3).matched())
                .extracting(
                        each -> each.proposal().answer(),
                        each -> each.proposal().code())
                .containsExactly(tuple(Answer.NO_EFFECT, "FORM_INCOMPLETE"));
        assertThat(found.value().findings()).anyMatch(each -> each.code().equals("FORM_INCOMPLETE"));
        assertThat(silent.value().findings()).noneMatch(each -> each.code().equals("FORM_INCOMPLETE"));
    }

    @Test
    void each_event_is_told_with_what_was_found_in_it_and_a_rule_about_another_event_is_no_near_miss() {
        List<Check> checks = withdrawn(Map.of()).checks();
        assertThat(checks)
                .extracting(Check::event)
                .containsExactly("COMPLAINT_RECEIVED", "COMPLAINT_ACCEPTED", "MEDIA_CONTACTED", "WITHDRAWAL_VOLUNTARY");
        assertThat(checks.get(2).matched())
                .extracting(each -> each.rule().name())
                .containsExactly("RCC-16c media contacted before the union authorised it");
        assertThat(checks.get(0).missed())
                .filteredOn(each -> each.miss().needs().size() == 1)
                .extracting(each -> each.miss().rule().name())
                .containsExactly("RCC-11d handled by the person complained about");
    }

    @Test
    void events_that_come_late_are_each_told_once() {
        CaseEvent early = event("1", "COMPLAINT_ACCEPTED", "ACCEPTANCE_DEPT", Map.of());
        CaseEvent later = event("2", "CONTACTED", "UNIT_HEAD", Map.of());
        assertThat(explain(later, early, later).checks())
                .extracting(Check::event)
                .containsExactly("COMPLAINT_RECEIVED", "COMPLAINT_ACCEPTED", "CONTACTED");
    }

    @Test
    void the_same_near_miss_at_several_events_is_told_once() {
        String text = withdrawn(Map.of("reason", "x")).text(Locale.ENGLISH);
        assertThat(text.split("Missed by one condition: RCC-11d handled by the person", -1))
                .hasSize(2);
        assertThat(text)
                .contains("(here: complaint received at 2025-09-26T10:20+08:00, accepted at 2025-09-26T11:20+08:00,"
                        + " media contacted by us at 2025-09-26T12:20+08:00)");
    }

    @Test
    void the_page_and_the_object_have_it_in_three_languages() throws Exception {
        Explanation explanation = withdrawn(Map.of("reason", "x"));
        Map<Locale, List<String>> words = Map.of(
                Locale.ENGLISH, List.of("Checks of RCC 1.0.0: what happened", "Missed by one condition: RCC-19b"),
                Locale.CHINA, List.of("RCC 1.0.0 的检查：已发生的事项", "差一个条件：RCC-19b", "且该事件不生效力（此处："),
                Locale.TAIWAN, List.of("RCC 1.0.0 的檢查：已發生的事項", "差一個條件：RCC-19b", "且該事件不生效力（此處："));
        words.forEach((locale, told) -> {
            assertThat(explanation.text(locale)).contains(told);
            assertThat(ReadPage.of(explanation.html(locale)).text()).contains(told);
        });
        JsonNode check = new ObjectMapper()
                .readTree(explanation.json(Locale.CHINA))
                .path("checks")
                .path(3);
        assertThat(check.path("pack").asText()).isEqualTo("RCC");
        assertThat(check.path("event").asText()).isEqualTo("WITHDRAWAL_VOLUNTARY");
        assertThat(check.path("at").asText()).isEqualTo("2025-09-26T05:20:00Z");
        JsonNode missed = check.path("missed").findParents("needs").stream()
                .filter(each -> each.path("clause").asText().equals("RCC-19b"))
                .findFirst()
                .orElseThrow();
        assertThat(missed.path("question").asText()).isEqualTo("noEffect");
        assertThat(missed.path("needs").path(0).path("actual").asText()).isEqualTo("已有");
        JsonNode matched = new ObjectMapper()
                .readTree(explanation.json(Locale.ENGLISH))
                .path("checks")
                .path(2)
                .path("matched")
                .path(0);
        assertThat(matched.path("code").asText()).isEqualTo("ORDER_VIOLATION");
        assertThat(matched.path("clause").asText()).isEqualTo("RCC-16c");
    }
}
