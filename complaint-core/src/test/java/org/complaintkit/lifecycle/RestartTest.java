package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.fixture.TestClocks;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.model.Complaint;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.StandstillRule;
import org.complaintkit.policy.Transition.Guard;
import org.complaintkit.policy.Transition.Round;
import org.junit.jupiter.api.Test;

/** What stops a clock, over a restart by new facts and over an answer; received on 5 January 2026. */
class RestartTest {
    private static TestClocks days() {
        return clock("15 days");
    }

    private static TestClocks clock(String limit) {
        return TestClocks.none()
                .step("RECEIVED", "REPEAT_RECEIVED", "RECEIVED", Guard.NONE, Round.REWORK)
                .deadline("T-D01")
                .cell("limit", limit)
                .cell("paused_by", "CONTACTED to FORM_RETURNED");
    }

    private static Instant at(String local) {
        return LocalDateTime.parse("2026-" + local).atZone(TestPolicy.ZONE).toInstant();
    }

    private static CaseEvent event(String local, String type, Map<String, Object> data) {
        return new CaseEvent(type + local, type, "UNIT", "", at(local), at(local), data);
    }

    private static CaseEvent stop(String local) {
        return event(local, "CONTACTED", Map.of());
    }

    private static CaseEvent runOn(String local) {
        return event(local, "FORM_RETURNED", Map.of());
    }

    private static CaseEvent again(String local) {
        return event(local, "REPEAT_RECEIVED", Map.of());
    }

    private static CaseEvent reply(String local) {
        return event(local, "REPLIED_TO_CUSTOMER", Map.of());
    }

    private static CaseEvent order(String local, String from, String to) {
        return event(local, "TIME_LEFT_OUT", Map.of("from", "2026-" + from, "to", "2026-" + to));
    }

    private static Case after(TestClocks clocks, String asOf, CaseEvent... events) {
        Lifecycle lifecycle = clocks.lifecycle();
        Case value = lifecycle
                .receive(Complaint.received("C-1", at("01-05T10:00"), "TELEPHONE")
                        .category("SERVICE")
                        .build())
                .now();
        for (CaseEvent event : events) {
            value = lifecycle.handle(value, event).now();
        }
        return lifecycle.advance(value, at(asOf)).now();
    }

    private static List<String> limits(Case value) {
        return Stream.of(value.previousDeadlines(), value.deadlines())
                .flatMap(List::stream)
                .map(deadline -> text(deadline, value.advancedTo()))
                .toList();
    }

    private static String text(Deadline deadline, Instant now) {
        return deadline.round() + " " + deadline.limit().toText(TestPolicy.ZONE) + " " + deadline.state(now);
    }

    @Test
    void a_stop_that_began_before_the_restart_stops_the_new_clock_too() {
        assertThat(limits(
                        after(days(), "01-21T10:00", stop("01-10T09:00"), again("01-12T09:00"), runOn("01-20T09:00"))))
                .containsExactly("1 never SUPERSEDED", "2 2026-02-04 OPEN");
    }

    @Test
    void one_that_is_not_over_keeps_the_new_clock_still_until_it_is() {
        assertThat(limits(after(days(), "03-30T10:00", stop("01-10T09:00"), again("01-12T09:00"))))
                .containsExactly("1 never SUPERSEDED", "2 never OPEN");
        assertThat(limits(after(
                        days(),
                        "01-21T10:00",
                        stop("01-10T09:00"),
                        again("01-12T09:00"),
                        again("01-14T09:00"),
                        runOn("01-20T09:00"))))
                .containsExactly("1 never SUPERSEDED", "2 never SUPERSEDED", "3 2026-02-04 OPEN");
    }

    @Test
    void one_that_was_over_before_the_restart_moves_only_the_first_clock() {
        assertThat(limits(
                        after(days(), "01-21T10:00", stop("01-06T09:00"), runOn("01-09T09:00"), again("01-12T09:00"))))
                .containsExactly("1 2026-01-23 SUPERSEDED", "2 2026-01-27 OPEN");
    }

    @Test
    void by_the_clock_the_rest_of_the_stop_counts_to_the_minute() {
        CaseEvent stop = stop("01-05T12:00");
        CaseEvent again = again("01-05T13:00");
        assertThat(limits(after(clock("10 hours"), "01-05T16:00", stop, again, runOn("01-05T15:30"))))
                .containsExactly("1 never SUPERSEDED", "2 2026-01-06T01:30:00+08:00 OPEN");
        assertThat(limits(after(clock("10 hours"), "01-05T14:00", stop("01-05T11:00"), runOn("01-05T12:00"), again)))
                .containsExactly("1 2026-01-05T21:00:00+08:00 SUPERSEDED", "2 2026-01-05T23:00:00+08:00 OPEN");
        assertThat(limits(after(clock("10 hours"), "01-09T14:00", stop, again)))
                .containsExactly("1 never SUPERSEDED", "2 never OPEN");
    }

    @Test
    void a_stop_whose_end_nobody_told_ends_with_the_answer() {
        assertThat(limits(
                        after(days(), "01-21T10:00", stop("01-06T09:00"), reply("01-09T09:00"), again("01-12T09:00"))))
                .containsExactly("1 never MET", "2 2026-01-27 OPEN");
        assertThat(limits(after(
                        days(),
                        "01-21T10:00",
                        stop("01-06T09:00"),
                        reply("01-09T09:00"),
                        again("01-12T09:00"),
                        runOn("01-20T09:00"))))
                .as("an end that is told after all changes nothing")
                .containsExactly("1 never MET", "2 2026-01-27 OPEN");
    }

    @Test
    void an_order_counts_in_every_round_whenever_it_was_given() {
        assertThat(limits(after(days(), "01-21T10:00", order("01-11T09:00", "01-11", "01-20"), again("01-12T09:00"))))
                .containsExactly("1 2026-01-30 SUPERSEDED", "2 2026-02-04 OPEN");
        assertThat(limits(after(days(), "01-21T10:00", again("01-12T09:00"), order("01-14T09:00", "01-11", "01-20"))))
                .containsExactly("1 2026-01-30 SUPERSEDED", "2 2026-02-04 OPEN");
    }

    @Test
    void an_order_given_afterwards_takes_the_breach_of_an_earlier_round_back() {
        assertThat(limits(after(days(), "01-24T10:00", again("01-23T09:00"))))
                .containsExactly("1 2026-01-20 BREACHED", "2 2026-02-07 OPEN");
        Case now = after(days(), "01-26T10:00", again("01-23T09:00"), order("01-25T09:00", "01-11", "01-20"));
        assertThat(limits(now)).containsExactly("1 2026-01-30 SUPERSEDED", "2 2026-02-07 OPEN");
        assertThat(after(days(), "01-24T10:00", reply("01-22T10:00"), again("01-23T09:00"))
                        .previousDeadlines())
                .extracting(deadline -> text(deadline, at("01-24T10:00")))
                .containsExactly("1 2026-01-20 BREACHED");
        assertThat(limits(after(
                        days(),
                        "01-26T10:00",
                        reply("01-22T10:00"),
                        again("01-23T09:00"),
                        order("01-25T09:00", "01-11", "01-20"))))
                .containsExactly("1 2026-01-30 MET", "2 2026-02-07 OPEN");
    }

    @Test
    void each_clock_stands_on_the_case_once_however_often_it_is_handled_anew() {
        Case now = after(days(), "01-21T10:00", reply("01-09T09:00"), again("01-12T09:00"), reply("01-14T09:00"));
        assertThat(limits(now)).containsExactly("1 2026-01-20 MET", "2 2026-01-27 MET");
        TestClocks once =
                days().deadline("T-D02", situation -> situation.standing().round() == 1);
        Case shown = after(once, "01-21T10:00", reply("01-06T09:00"), again("01-12T09:00"));
        assertThat(shown.lastDeadlines())
                .extracting(Deadline::id, Deadline::round)
                .as("shown as the last of its id, though the round did not start it")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("T-D01", 2),
                        org.assertj.core.groups.Tuple.tuple("T-D02", 1));
        assertThat(shown.deadlines()).extracting(Deadline::id).containsExactly("T-D01");
        assertThat(shown.previousDeadlines()).extracting(Deadline::id).containsExactly("T-D01", "T-D02");
    }

    private static StandstillRule leftOut(String receivedFrom, String receivedTo, String when) {
        return new StandstillRule(
                "T-P01",
                Set.of("T-D01"),
                "2026-01-11",
                "2026-01-20",
                receivedFrom,
                receivedTo,
                when,
                "T-01",
                Basis.TEXT);
    }

    private static String first(StandstillRule row) {
        return limits(after(days().leavesOut(row), "01-06T10:00")).get(0);
    }

    @Test
    void a_time_that_the_policy_leaves_out_needs_no_event() {
        assertThat(first(leftOut("", "", ""))).isEqualTo("1 2026-01-30 OPEN");
        assertThat(first(leftOut("2026-01-05", "2026-01-05", "SERVICE"))).isEqualTo("1 2026-01-30 OPEN");
        assertThat(first(leftOut("2026-01-06", "", ""))).isEqualTo("1 2026-01-20 OPEN");
        assertThat(first(leftOut("", "2026-01-04", ""))).isEqualTo("1 2026-01-20 OPEN");
        assertThat(first(leftOut("", "", "PRODUCT"))).isEqualTo("1 2026-01-20 OPEN");
    }

    @Test
    void it_stops_the_clocks_that_it_names_and_those_of_every_round() {
        TestClocks clocks = days().leavesOut(leftOut("", "", ""));
        assertThat(limits(after(clocks, "01-21T10:00", again("01-12T09:00"))))
                .containsExactly("1 2026-01-30 SUPERSEDED", "2 2026-02-04 OPEN");
        TestClocks other = clock("15 days").deadline("T-D02").leavesOut(leftOut("", "", ""));
        assertThat(after(other, "01-06T10:00").deadlines())
                .extracting(deadline -> deadline.id() + " " + deadline.limit().day())
                .containsExactly("T-D01 2026-01-30", "T-D02 2026-01-08");
    }

    @Test
    void it_begins_and_ends_to_count_with_what_the_complaint_is_found_to_be() {
        TestClocks clocks =
                TestClocks.none().deadline("T-D01").cell("limit", "15 days").leavesOut(leftOut("", "", "MAJOR"));

        assertThat(limits(after(clocks, "01-07T10:00"))).containsExactly("1 2026-01-20 OPEN");
        assertThat(limits(after(clocks, "01-07T10:00", event("01-06T09:00", "NOTE", Map.of("facts", "MAJOR")))))
                .containsExactly("1 2026-01-30 OPEN");
    }

    @Test
    void an_order_moves_no_limit_of_an_earlier_round_that_somebody_named_or_that_rests_on_another() {
        TestClocks named = TestClocks.none()
                .step("RECEIVED", "REPEAT_RECEIVED", "RECEIVED", Guard.NONE, Round.REWORK)
                .deadline("T-D01")
                .cell("limit", "NOTE.date else 15 days")
                .deadline("T-D02")
                .cell("limit", "as T-D01")
                .deadline("T-D03")
                .cell("limit", "1 days")
                .cell("not_before", "NOTE")
                .deadline("T-D04")
                .cell("limit", "15 days");
        Case now = after(
                named,
                "01-26T10:00",
                event("01-08T09:00", "NOTE", Map.of("date", "2026-01-15")),
                again("01-12T09:00"),
                order("01-14T09:00", "01-06", "01-15"));

        assertThat(now.previousDeadlines())
                .extracting(each -> each.id() + " " + each.limit().day())
                .containsExactlyInAnyOrder(
                        "T-D01 2026-01-15", "T-D02 2026-01-15", "T-D03 2026-01-06", "T-D04 2026-01-30");
    }

    @Test
    void what_ended_before_the_stop_does_not_end_it_and_an_order_may_leave_out_one_day() {
        assertThat(limits(after(days(), "01-09T10:00", runOn("01-06T09:00"), stop("01-08T09:00"))))
                .containsExactly("1 never OPEN");
        assertThat(limits(after(days(), "01-15T10:00", order("01-14T09:00", "01-11", "01-11"))))
                .containsExactly("1 2026-01-21 OPEN");
        assertThat(limits(after(days(), "01-15T10:00", order("01-14T09:00", "01-12", "01-11"))))
                .containsExactly("1 2026-01-20 OPEN");
    }

    @Test
    void a_stop_from_a_day_on_begins_with_that_day() {
        CaseEvent fromDay = event("01-06T09:00", "CONTACTED", Map.of("from", "2026-01-06"));

        assertThat(limits(after(clock("60 hours"), "01-06T13:00", fromDay, runOn("01-06T12:00"))))
                .containsExactly("1 2026-01-08T10:00:00+08:00 OPEN");
    }
}
