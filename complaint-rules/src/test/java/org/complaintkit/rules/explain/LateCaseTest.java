package org.complaintkit.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;
import org.complaintkit.rules.ShippedPacks;
import org.junit.jupiter.api.Test;

/** A case that nobody answered: clocks that ran out, whom that was told, what was found and what is still owed. */
class LateCaseTest {
    private static final Instant RECEIVED = Instant.parse("2025-09-26T02:20:00Z");
    private final Explanation explanation = explanation();
    private final String text = explanation.text(Locale.ENGLISH);
    private final JsonNode json = json();

    private static Explanation explanation() {
        Complaint complaint = Complaint.received("C-1", RECEIVED, "PHONE")
                .category("SERVICE_ATTITUDE")
                .build();
        List<CaseEvent> events = List.of(
                CaseEvent.of("e1", "COMPLAINT_ACCEPTED", "ACCEPTANCE_DEPT", RECEIVED.plusSeconds(3_600)),
                CaseEvent.of("e2", "MEDIA_CONTACTED", "ACCEPTANCE_DEPT", RECEIVED.plusSeconds(7_200)));
        return Explainer.under(List.of(ShippedPacks.PACKS.get("RCC")))
                .explain(complaint, events, Instant.parse("2025-10-20T02:00:00Z"));
    }

    private JsonNode json() {
        try {
            return new ObjectMapper().readTree(explanation.json(Locale.ENGLISH));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void it_begins_with_the_packs_the_moment_and_the_limit_that_counts() {
        assertThat(text).startsWith("""
                Case C-1: why it stands as it does
                  Packs: RCC 1.0.0
                  As of: 2025-10-20T10:00+08:00
                  Received: 2025-09-26T10:20+08:00
                  Channel: telephone
                  State: accepted
                  Round: 1
                  Effective limit: 2025-09-30 — reply to a general complaint (RCC-D01)

                Answers of RCC 1.0.0
                """);
        assertThat(explanation.asOf()).isEqualTo("2025-10-20T02:00:00Z");
        assertThat(explanation.value().id()).isEqualTo("C-1");
    }

    @Test
    void each_clock_tells_who_asked_for_it_how_long_it_ran_and_what_became_of_it() {
        assertThat(text).contains("""
                Deadlines

                  reply to a general complaint (RCC-D01)
                  Asked for by: RCC-11a general reply [RCC-11a, text]
                  Starts with: “complaint received” at 2025-09-26T10:20+08:00
                  Ends with: “the reply”
                  Term: 3 working days [RCC-11a, text]
                  Dates: from 2025-09-26T10:20:00+08:00; target 2025-09-30; limit 2025-09-30
                  State: missed; target missed
                  Effective limit: This is the effective limit: no other one ends the handling.
                    3 working days: due 2025-09-30
                """, """
                  first contact by a responsible head (RCC-D04)
                  Asked for by: RCC-11d first contact [RCC-11d, text]
                  Starts with: “assigned”, else “complaint received” at 2025-09-26T10:20+08:00
                  Ends with: “customer contacted” (by: not “person complained about”)
                  Term: at once: 2 hours [RCC-11d, default of ours]
                """, "  Effective limit: Does not end the handling.\n");
        assertThat(json.at("/deadlines/0").toString())
                .isEqualTo("{\"pack\":\"RCC\",\"id\":\"RCC-D01\",\"row\":\"RCC-D01\",\"state\":\"BREACHED\",\"start\":"
                        + "\"2025-09-26T10:20:00+08:00\",\"target\":\"2025-09-30\",\"limit\":\"2025-09-30\",\"convention\":"
                        + "\"LEDGER\",\"conventionSource\":\"CONV-3, CONV-4\",\"calendar\":"
                        + json.at("/deadlines/0/calendar") + ",\"certainty\":\"OFFICIAL\",\"endsHandling\":true,"
                        + "\"effective\":true,\"clause\":\"RCC-11a\",\"basis\":\"TEXT\",\"counted\":[\"2025-09-28\","
                        + "\"2025-09-29\",\"2025-09-30\"],\"skipped\":[{\"date\":\"2025-09-27\",\"why\":\"WEEKEND\"}],"
                        + "\"pauses\":[]}");
        assertThat(json.get("deadlines").findValuesAsText("effective")).containsExactly("true", "false", "false");
        assertThat(json.at("/deadlines/0/calendar").asText()).startsWith("CN-sha256:");
    }

    @Test
    void what_is_owed_forbidden_told_and_found_stands_with_its_rule_and_clause() {
        assertThat(text).contains("""
                Duties and prohibitions
                  What | Kind | Why | Cited | Pack
                  mask the complainant's identity | duty | RCC-06 protect the complainant's identity | RCC-06, text | RCC
                  register the complaint | duty (fulfilled) | RCC-10a register | RCC-10a, RCC-13, text | RCC
                """, """
                  no disclosure of the complainant's identity | prohibition | RCC-06 protect the complainant's identity | RCC-06, text | RCC
                """, """
                Escalations
                  What | To | Why | Cited | Since
                  limit cannot be kept (RCC-E01) | complaint-acceptance department, customer | RCC-D01 | RCC-11e, text | 2025-10-01T00:00+08:00

                """, """
                Findings
                  What | Why | Cited | Since
                  steps out of order | RCC-16c media contacted before the union authorised it | RCC-16c, text | 2025-09-26T12:20+08:00
                  contact late | RCC-D04 | RCC-11d, text | 2025-09-26T12:20:00.000000001+08:00
                  overrun not explained | RCC-D06 | RCC-11e, reading | 2025-10-01T00:00+08:00

                Clauses cited
                  Clause | Pack | Place | Demands | Confidence
                """);
        assertThat(json.get("duties")).hasSize(10);
        assertThat(json.at("/duties/1").toString())
                .isEqualTo("{\"pack\":\"RCC\",\"code\":\"REGISTER\",\"rule\":\"RCC-10a register\",\"fulfilled\":true,"
                        + "\"clause\":\"RCC-10a, RCC-13\",\"basis\":\"TEXT\"}");
        assertThat(json.get("prohibitions")).hasSize(4);
        assertThat(json.at("/prohibitions/2").toString())
                .isEqualTo("{\"pack\":\"RCC\",\"code\":\"REFUSE_ACCEPTANCE\",\"rule\":\"RCC-13 nothing is refused\","
                        + "\"clause\":\"RCC-13, RCC-03\",\"basis\":\"TEXT\"}");
        assertThat(json.get("escalations").toString())
                .isEqualTo("[{\"pack\":\"RCC\",\"code\":\"RCC-E01\",\"trigger\":\"RCC-D01\",\"clause\":\"RCC-11e\","
                        + "\"basis\":\"TEXT\"}]");
        assertThat(json.get("findings").toString())
                .startsWith("[{\"pack\":\"RCC\",\"code\":\"ORDER_VIOLATION\",\"about\":\"MEDIA_CONTACTED\",\"rule\":"
                        + "\"RCC-16c media contacted before the union authorised it\",\"clause\":\"RCC-16c\",\"basis\":"
                        + "\"TEXT\"},{\"pack\":\"RCC\",\"code\":\"LATE_CONTACT\",\"about\":\"RCC-D04\",\"rule\":\"\",");
    }

    @Test
    void the_near_misses_are_told_up_to_a_number_and_the_rest_is_counted() {
        assertThat(text).contains("""
                  label (Classification): none
                  - No rule asked for any.
                  - Missed by one condition: RCC-14a anonymous [RCC-14a, reading] — needed: the complaint is anonymous; actual: no; or: the categories named at intake include “anonymous complaint”; actual: “service attitude”; or: the codes that the text speaks for include “anonymous complaint”; actual: none. Then: the label “anonymous” applies
                """, "  - further rules missed by one condition: 3\n\n  label (Classification)");
        assertThat(json.at("/questions/0/question").asText()).isEqualTo("category");
        assertThat(json.at("/questions/0/code").asText()).isEqualTo("SERVICE_ATTITUDE");
        assertThat(json.at("/questions/0/matched/0/stands").asBoolean()).isTrue();
        assertThat(json.at("/questions/0/matched/0/rank").asInt()).isEqualTo(4);
        assertThat(json.at("/questions/0/missed/0").toString())
                .isEqualTo("{\"rule\":\"RCC-14a work error\",\"clause\":\"RCC-14a\",\"basis\":\"TEXT\",\"code\":"
                        + "\"WORK_ERROR\",\"then\":\"WORK_ERROR\",\"needs\":[{\"field\":\"intakeCategories\",\"needed\":"
                        + "\"the categories named at intake include “work error”\",\"actual\":\"“service attitude”\"}],"
                        + "\"alternatives\":[[{\"field\":\"signals\",\"needed\":"
                        + "\"the codes that the text speaks for include “work error”\",\"actual\":\"none\"}]]}");
        JsonNode duties = json.at("/questions/11");
        assertThat(duties.get("question").asText()).isEqualTo("duty");
        assertThat(duties.has("code"))
                .as("a question that takes several answers")
                .isFalse();
        assertThat(duties.get("missed")).as("no more are told").hasSize(20);
        assertThat(json.get("questions").findValues("needs"))
                .allMatch(needs -> needs.size() == 1 || needs.size() == 2)
                .anyMatch(needs -> needs.size() == 2);
    }

    @Test
    void who_handles_it_is_told_by_role() {
        assertThat(text).contains("""
                Who handles it, and why nobody else
                  - The role is complained unit.
                  - The organisation names no person for it.
                """);
        assertThat(json.get("owner").toString())
                .isEqualTo("{\"role\":\"COMPLAINED_UNIT\",\"acts\":\"COMPLAINED_UNIT\",\"personFound\":false,"
                        + "\"passedOver\":[]}");
        assertThat(json.at("/clauses/0/id").asText()).isEqualTo("RCC-03");
        assertThat(json.at("/clauses/0/source").asText()).isEqualTo("Art. 3");
        assertThat(json.get("clauses").findValuesAsText("id"))
                .contains("RCC-22", "RCC-11a")
                .doesNotContain("RCC-01");
        assertThat(Map.of(
                        "state",
                        json.get("state").asText(),
                        "packs",
                        json.at("/packs/0").asText()))
                .isEqualTo(Map.of("state", "ACCEPTED", "packs", "RCC 1.0.0"));
    }
}
