package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.complaintkit.calendar.Certainty;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.decision.Reason;
import org.complaintkit.duty.Escalation;
import org.complaintkit.duty.Finding;
import org.complaintkit.fixture.TestClocks;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.model.Complaint;
import org.junit.jupiter.api.Test;

/** Received on Monday, 2 March 2026; no holiday is near. */
class ClocksTest {
    private static Instant at(String local) {
        return LocalDateTime.parse("2026-" + local).atZone(TestPolicy.ZONE).toInstant();
    }

    private static CaseEvent event(String local, String type, Map<String, Object> data) {
        return new CaseEvent(type + local, type, "LEADER", "", at(local), at(local), data);
    }

    private static CaseEvent event(String local, String type) {
        return event(local, type, Map.of());
    }

    /** The case after some events, as of a moment; folded in two ways that must agree. */
    private static Case after(TestClocks clocks, String asOf, CaseEvent... events) {
        return after(clocks, Complaint.received("C-1", at("03-02T10:00"), "TELEPHONE"), asOf, events);
    }

    private static Case after(TestClocks clocks, Complaint.Builder complaint, String asOf, CaseEvent... events) {
        Lifecycle lifecycle = clocks.lifecycle();
        Case now = lifecycle.receive(complaint.build()).now();
        for (CaseEvent event : events) {
            now = lifecycle.handle(now, event).now();
        }
        now = lifecycle.advance(now, at(asOf)).now();
        Case late = lifecycle.receive(complaint.build()).now();
        late = lifecycle.advance(late, at(asOf)).now();
        List<CaseEvent> backwards = new ArrayList<>(List.of(events));
        Collections.reverse(backwards);
        for (CaseEvent event : backwards) {
            late = lifecycle.handle(late, event).now();
        }
        assertThat(shown(late)).as("the same history told backwards").isEqualTo(shown(now));
        return now;
    }

    private static List<List<Object>> shown(Case value) {
        return value.deadlines().stream()
                .map(each -> List.<Object>of(
                        each.rule().id(),
                        each.occurrence(),
                        each.startedAt(),
                        each.target().toText(TestPolicy.ZONE),
                        each.limit().toText(TestPolicy.ZONE),
                        each.state(value.advancedTo())))
                .toList();
    }

    private static List<String> limits(Case value) {
        return value.deadlines().stream()
                .map(each ->
                        each.id() + " " + each.limit().toText(TestPolicy.ZONE) + " " + each.state(value.advancedTo()))
                .toList();
    }

    private static List<String> findings(Case value) {
        return value.findings().stream().map(Finding::code).toList();
    }

    @Test
    void a_promise_is_the_limit_and_a_default_runs_until_there_is_one() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .cell("limit", "NOTE.date|at else 5 working days")
                .cell("target", "limit");
        assertThat(limits(after(clocks, "03-03T00:00"))).containsExactly("T-D01 2026-03-09 OPEN");
        assertThat(limits(after(clocks, "03-03T12:00", event("03-03T09:00", "NOTE", Map.of("date", "2026-03-20")))))
                .containsExactly("T-D01 2026-03-20 OPEN");
        assertThat(limits(after(
                        clocks,
                        "03-03T12:00",
                        event("03-03T09:00", "NOTE", Map.of("at", "2026-03-04T18:30:20+08:00")))))
                .containsExactly("T-D01 2026-03-04T18:30:20+08:00 OPEN");
    }

    @Test
    void a_promise_made_after_the_limit_has_passed_heals_nothing() {
        TestClocks clocks = TestClocks.none().deadline("T-D01").cell("limit", "NOTE.date else 5 working days");
        Case now = after(clocks, "03-12T00:00", event("03-10T09:00", "NOTE", Map.of("date", "2026-03-20")));
        assertThat(limits(now)).containsExactly("T-D01 2026-03-09 BREACHED");
    }

    @Test
    void the_last_promise_in_time_counts_and_a_text_that_is_no_date_says_nothing() {
        TestClocks clocks = TestClocks.none().deadline("T-D01").cell("limit", "NOTE.date else 5 working days");
        Case now = after(
                clocks,
                "03-12T00:00",
                event("03-03T09:00", "NOTE", Map.of("date", "2026-03-20")),
                event("03-04T09:00", "NOTE", Map.of("date", "soon")),
                event("03-05T09:00", "NOTE", Map.of("date", "2026-03-18")));
        assertThat(limits(now)).containsExactly("T-D01 2026-03-18 OPEN");
    }

    @Test
    void a_date_given_with_the_complaint_is_taken_as_it_is_even_on_a_sunday_and_wanted_the_working_day_before() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .cell("limit", "given.forwarderDate")
                .cell("target", "last working day before limit");
        Case now = after(
                clocks,
                Complaint.received("C-1", at("03-02T10:00"), "TELEPHONE").given("forwarderDate", "2026-03-15"),
                "03-03T00:00");
        assertThat(now.deadlines())
                .extracting(
                        each -> each.limit().day().toString(),
                        each -> each.target().day().toString())
                .containsExactly(tuple("2026-03-15", "2026-03-13"));
        assertThat(after(clocks, "03-03T00:00").deadlines()).isEmpty();
    }

    @Test
    void a_date_before_the_start_is_a_limit_that_has_passed() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .cell("limit", "given.forwarderDate")
                .cell("warnings", "1 working day");
        Case now = after(
                clocks,
                Complaint.received("C-1", at("03-02T10:00"), "TELEPHONE").given("forwarderDate", "2026-02-20"),
                "03-03T00:00");
        assertThat(limits(now)).containsExactly("T-D01 2026-02-20 BREACHED");
    }

    @Test
    void a_clock_can_start_on_a_date_that_an_event_names_until_the_thing_itself_happens() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .cell("start", "CONTACTED else NOTE.delivery")
                .cell("end", "FOLLOWED_UP")
                .cell("limit", "on day 1");
        CaseEvent planned = event("03-03T09:00", "NOTE", Map.of("delivery", "2026-03-12"));
        assertThat(limits(after(clocks, "03-04T00:00", planned))).containsExactly("T-D01 2026-03-13 OPEN");
        assertThat(limits(after(clocks, "03-12T00:00", planned, event("03-11T15:00", "CONTACTED"))))
                .containsExactly("T-D01 2026-03-12 OPEN");
    }

    @Test
    void an_event_counts_only_if_it_came_within_another_limit() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .cell("end", "COMPLAINT_ACCEPTED")
                .cell("limit", "1 working day")
                .deadline("T-D02")
                .cell("start", "COMPLAINT_ACCEPTED[within=T-D01] else COMPLAINT_RECEIVED")
                .cell("limit", "15 working days");
        assertThat(limits(after(clocks, "03-10T00:00", event("03-03T09:00", "COMPLAINT_ACCEPTED"))))
                .contains("T-D02 2026-03-24 OPEN");
        assertThat(limits(after(clocks, "03-10T00:00", event("03-04T09:00", "COMPLAINT_ACCEPTED"))))
                .contains("T-D02 2026-03-23 OPEN");
    }

    @Test
    void a_clock_starts_when_the_limit_of_another_has_passed() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .deadline("T-D02")
                .cell("start", "LIMIT[deadline=T-D01]")
                .cell("end", "NOTE")
                .cell("limit", "1 days");
        assertThat(limits(after(clocks, "03-05T23:59"))).containsExactly("T-D01 2026-03-05 OPEN");
        assertThat(limits(after(clocks, "03-06T00:00")))
                .containsExactly("T-D01 2026-03-05 BREACHED", "T-D02 2026-03-06 OPEN");
    }

    @Test
    void one_that_the_rules_no_longer_ask_for_gives_way_and_others_stay() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01", s -> !s.answers().labels().contains("MAJOR"))
                .cell("superseded_when", "not asked")
                .deadline("T-D02", s -> s.answers().labels().contains("MAJOR"))
                .cell("start", "RECOGNISED")
                .cell("limit", "2 hours")
                .deadline("T-D03", s -> s.answers().labels().contains("MAJOR"))
                .cell("limit", "1 working day")
                .cell("not_before", "RECOGNISED");
        Case now = after(clocks, "03-05T09:30", event("03-05T09:00", "NOTE", Map.of("facts", List.of("MAJOR"))));
        assertThat(limits(now))
                .containsExactly(
                        "T-D01 2026-03-05 SUPERSEDED", "T-D02 2026-03-05T11:00:00+08:00 OPEN", "T-D03 2026-03-05 OPEN");
    }

    @Test
    void each_start_begins_an_occurrence_once_the_earlier_one_has_ended() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .cell("start", "CONTACTED")
                .cell("end", "FOLLOWED_UP")
                .cell("limit", "3 working days")
                .cell("repeats", "each start");
        Case now = after(
                clocks,
                "03-30T00:00",
                event("03-03T09:00", "CONTACTED"),
                event("03-04T09:00", "CONTACTED"),
                event("03-05T09:00", "FOLLOWED_UP"),
                event("03-09T09:00", "CONTACTED"));
        assertThat(limits(now)).containsExactlyInAnyOrder("T-D01 2026-03-06 MET", "T-D01 2026-03-12 BREACHED");
    }

    @Test
    void the_end_of_a_report_begins_the_next_one() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .cell("end", "NOTE")
                .cell("limit", "1 working day")
                .cell("repeats", "after end");
        Case now = after(clocks, "03-05T12:00", event("03-03T09:00", "NOTE"), event("03-04T17:00", "NOTE"));
        assertThat(limits(now))
                .containsExactlyInAnyOrder("T-D01 2026-03-03 MET", "T-D01 2026-03-04 MET", "T-D01 2026-03-05 OPEN");
    }

    @Test
    void a_limit_can_lapse_and_its_consequences_follow_all_the_same() {
        TestClocks clocks =
                TestClocks.none().deadline("T-D01").cell("limit", "5 days").cell("lapses", "yes");
        Case now = after(clocks, "03-09T00:00", event("03-08T09:00", "NOTE"));
        assertThat(limits(now)).containsExactly("T-D01 2026-03-07 LAPSED");
        assertThat(now.escalations()).extracting(Escalation::id).containsExactly("T-E01");
    }

    @Test
    void an_escalation_can_fire_at_the_warning() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .cell("limit", "4 hours")
                .cell("warnings", "75 %")
                .cell("on_warning", "T-E02");
        assertThat(after(clocks, "03-02T12:59").escalations()).isEmpty();
        assertThat(after(clocks, "03-02T13:00").escalations())
                .extracting(Escalation::id)
                .containsExactly("T-E02");
        assertThat(after(clocks, "03-02T13:30", event("03-02T12:00", "REPLIED_TO_CUSTOMER"))
                        .escalations())
                .isEmpty();
    }

    @Test
    void a_clock_stands_still_between_two_events_and_without_the_second_for_good() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .cell("limit", "10 days")
                .cell("paused_by", "CONTACTED to FORM_RETURNED");
        CaseEvent stop = event("03-04T09:00", "CONTACTED");
        assertThat(limits(after(clocks, "03-05T00:00", stop))).containsExactly("T-D01 never OPEN");
        assertThat(limits(after(clocks, "04-30T00:00", stop))).containsExactly("T-D01 never OPEN");
        assertThat(limits(after(clocks, "03-10T12:00", stop, event("03-09T09:00", "FORM_RETURNED"))))
                .containsExactly("T-D01 2026-03-17 OPEN");
    }

    private static TestClocks extendable() {
        return TestClocks.none()
                .deadline("T-D03")
                .cell("limit", "5 working days")
                .deadline("T-D01")
                .cell("ends_handling", "yes")
                .cell("limit", "15 working days")
                .granted("T-D02")
                .extension("T-D01", "T-D02", "60 working days", "T-D03");
    }

    private static CaseEvent grant(String local, String newLimit, String ground) {
        return event(local, "EXTENSION_GRANTED", Map.of("newLimit", newLimit, "ground", ground));
    }

    private static CaseEvent notice(String local, String via) {
        return event(local, "NOTE", Map.of("via", via, "contents", List.of("limit", "reason")));
    }

    @Test
    void an_extension_counts_from_the_notice_and_moves_what_moves_along() {
        Case granted = after(extendable(), "03-06T08:00", grant("03-05T09:00", "2026-04-10", "COMPLEX"));
        assertThat(limits(granted)).contains("T-D01 2026-03-23 OPEN").noneMatch(each -> each.startsWith("T-D02"));
        Case told = after(
                extendable(),
                "03-06T18:00",
                grant("03-05T09:00", "2026-04-10", "COMPLEX"),
                notice("03-06T09:00", "LETTER"));
        assertThat(limits(told))
                .containsExactlyInAnyOrder(
                        "T-D01 2026-03-23 SUPERSEDED", "T-D02 2026-04-10 OPEN", "T-D03 2026-03-26 OPEN");
        assertThat(told.effective()).map(Deadline::id).contains("T-D02");
        assertThat(told.maximumLimit().orElseThrow().day()).hasToString("2026-05-28");
        assertThat(findings(told)).isEmpty();
    }

    @Test
    void a_further_extension_is_held_against_the_same_cap() {
        Case now = after(
                extendable(),
                "04-09T00:00",
                grant("03-05T09:00", "2026-04-10", "COMPLEX"),
                notice("03-06T09:00", "LETTER"),
                grant("04-01T09:00", "2026-05-29", "COMPLEX"),
                grant("04-02T09:00", "2026-05-28", "COMPLEX"),
                notice("04-03T09:00", "EMAIL"));
        assertThat(limits(now))
                .contains("T-D02 2026-04-10 SUPERSEDED", "T-D02 2026-05-28 OPEN", "T-D01 2026-03-23 SUPERSEDED");
        assertThat(findings(now)).containsExactly("EXT_TOO_LONG");
    }

    @Test
    void without_a_notice_up_to_the_limit_the_limit_stands() {
        Case now = after(
                extendable(),
                "03-25T00:00",
                grant("03-05T09:00", "2026-04-10", "COMPLEX"),
                notice("03-24T09:00", "LETTER"));
        assertThat(limits(now)).contains("T-D01 2026-03-23 BREACHED").noneMatch(each -> each.startsWith("T-D02"));
        assertThat(findings(now)).contains("EXT_NO_NOTICE");
    }

    @Test
    void a_notice_is_not_missed_once_the_complaint_was_answered_in_time() {
        Case now = after(
                extendable(),
                "03-25T00:00",
                grant("03-05T09:00", "2026-04-10", "COMPLEX"),
                event("03-23T18:00", "REPLIED_TO_CUSTOMER"));
        assertThat(limits(now)).contains("T-D01 2026-03-23 MET");
        assertThat(findings(now)).doesNotContain("EXT_NO_NOTICE");
    }

    @Test
    void every_fault_of_a_decision_has_its_name_and_may_tells_it_before() {
        TestClocks clocks = extendable();
        assertThat(findings(after(clocks, "03-30T00:00", grant("03-25T09:00", "2026-04-10", "COMPLEX"))))
                .contains("EXT_LATE");
        assertThat(findings(after(clocks, "03-06T00:00", grant("03-05T09:00", "2026-04-10", "BUSY"))))
                .containsExactly("EXT_NO_GROUND");
        assertThat(findings(after(clocks, "03-06T00:00", grant("03-05T09:00", "2026-03-23", "COMPLEX"))))
                .containsExactly("EXT_NOT_LATER");
        assertThat(findings(after(
                        extendable(),
                        "03-06T18:00",
                        grant("03-05T09:00", "2026-04-10", "COMPLEX"),
                        notice("03-06T09:00", "PHONE"))))
                .containsExactly("EXT_NOTICE_NOT_IN_WRITING");
        Lifecycle lifecycle = clocks.lifecycle();
        Case open = lifecycle
                .receive(Complaint.received("C-1", at("03-02T10:00"), "TELEPHONE")
                        .build())
                .now();
        CaseEvent byUnit = new CaseEvent(
                "x",
                "EXTENSION_GRANTED",
                "UNIT",
                "",
                at("03-05T09:00"),
                at("03-05T09:00"),
                Map.of("newLimit", "2026-06-30", "ground", "COMPLEX"));
        assertThat(lifecycle.against(open, byUnit))
                .extracting(Reason::code)
                .contains("EXT_TOO_LONG", "EXT_NOT_APPROVED");
    }

    @Test
    void a_clock_that_takes_over_a_limit_starts_with_its_own_event() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .cell("limit", "5 working days")
                .deadline("T-D02")
                .cell("start", "NOTE")
                .cell("limit", "as T-D01");
        Case now = after(clocks, "03-04T12:00", event("03-04T09:00", "NOTE"));
        assertThat(now.deadlines())
                .extracting(each -> each.start().day() + " " + each.limit().toText(TestPolicy.ZONE))
                .containsExactly("2026-03-02 2026-03-09", "2026-03-04 2026-03-09");
    }

    @Test
    void a_step_implied_at_the_start_of_a_further_round_ends_a_clock_of_that_round() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .cell("end", "ASSIGNED_EVENT")
                .cell("limit", "1 working day");
        Case now = after(
                clocks,
                "03-11T00:00",
                event("03-03T09:00", "REPLIED_TO_CUSTOMER"),
                event("03-05T09:00", "REPEAT_RECEIVED"),
                event("03-10T09:00", "INVESTIGATION_STARTED"));
        assertThat(now.round()).isEqualTo(2);
        assertThat(limits(now)).containsExactly("T-D01 2026-03-06 MET");
    }

    @Test
    void a_supervisor_may_leave_out_days_that_are_over_and_the_limit_moves_even_when_it_was_missed() {
        TestClocks clocks = TestClocks.none().deadline("T-D01").cell("limit", "5 working days");
        CaseEvent order = event("03-16T09:00", "TIME_LEFT_OUT", Map.of("from", "2026-03-04", "to", "2026-03-10"));
        CaseEvent reply = event("03-13T09:00", "REPLIED_TO_CUSTOMER");
        assertThat(limits(after(clocks, "03-17T00:00", reply))).containsExactly("T-D01 2026-03-09 BREACHED");
        assertThat(limits(after(clocks, "03-17T00:00", reply, order))).containsExactly("T-D01 2026-03-16 MET");
    }

    @Test
    void the_old_answer_is_kept_for_whoever_asks_what_was_known_then() {
        Lifecycle lifecycle = TestClocks.none()
                .deadline("T-D01")
                .cell("limit", "5 working days")
                .lifecycle();
        Case now = lifecycle
                .receive(Complaint.received("C-1", at("03-02T10:00"), "TELEPHONE")
                        .build())
                .now();
        CaseEvent order = new CaseEvent(
                "order",
                "TIME_LEFT_OUT",
                "REGULATOR",
                "",
                at("03-05T09:00"),
                at("03-16T09:00"),
                Map.of("from", "2026-03-04", "to", "2026-03-10"));
        now = lifecycle
                .handle(lifecycle.advance(now, at("03-20T00:00")).now(), order)
                .now();

        assertThat(limits(lifecycle.asKnown(now, at("03-12T12:00"), at("03-20T00:00"))))
                .containsExactly("T-D01 2026-03-16 OPEN");
        assertThat(limits(lifecycle.asKnown(now, at("03-12T12:00"), at("03-15T00:00"))))
                .containsExactly("T-D01 2026-03-09 BREACHED");
    }

    @Test
    void what_was_known_then_counts_by_the_schedules_published_then() {
        Lifecycle lifecycle = TestClocks.none()
                .deadline("T-D01")
                .cell("limit", "60 working days")
                .lifecycle();
        Instant received =
                LocalDateTime.parse("2025-10-20T10:00").atZone(TestPolicy.ZONE).toInstant();
        Case now = lifecycle
                .receive(Complaint.received("C-1", received, "TELEPHONE").build())
                .now();
        Instant soon = received.plus(Duration.ofDays(2));
        assertThat(certainty(lifecycle.asKnown(now, soon, soon))).isEqualTo(Certainty.PROVISIONAL);
        assertThat(certainty(lifecycle.asKnown(now, soon, received.plus(Duration.ofDays(60)))))
                .isEqualTo(Certainty.OFFICIAL);
    }

    private static Certainty certainty(Case value) {
        return value.deadlines().get(0).certainty();
    }
}
