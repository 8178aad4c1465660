package org.complaintkit.examples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.complaintkit.rules.cases.Expectation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked examples of the packs that we ship, through the command that other programs use. */
class WorkedExamplesTest {
    private static final List<String> SYSTEMS = List.of("rcc", "itb");

    static Stream<String> examples() {
        return SYSTEMS.stream()
                .flatMap(system -> Run.lines("/org/complaintkit/packs/" + system + "/examples.jsonl").stream());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_worked_example_comes_out_as_expected(String line) {
        JsonNode example = Run.json(line);

        Run run = Run.over("replay", line);

        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.answer().get("id")).isEqualTo(example.get("id"));
        assertThat(Expectation.parse(example.get("expect").toString())
                        .differences(run.answer().toString()))
                .isEmpty();
    }

    @Test
    void all_examples_in_one_run_give_the_same_answers_in_their_order() {
        String[] lines = examples().toArray(String[]::new);

        Run all = Run.over("replay", lines);

        assertThat(all.out())
                .isEqualTo(Stream.of(lines)
                        .map(line -> Run.over("replay", line).out())
                        .reduce("", String::concat));
        assertThat(lines).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void what_an_example_expects_does_not_change_the_answer() {
        String line = examples().findFirst().orElseThrow();
        ObjectNode bare = (ObjectNode) Run.json(line);
        bare.remove(List.of("expect", "cites", "title"));

        assertThat(Run.over("replay", bare.toString()).out())
                .isEqualTo(Run.over("replay", line).out());
    }

    @ParameterizedTest
    @MethodSource("wrongExpectations")
    void a_wrong_expectation_is_found(String wrong) {
        JsonNode answer =
                Run.over("replay", examples().findFirst().orElseThrow()).answer();

        assertThat(Expectation.parse(wrong).differences(answer.toString())).hasSize(1);
    }

    static Stream<String> wrongExpectations() {
        return Stream.of(
                "{\"category\":\"WORK_ERROR\"}",
                "{\"assists\":[\"COMPLAINED_UNIT\"]}",
                "{\"labels\":[\"REPEAT\"]}",
                "{\"escalations\":[\"RCC-E01\"]}",
                "{\"dutiesInclude\":[\"COMPENSATE\"]}",
                "{\"dutiesExclude\":[\"REGISTER\"]}",
                "{\"amounts\":{\"paid\":1}}",
                "{\"deadlines\":[{\"id\":\"RCC-D01\",\"limit\":\"2025-10-01\"}]}",
                "{\"deadlines\":[{\"id\":\"RCC-D02\"}]}",
                "{\"absentDeadlines\":[\"RCC-D01\"]}",
                "{\"reports\":[{\"period\":\"2026-09\",\"deadlines\":[]}]}",
                "{\"colour\":\"red\"}");
    }
}
