package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.Transition;
import org.complaintkit.policy.Transition.Guard;
import org.complaintkit.policy.Transition.Round;
import org.junit.jupiter.api.Test;

class StateMachineTest {
    private static final CaseEvent DONE = CaseEvent.of("e1", "DONE", "UNIT", Instant.EPOCH);

    private static Transition row(String from, String event, String to, Guard guard, boolean implied) {
        return new Transition(Set.of(from), EventPattern.parse(event), to, guard, implied, Round.NONE, "");
    }

    private static Transition row(String from, String event, String to) {
        return row(from, event, to, Guard.NONE, true);
    }

    private static List<String> path(List<Transition> table, String from) {
        return new StateMachine(table)
                .path(from, DONE, guard -> guard == Guard.NONE).stream()
                        .map(Transition::to)
                        .toList();
    }

    @Test
    void the_events_own_row_goes_before_any_implied_step() {
        assertThat(path(List.of(row("A", "STEP", "B"), row("B", "DONE", "Y"), row("A", "DONE", "X")), "A"))
                .containsExactly("X");
    }

    @Test
    void of_several_ways_over_implied_steps_the_shortest_is_taken() {
        List<Transition> table = List.of(
                row("A", "STEP", "B"),
                row("A", "OTHER", "C"),
                row("B", "STEP", "D"),
                row("D", "DONE", "LONG"),
                row("C", "DONE", "SHORT"));

        assertThat(path(table, "A")).containsExactly("C", "SHORT");
    }

    @Test
    void of_ways_of_one_length_the_row_higher_in_the_table_decides() {
        assertThat(path(
                        List.of(
                                row("A", "STEP", "B"),
                                row("A", "OTHER", "C"),
                                row("C", "DONE", "Y"),
                                row("B", "DONE", "X")),
                        "A"))
                .containsExactly("B", "X");
    }

    @Test
    void a_step_that_is_not_implied_or_not_permitted_is_no_way() {
        assertThat(path(List.of(row("A", "STEP", "B", Guard.NONE, false), row("B", "DONE", "X")), "A"))
                .isEmpty();
        assertThat(path(List.of(row("A", "STEP", "B", Guard.UNREACHABLE, true), row("B", "DONE", "X")), "A"))
                .isEmpty();
        assertThat(path(List.of(row("A", "DONE", "X", Guard.UNREACHABLE, true)), "A"))
                .isEmpty();
    }

    @Test
    void a_circle_of_implied_steps_ends() {
        assertThat(path(List.of(row("A", "STEP", "B"), row("B", "STEP", "A")), "A"))
                .isEmpty();
    }

    @Test
    void a_guarded_row_is_found_by_state_event_and_guard() {
        StateMachine machine = new StateMachine(List.of(
                row("A", "DONE", "X"),
                row("B", "DONE", "Y", Guard.UNREACHABLE, false),
                row("A", "STEP", "Z", Guard.UNREACHABLE, false)));

        assertThat(machine.guarded("A", DONE, Guard.UNREACHABLE)).isEmpty();
        assertThat(machine.guarded("B", DONE, Guard.NONE)).isEmpty();
        assertThat(machine.guarded("B", DONE, Guard.UNREACHABLE))
                .map(Transition::to)
                .contains("Y");
    }
}
