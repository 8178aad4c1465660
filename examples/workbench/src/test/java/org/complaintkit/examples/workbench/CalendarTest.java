package org.complaintkit.examples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {

    @ParameterizedTest(name = "{0} of {1} {2}")
    @CsvSource({
        "isWorkingDay, 2026-02-14, , true",
        "isWorkingDay, 2026-02-15, , false",
        "plusWorkingDays, 2025-09-26, '\"n\":3', \"2025-09-30\"",
        "plusWorkingDays, 2025-10-09, '\"n\":-1', \"2025-09-30\"",
        "plusWorkingDays, 2025-10-04, '\"n\":0', \"2025-10-04\"",
        "workingDaysBetween, 2025-09-26, '\"to\":\"2025-10-09\"', 4",
        "workingDaysBetween, 2025-09-26, '\"to\":\"2025-09-26\"', 0",
        "next, 2025-09-30, , \"2025-10-09\"",
        "previous, 2025-10-09, , \"2025-09-30\"",
        "nextOrSame, 2025-10-04, , \"2025-10-09\"",
        "nextOrSame, 2025-10-11, , \"2025-10-11\"",
        "previousOrSame, 2025-10-04, , \"2025-09-30\"",
    })
    void answers_from_the_published_schedules(String op, String date, String more, String result) {
        String question = "{\"id\":\"q\",\"op\":\"" + op + "\",\"date\":\"" + date + "\""
                + (more == null ? "" : "," + more) + "}";

        assertThat(Run.over("calendar", question).out())
                .isEqualTo("{\"id\":\"q\",\"result\":" + result + ",\"certainty\":\"OFFICIAL\"}\n");
    }

    @Test
    void a_year_without_schedule_is_provisional() {
        assertThat(Run.over("calendar", "{\"id\":\"q\",\"op\":\"isWorkingDay\",\"date\":\"2027-02-08\"}")
                        .answer()
                        .get("certainty")
                        .textValue())
                .isEqualTo("PROVISIONAL");
    }

    @Test
    void only_what_had_been_published_by_a_day_is_known() {
        String question = "{\"id\":\"q\",\"op\":\"isWorkingDay\",\"date\":\"2025-01-01\"";

        Run run = Run.over("calendar", question + "}", question + ",\"asOf\":\"2024-10-01\"}");

        assertThat(run.out()).isEqualTo("""
                        {"id":"q","result":false,"certainty":"OFFICIAL"}
                        {"id":"q","result":false,"certainty":"PROVISIONAL"}
                        """);
    }

    @Test
    void a_calendar_may_be_given_in_the_question() {
        assertThat(Run.over(
                                "calendar",
                                "{\"id\":\"q\",\"calendar\":{\"weekend\":[\"FRIDAY\"],\"holidays\":[\"2026-03-07\"]},"
                                        + "\"op\":\"next\",\"date\":\"2026-03-05\"}")
                        .out())
                .isEqualTo("{\"id\":\"q\",\"result\":\"2026-03-08\",\"certainty\":\"OFFICIAL\"}\n");
    }
}
