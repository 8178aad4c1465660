package org.complaintkit.examples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Dates worked out by hand from the published schedules of 2025 and 2026. */
class DueTest {

    static Stream<Arguments> questions() {
        return Run.lines("due.jsonl").stream()
                .map(Run::json)
                .map(line -> Arguments.of(line.get("why").textValue(), line.get("ask"), line.get("expect")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void is_due_when_the_calendar_says(String why, ObjectNode ask, JsonNode expect) {
        Run run = Run.over("due", ask.put("id", "q").toString());

        JsonNode answer = run.answer();
        assertThat(answer.get("id").textValue()).isEqualTo("q");
        expect.properties()
                .forEach(key -> assertThat(answer.get(key.getKey()))
                        .as(answer.toString())
                        .isEqualTo(key.getValue()));
        assertThat(run.code()).isZero();
    }

    @Test
    void an_answer_has_the_keys_of_the_format_in_their_order() {
        JsonNode answer = Run.over("due", "{\"id\":7,\"start\":\"2024-03-04T10:00\",\"term\":\"1 day\"}")
                .answer();

        List<String> keys = new ArrayList<>();
        answer.fieldNames().forEachRemaining(keys::add);
        assertThat(keys)
                .containsExactly(
                        "id",
                        "due",
                        "dueAt",
                        "target",
                        "certainty",
                        "counted",
                        "skipped",
                        "convention",
                        "calendarVersion");
        assertThat(answer.get("id").intValue()).isEqualTo(7);
        assertThat(answer.get("convention")).isEqualTo(Run.json("""
                        {"name":"PLAIN","startDay":"EXCLUDED","outsideHours":"AS_IS","restDayStart":"AS_IS",\
                        "cutOff":null,"lastDay":"STAY","target":"SAME","timeOfDay":"END_OF_DAY"}"""));
    }

    @Test
    void a_provisional_answer_says_how_early_how_late_and_on_what_assumption() {
        JsonNode answer = Run.over("due", "{\"start\":\"2026-12-21\",\"term\":\"15 working days\"}")
                .answer();

        String earliest = answer.get("earliest").textValue();
        String likely = answer.get("likely").textValue();
        String latest = answer.get("latest").textValue();
        assertThat(likely).isEqualTo(answer.get("due").textValue());
        assertThat(List.of(earliest, likely, latest)).isSorted();
        assertThat(answer.get("assumption").textValue()).isNotBlank();
    }

    @Test
    void with_its_proof_each_day_has_its_reason_and_the_notice_behind_it() {
        byte[] ask = "{\"start\":\"2025-09-25T09:00\",\"term\":\"2 working days\"}".getBytes(StandardCharsets.UTF_8);

        JsonNode days = Run.of(ask, "due", "--proof").answer().get("days");
        assertThat(days)
                .extracting(day -> day.get("date").textValue() + " "
                        + day.get("counts").booleanValue() + " "
                        + day.get("why").textValue() + " "
                        + day.get("name").textValue())
                .containsExactly(
                        "2025-09-26 true ORDINARY ", "2025-09-27 false WEEKEND ", "2025-09-28 true MAKE_UP 国庆节、中秋节");
        assertThat(days)
                .allSatisfy(day -> assertThat(day.get("source").textValue()).contains("content_6986383"))
                .allSatisfy(day -> assertThat(day.get("certainty").textValue()).isEqualTo("OFFICIAL"));
    }

    @Test
    void of_a_term_in_hours_the_proof_says_how_long_each_day_counted() {
        byte[] ask = "{\"start\":\"2025-09-26T16:00\",\"term\":\"3 working hours\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(Run.of(ask, "due", "--proof").answer().get("days"))
                .extracting(day -> day.get("date").textValue() + " "
                        + day.get("counts").booleanValue() + " "
                        + day.path("time").asText("no time"))
                .containsExactly("2025-09-26 true PT1H", "2025-09-27 false no time", "2025-09-28 true PT2H");
        byte[] days = "{\"start\":\"2025-09-26\",\"term\":\"1 working day\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(Run.of(days, "due", "--proof").answer().get("days")).noneMatch(day -> day.has("time"));
    }

    @Test
    void a_convention_bends_one_field_and_leaves_the_others() {
        JsonNode convention = Run.over(
                        "due",
                        "{\"start\":\"2026-03-02T10:00\",\"term\":\"1 day\",\"convention\":{\"cutOff\":\"17:30\"}}")
                .answer()
                .get("convention");

        assertThat(convention.get("name").textValue()).isEqualTo("CUSTOM");
        assertThat(convention.get("cutOff").textValue()).isEqualTo("17:30");
        assertThat(convention.get("startDay").textValue()).isEqualTo("EXCLUDED");
    }
}
