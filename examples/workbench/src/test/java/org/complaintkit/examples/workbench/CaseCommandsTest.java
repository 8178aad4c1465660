package org.complaintkit.examples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseCommandsTest {
    private static final String COMPLAINT = """
            "complaint":{"receivedAt":"2025-09-26T10:20:00+08:00","channel":"PHONE","receivedBy":"OUTLET",\
            "intakeCategories":["SERVICE_ATTITUDE"],"claimedLoss":600000}""";

    private static String line(String more) {
        return "{\"id\":\"c1\",\"packs\":[\"RCC\"]," + more + COMPLAINT + "}";
    }

    @Test
    void a_decision_is_the_case_at_its_receipt() {
        assertThat(Run.over("decide", line("")).out())
                .isEqualTo(Run.over("replay", line("")).out());
    }

    @Test
    void an_answer_has_the_keys_of_the_format_in_their_order() {
        List<String> keys = new ArrayList<>();
        Run.over("decide", line("")).answer().fieldNames().forEachRemaining(keys::add);

        assertThat(keys)
                .containsExactly(
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
    }

    @Test
    void a_pack_that_was_not_in_force_yet_decides_nothing() {
        String before = "{\"id\":\"c1\",\"packs\":[%s\"CN2020\"],\"complaint\":{\"receivedAt\":"
                + "\"2020-02-29T23:59:00+08:00\",\"channel\":\"PHONE\",\"intakeCategories\":[\"SERVICE_ATTITUDE\"]}}";

        JsonNode refused = Run.over("decide", before.formatted("")).answer();
        assertThat(refused.at("/error/code").textValue()).isEqualTo("NO_PACK_IN_FORCE");
        assertThat(refused.at("/error/at").textValue()).isEqualTo("/complaint/receivedAt");
        JsonNode own = Run.over("replay", before.formatted("\"RCC\",")).answer();
        assertThat(own.get("deadlines").findValuesAsText("id"))
                .contains("RCC-D01")
                .noneMatch(id -> id.startsWith("CN"));
        JsonNode after = Run.over(
                        "replay", before.formatted("\"RCC\",").replace("2020-02-29T23:59", "2020-03-01T00:00"))
                .answer();
        assertThat(after.get("deadlines").findValuesAsText("id"))
                .contains("RCC-D01")
                .anyMatch(id -> id.startsWith("CN2020-"));
    }

    @Test
    void a_parameter_decides_and_is_named_as_the_basis() {
        Run run = Run.over("decide", line(""), line("\"params\":{\"rcc.major.loss\":700000},"), line(""));
        List<JsonNode> answers = run.answers();

        assertThat(answers.get(0).get("labels").toString()).contains("MAJOR");
        assertThat(answers.get(1).get("labels").toString()).doesNotContain("MAJOR");
        assertThat(answers.get(2)).isEqualTo(answers.get(0));
        assertThat(run.code()).isZero();
        assertThat(Run.over("decide", line("\"params\":{\"rcc.major.loss\":\"700000\"},"))
                        .answer())
                .as("a number may stand as a text, as on the command line of simulate")
                .isEqualTo(answers.get(1));
    }

    @Test
    void a_whole_number_may_name_a_case() {
        JsonNode answer = Run.over("decide", line("").replace("\"c1\"", "17")).answer();

        assertThat(answer.get("id").intValue()).isEqualTo(17);
        assertThat(answer.get("category").textValue()).isEqualTo("SERVICE_ATTITUDE");
    }

    @Test
    void a_case_without_a_name_is_refused() {
        JsonNode answer =
                Run.over("decide", line("").replace("\"id\":\"c1\",", "")).answer();

        assertThat(answer.at("/error/code").textValue()).isEqualTo("MISSING_FIELD");
        assertThat(answer.at("/error/at").textValue()).isEqualTo("/id");
    }

    @Test
    void two_cases_of_one_name_know_nothing_of_each_other() {
        String other = line("").replace("SERVICE_ATTITUDE", "WORK_ERROR");

        Run run = Run.over("decide", line(""), other);

        assertThat(run.answers().get(1).get("category").textValue()).isEqualTo("WORK_ERROR");
        assertThat(run.code()).isZero();
    }

    @Test
    void time_that_passes_unused_breaks_the_limit_and_escalates() {
        JsonNode answer = Run.over("replay", line("\"asOf\":\"2025-10-09T09:00:00+08:00\","))
                .answer();

        assertThat(answer.at("/deadlines/0/state").textValue()).isEqualTo("BREACHED");
        assertThat(answer.get("escalations")).isNotEmpty();
    }

    @Test
    void events_may_be_told_in_any_order() {
        String contacted = "{\"at\":\"2025-09-26T11:30:00+08:00\",\"type\":\"CONTACTED\",\"by\":\"UNIT_HEAD\"}";
        String replied = "{\"at\":\"2025-09-30T16:30:00+08:00\",\"type\":\"REPLIED_TO_CUSTOMER\",\"by\":\"UNIT_HEAD\"}";
        JsonNode told = Run.over("replay", line("\"events\":[" + contacted + "," + replied + "],"))
                .answer();

        assertThat(Run.over("replay", line("\"events\":[" + replied + "," + contacted + "],"))
                        .answer())
                .isEqualTo(told);
        assertThat(told.get("state").textValue()).isEqualTo("REPLIED");
    }

    @Test
    void reports_are_owed_for_each_period() {
        JsonNode answer = Run.over(
                        "replay",
                        "{\"id\":\"r\",\"kind\":\"REPORT\",\"packs\":[\"RCC\"],\"periods\":[\"2026-03\",\"2026-04\"]}")
                .answer();

        assertThat(answer.at("/reports/0/period").textValue()).isEqualTo("2026-03");
        assertThat(answer.at("/reports/1/period").textValue()).isEqualTo("2026-04");
        assertThat(answer.at("/reports/1/deadlines")).isNotEmpty().allSatisfy(deadline -> {
            assertThat(deadline.get("limit").textValue()).isEqualTo("2026-05-10");
            assertThat(deadline.get("target").textValue()).isEqualTo("2026-05-09");
        });
    }

    @Test
    void reports_tell_what_was_filed_up_to_a_moment() {
        JsonNode answer = Run.over(
                        "replay",
                        "{\"id\":\"r\",\"kind\":\"REPORT\",\"packs\":[\"RCC\"],\"periods\":[\"2026-03\",\"2026-04\"],"
                                + "\"events\":[{\"at\":\"2026-04-13T09:00:00+08:00\",\"type\":\"REPORT_FILED\",\"data\":"
                                + "{\"report\":\"RCC-D13\",\"period\":\"2026-03\"}}],\"asOf\":\"2026-05-01T00:00:00+08:00\"}")
                .answer();

        assertThat(answer.at("/reports/0/deadlines/0/status").textValue()).isEqualTo("FILED_LATE");
        assertThat(answer.at("/reports/0/deadlines/0/filings/0/kind").textValue())
                .isEqualTo("LATE");
        assertThat(answer.at("/reports/1/deadlines/0/status").textValue()).isEqualTo("OPEN");
        assertThat(answer.at("/findings/0").textValue()).isEqualTo("REPORT_LATE");
    }

    @Test
    void a_filing_of_a_report_that_no_pack_knows_is_refused_with_its_place() {
        JsonNode answer = Run.over(
                        "replay",
                        "{\"id\":\"r\",\"kind\":\"REPORT\",\"packs\":[\"RCC\"],\"periods\":[\"2026-03\"],"
                                + "\"events\":[{\"at\":\"2026-04-13T09:00:00+08:00\",\"type\":\"REPORT_FILED\",\"data\":"
                                + "{\"report\":\"RCC-D99\",\"period\":\"2026-03\"}}]}")
                .answer();

        assertThat(answer.at("/error/code").textValue()).isEqualTo("UNKNOWN_REPORT");
        assertThat(answer.at("/error/at").textValue()).startsWith("/events/0");
    }

    @Test
    void a_period_that_is_none_is_placed() {
        JsonNode answer = Run.over(
                        "replay",
                        "{\"id\":\"r\",\"kind\":\"REPORT\",\"packs\":[\"RCC\"],\"periods\":[\"2026-03\",\"March\"]}")
                .answer();

        assertThat(answer.at("/error/code").textValue()).isEqualTo("REPORT_PERIOD");
        assertThat(answer.at("/error/at").textValue()).isEqualTo("/periods/1");
    }

    @Test
    void a_case_is_explained_as_text_as_json_and_as_a_page(@TempDir Path folder) throws IOException {
        String line = "{\"id\":\"C-7\",\"kind\":\"CASE\",\"packs\":[\"RCC\"],\"complaint\":{\"receivedAt\":"
                + "\"2025-09-26T10:20:00+08:00\",\"channel\":\"MEDIA\",\"intakeCategories\":[\"SERVICE_PRODUCT\"],"
                + "\"text\":\"CANARY\"},\"expect\":{}}";
        Path file = Files.writeString(folder.resolve("case.jsonl"), line);

        Run text = Run.of(new byte[0], "explain", "--lang", "zh-TW", file.toString());
        assertThat(text.code()).isZero();
        assertThat(text.out())
                .startsWith("案件 C-7：處理依據說明\n")
                .contains("符合但讓位：RCC-14d")
                .doesNotContain("CANARY");

        Run json = Run.of(new byte[0], "explain", "--json", file.toString());
        assertThat(json.answer().at("/questions/0/code").asText()).isEqualTo("SERVICE_PRODUCT");

        Path page = folder.resolve("case.html");
        assertThat(Run.of(new byte[0], "explain", "--html", page.toString(), file.toString()))
                .isEqualTo(new Run(0, "", ""));
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("table class=\"month\"");

        Files.writeString(file, line + "\n" + line.replace("C-7", "C-8"));
        Run both = Run.of(new byte[0], "explain", "--html", page.toString(), file.toString());
        assertThat(both).isEqualTo(new Run(0, "", ""));
        assertThat(Files.readString(page)).contains("C-7", "C-8");
        assertThat(Run.of(new byte[0], "explain", "--html", folder.toString(), file.toString()))
                .isEqualTo(new Run(2, "", "cannot write " + folder + System.lineSeparator()));

        Run refused = Run.of("{\"id\":1,\"kind\":\"REPORT\"}".getBytes(StandardCharsets.UTF_8), "explain");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.answer().at("/error/at").asText()).isEqualTo("/kind");
    }
}
