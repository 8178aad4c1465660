package org.complaintkit.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.fixture.Histories.Life;
import org.complaintkit.fixture.TestBook;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Lifecycle;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Organisation;
import org.complaintkit.report.ReportDue;
import org.complaintkit.report.ReportPeriod;
import org.junit.jupiter.api.Test;

class CaseJsonTest {
    private static final List<String> KEYS = List.of(
            "id",
            "category",
            "categories",
            "class",
            "grade",
            "initialGrade",
            "labels",
            "owner",
            "assists",
            "outcome",
            "state",
            "number",
            "previousNumber",
            "case",
            "form",
            "approver",
            "effectiveLimit",
            "maximumLimit",
            "amounts",
            "statistics",
            "deadlines",
            "previousDeadlines",
            "escalations",
            "duties",
            "prohibitions",
            "findings",
            "measures",
            "reports",
            "signals",
            "reasons");
    private static final Lifecycle LIFECYCLE =
            new Lifecycle(List.of(TestRules.book()), CalendarRegistry.standard(), Organisation.UNKNOWN);

    private static Case lived(Life life) {
        Case now = LIFECYCLE.receive(life.complaint()).now();
        for (CaseEvent event : life.events()) {
            now = LIFECYCLE.handle(now, event).now();
        }
        return LIFECYCLE.advance(now, life.end()).now();
    }

    private static List<String> keys(JsonNode json) {
        List<String> keys = new ArrayList<>();
        json.fieldNames().forEachRemaining(keys::add);
        keys.remove("undecided");
        return keys;
    }

    @Property(tries = 100)
    void every_key_is_always_there_in_the_same_order_and_the_bytes_are_stable(@ForAll Life life) throws Exception {
        String written = CaseJson.write("q", lived(life), TestPolicy.ZONE);

        assertThat(keys(Json.MAPPER.readTree(written))).isEqualTo(KEYS).isSubsetOf(CaseJson.KEYS);
        Json.MAPPER
                .readTree(written)
                .get("deadlines")
                .forEach(each -> assertThat(keys(each)).isSubsetOf(CaseJson.DEADLINE_KEYS));
        assertThat(CaseJson.write("q", lived(life), TestPolicy.ZONE)).isEqualTo(written);
    }

    @Test
    void a_case_is_written_with_local_days_and_instants() throws Exception {
        Instant friday = Instant.parse("2025-09-26T07:20:00Z");
        Case now = LIFECYCLE
                .receive(Complaint.received("C-1", friday, "TELEPHONE")
                        .category("SERVICE")
                        .build())
                .now();
        JsonNode json = Json.MAPPER.readTree(CaseJson.write(
                "q", LIFECYCLE.advance(now, friday.plus(Duration.ofHours(3))).now(), TestPolicy.ZONE));

        assertThat(json.get("id").asText()).isEqualTo("q");
        assertThat(json.get("category").asText()).isEqualTo("SERVICE");
        assertThat(json.get("class").asText()).isEqualTo("GENERAL");
        assertThat(json.get("grade").isNull()).isTrue();
        assertThat(json.get("effectiveLimit").asText()).isEqualTo("2025-09-30");
        assertThat(json.get("deadlines").get(0).get("state").asText()).isEqualTo("OPEN");
        assertThat(json.get("deadlines").get(0).get("certainty").asText()).isEqualTo("OFFICIAL");
        assertThat(json.get("deadlines").get(1).get("start").asText()).isEqualTo("2025-09-26T15:20:00+08:00");
        assertThat(json.get("deadlines").get(1).get("limit").asText()).isEqualTo("2025-09-26T17:20:00+08:00");
        assertThat(json.get("deadlines").get(1).get("state").asText()).isEqualTo("BREACHED");
        assertThat(json.get("findings").toString()).isEqualTo("[\"LATE_CONTACT\"]");
        assertThat(json.get("duties").toString()).isEqualTo("[\"EXPLAIN\",\"REGISTER\",\"REPLY\"]");
        assertThat(json.get("reasons"))
                .allSatisfy(reason -> assertThat(reason.get("pack").asText()).isEqualTo("T 1.0.0"));
    }

    @Test
    void how_sure_the_pack_is_of_a_clause_stands_beside_the_basis_and_nowhere_else() throws Exception {
        Case now = LIFECYCLE
                .receive(Complaint.received("C-1", Instant.parse("2025-09-26T07:20:00Z"), "TELEPHONE")
                        .category("SERVICE")
                        .build())
                .now();
        JsonNode json = Json.MAPPER.readTree(CaseJson.write("q", now, TestPolicy.ZONE));

        assertThat(json.get("deadlines")).isNotEmpty().allSatisfy(CaseJsonTest::onlyOfTheFirstClause);
        assertThat(json.get("reasons")).isNotEmpty().allSatisfy(CaseJsonTest::onlyOfTheFirstClause);
        assertThat(json.get("deadlines")).anyMatch(deadline -> deadline.has("confidence"));
    }

    @Test
    void a_duty_that_two_packs_demand_names_both() throws Exception {
        Lifecycle layers = new Lifecycle(
                List.of(
                        new TestBook(TestPolicy.policy("T"), TestRules.all()),
                        new TestBook(TestPolicy.policy("U"), TestRules.all())),
                CalendarRegistry.standard(),
                Organisation.UNKNOWN);
        Case now = layers.receive(Complaint.received("C-1", Instant.parse("2025-09-26T07:20:00Z"), "TELEPHONE")
                        .category("SERVICE")
                        .build())
                .now();
        JsonNode json = Json.MAPPER.readTree(CaseJson.write("q", now, TestPolicy.ZONE));

        assertThat(json.get("mergedDuties")).anySatisfy(duty -> {
            assertThat(duty.get("code").asText()).isEqualTo("REPLY");
            assertThat(duty.get("sources"))
                    .extracting(source -> source.get("pack").asText())
                    .containsExactly("T", "U");
            assertThat(duty.get("sources"))
                    .allSatisfy(
                            source -> assertThat(source.get("clause").asText()).isEqualTo("T-20"));
        });
        Case alone = LIFECYCLE
                .receive(Complaint.received("C-1", Instant.parse("2025-09-26T07:20:00Z"), "TELEPHONE")
                        .build())
                .now();
        assertThat(Json.MAPPER
                        .readTree(CaseJson.write("q", alone, TestPolicy.ZONE))
                        .has("mergedDuties"))
                .isFalse();
    }

    private static void onlyOfTheFirstClause(JsonNode cited) {
        assertThat(cited.path("confidence").asText())
                .isEqualTo(cited.get("clause").asText().equals("T-01") ? "MEDIUM" : "");
    }

    @Test
    void a_case_without_a_certain_category_says_so() throws Exception {
        Case now = LIFECYCLE
                .receive(Complaint.received("C-1", Instant.parse("2025-09-26T07:20:00Z"), "LETTER")
                        .build())
                .now();
        JsonNode json = Json.MAPPER.readTree(CaseJson.write("q", now, TestPolicy.ZONE));

        assertThat(json.get("category").isNull()).isTrue();
        assertThat(json.get("undecided").asBoolean()).isTrue();
    }

    @Test
    void reports_are_written_period_by_period() {
        List<ReportDue> owed = new ArrayList<>();
        for (String period : List.of("2026-08", "2026-09")) {
            owed.addAll(ReportDue.of(TestPolicy.policy(), ReportPeriod.parse(period), CalendarRegistry.standard()));
        }

        assertThat(CaseJson.writeReports("q", owed.subList(1, 3), TestPolicy.ZONE))
                .isEqualTo("{\"id\":\"q\",\"reports\":[{\"period\":\"2026-08\",\"deadlines\":[{\"id\":\"T-R02\","
                        + "\"target\":\"2026-09-09\",\"limit\":\"2026-09-09\",\"clause\":\"T-01\","
                        + "\"certainty\":\"OFFICIAL\"}]},{\"period\":\"2026-09\",\"deadlines\":[{\"id\":\"T-R01\","
                        + "\"target\":\"2026-10-10\",\"limit\":\"2026-10-10\",\"clause\":\"T-01\","
                        + "\"certainty\":\"OFFICIAL\"}]}],\"findings\":[]}");
        assertThat(CaseJson.writeReports("q", List.of(), TestPolicy.ZONE))
                .isEqualTo("{\"id\":\"q\",\"reports\":[],\"findings\":[]}");
    }

    @Test
    void the_reasons_of_the_decision_come_before_those_of_its_deadlines() throws Exception {
        Case now = LIFECYCLE
                .receive(Complaint.received("C-1", Instant.parse("2025-09-26T07:20:00Z"), "LETTER")
                        .category("SERVICE")
                        .build())
                .now();
        JsonNode json = Json.MAPPER.readTree(CaseJson.write("q", now, TestPolicy.ZONE));
        List<String> codes = new ArrayList<>();
        json.get("reasons").forEach(reason -> codes.add(reason.get("code").asText()));

        assertThat(codes).containsSubsequence("SERVICE", "T-D01").doesNotHaveDuplicates();
    }
}
