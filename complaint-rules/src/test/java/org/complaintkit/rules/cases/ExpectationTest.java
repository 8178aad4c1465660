package org.complaintkit.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.complaintkit.calendar.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationTest {
    private static final String ANSWER = """
            {"category":"WORK_ERROR","outcome":null,"assists":["A","B"],"labels":["REPEAT","MAJOR"],
             "deadlines":[{"id":"D1","limit":"2026-03-05","state":"OPEN","targetMissed":false}],
             "duties":["REPLY"],"findings":["LATE"],
             "reports":[{"period":"2025","deadlines":[{"id":"D13","limit":"2025-12-31"}]}]}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"category\":\"WORK_ERROR\",\"outcome\":null}",
                "{\"assists\":[\"B\",\"A\"]}",
                "{\"labels\":[\"MAJOR\"],\"dutiesInclude\":[\"REPLY\"],\"findingsExclude\":[\"LAPSED\"]}",
                "{\"deadlines\":[{\"id\":\"D1\",\"state\":\"OPEN\"}],\"absentDeadlines\":[\"D2\"]}",
                "{\"findings\":\"LATE\",\"categoryInclude\":\"WORK_ERROR\",\"deadlinesInclude\":[\"D1\"],\"outcomeExclude\":[\"OURS\"]}",
                "{\"reports\":[{\"period\":\"2025\",\"deadlines\":[{\"id\":\"D13\",\"limit\":\"2025-12-31\"}]}]}"
            })
    void an_answer_that_fulfils_all_has_no_difference(String expect) {
        assertThat(Expectation.parse(expect).differences(ANSWER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"category\":\"VIOLATION\"}                             | category",
                "{\"outcome\":\"OURS\"}                                   | outcome",
                "{\"state\":null}                                         | state",
                "{\"assists\":[\"A\"]}                                    | assists",
                "{\"labels\":[\"VIP\"]}                                   | VIP",
                "{\"dutiesInclude\":[\"ARCHIVE\"]}                        | ARCHIVE",
                "{\"findingsExclude\":[\"LATE\"]}                         | LATE",
                "{\"dutyExclude\":[\"REPLY\"]}                            | duty: wanted a key of the answer",
                "{\"escalationExclude\":[\"E1\"]}                         | escalation: wanted",
                "{\"dutyInclude\":[]}                                     | duty: wanted",
                "{\"deadlines\":[{\"id\":\"D1\",\"state\":\"MET\"}]}      | D1.state",
                "{\"deadlines\":[{\"id\":\"D9\"}]}                        | D9: wanted",
                "{\"absentDeadlines\":[\"D1\"]}                           | D1: wanted nothing",
                "{\"absentDeadlines\":\"D1\"}                             | D1: wanted nothing",
                "{\"categoryExclude\":[\"WORK_ERROR\"]}                  | category: wanted without",
                "{\"labelsExclude\":\"MAJOR\"}                            | labels: wanted without",
                "{\"labels\":\"VIP\"}                                     | VIP",
                "{\"findings\":\"LAPSED\"}                                | LAPSED",
                "{\"findngs\":[]}                                       | findngs",
                "{\"category\":[]}                                      | category",
                "{\"deadlinesExclude\":[\"D1\"]}                          | deadlines: wanted without [D1]",
                "{\"deadlines\":{\"id\":\"D9\"}}                          | D9: wanted",
                "{\"deadlines\":\"D1\"}                                   | wanted \"D1\"",
                "{\"reports\":[{\"period\":\"2024\",\"deadlines\":[]}]}   | 2024",
                "{\"reports\":[{\"period\":\"2025\",\"deadlines\":[{\"id\":\"D13\",\"limit\":\"x\"}]}]} | D13.limit"
            })
    void each_thing_that_is_not_fulfilled_is_told(String expect, String told) {
        assertThat(Expectation.parse(expect).differences(ANSWER))
                .singleElement()
                .asString()
                .contains(told);
    }

    @Test
    void an_answer_without_deadlines_is_none_in_which_one_is_absent() {
        assertThat(Expectation.parse("{\"absentDeadlines\":[\"D1\"]}").differences("{\"reports\":[]}"))
                .extracting(Difference::key)
                .containsExactly("absentDeadlines");
    }

    @Test
    void what_is_no_object_is_refused() {
        assertThatThrownBy(() -> Expectation.parse("[]")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Expectation.parse("{}").differences("{")).isInstanceOf(InvalidInputException.class);
    }
}
