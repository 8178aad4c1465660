package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintkit.fixture.Course.after;
import static org.complaintkit.fixture.Course.at;
import static org.complaintkit.fixture.Course.event;
import static org.complaintkit.fixture.Course.limits;

import java.util.Map;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.fixture.TestClocks;
import org.junit.jupiter.api.Test;

/** What tables and rules may ask of the events of a case. */
class HistoryTest {
    @Test
    void an_event_that_must_come_after_the_start_of_its_clock_may_come_with_it_and_not_before() {
        TestClocks clocks =
                TestClocks.none().deadline("T-D01").cell("start", "CONTACTED").cell("end", "NOTE[after=START]");
        CaseEvent contact = event("03-04T09:00", "CONTACTED");

        assertThat(limits(after(clocks, "03-05T00:00", event("03-03T09:00", "NOTE"), contact)))
                .containsExactly("T-D01 2026-03-09 OPEN");
        assertThat(limits(after(clocks, "03-05T00:00", contact, event("03-04T09:00", "NOTE"))))
                .containsExactly("T-D01 2026-03-09 MET");
    }

    @Test
    void an_event_can_be_asked_for_after_another_one_or_not_after_it() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .cell("end", "NOTE[after=CONTACTED]")
                .deadline("T-D02")
                .cell("end", "NOTE[after!=CONTACTED]");
        CaseEvent contact = event("03-03T09:00", "CONTACTED");
        CaseEvent early = event("03-02T12:00", "NOTE");
        CaseEvent late = event("03-03T12:00", "NOTE");

        assertThat(limits(after(clocks, "03-04T00:00", early, contact)))
                .containsExactly("T-D01 2026-03-05 OPEN", "T-D02 2026-03-05 MET");
        assertThat(limits(after(clocks, "03-04T00:00", contact, late)))
                .containsExactly("T-D01 2026-03-05 MET", "T-D02 2026-03-05 OPEN");
        assertThat(limits(after(clocks, "03-04T00:00", early)))
                .as("what never happened comes before nothing")
                .containsExactly("T-D01 2026-03-05 OPEN", "T-D02 2026-03-05 MET");
    }

    @Test
    void entering_a_state_once_more_starts_a_further_occurrence() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .cell("start", "ENTERED[state=ASSIGNED]")
                .cell("end", "CONTACTED")
                .cell("repeats", "each start");

        assertThat(limits(after(
                        clocks,
                        "03-06T00:00",
                        event("03-03T09:00", "ASSIGNED_EVENT"),
                        event("03-04T09:00", "CONTACTED"),
                        event("03-05T09:00", "ASSIGNED_EVENT"))))
                .containsExactlyInAnyOrder("T-D01 2026-03-06 MET", "T-D01 2026-03-10 OPEN");
    }

    @Test
    void a_rule_may_count_the_events() {
        TestClocks clocks = TestClocks.none()
                .deadline(
                        "T-D01",
                        situation -> situation.standing().occurred().stream()
                                        .filter("NOTE"::equals)
                                        .count()
                                > 1);
        CaseEvent first = event("03-02T12:00", "NOTE");

        assertThat(limits(after(clocks, "03-03T00:00", first))).isEmpty();
        assertThat(limits(after(clocks, "03-03T00:00", first, event("03-02T13:00", "NOTE"))))
                .hasSize(1);
    }

    @Test
    void a_clock_starts_when_the_target_of_another_has_passed_and_not_when_its_limit_has() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .cell("target", "1 working day")
                .deadline("T-D02")
                .cell("start", "TARGET[deadline=T-D01]")
                .cell("end", "NOTE")
                .cell("limit", "1 days");

        assertThat(limits(after(clocks, "03-03T23:59"))).containsExactly("T-D01 2026-03-05 OPEN");
        assertThat(limits(after(clocks, "03-04T00:00", event("03-04T00:00", "CONTACTED"))))
                .containsExactly("T-D01 2026-03-05 OPEN", "T-D02 2026-03-04 OPEN");
    }

    @Test
    void a_limit_by_the_clock_passes_at_its_own_moment() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .cell("limit", "2 hours")
                .deadline("T-D02")
                .cell("start", "LIMIT[deadline=T-D01]")
                .cell("end", "NOTE")
                .cell("limit", "1 hours");

        assertThat(limits(after(clocks, "03-02T12:30")))
                .containsExactly("T-D01 2026-03-02T12:00:00+08:00 BREACHED", "T-D02 2026-03-02T13:00:00+08:00 OPEN");
    }

    @Test
    void a_clock_stands_still_from_and_to_the_days_or_moments_that_the_events_name() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .cell("limit", "10 days")
                .cell("paused_by", "CONTACTED to FORM_RETURNED");

        assertThat(limits(after(
                        clocks,
                        "03-10T12:00",
                        event("03-09T09:00", "CONTACTED", Map.of("from", "2026-03-04", "to", "2026-03-07")))))
                .as("5, 6 and 7 March")
                .containsExactly("T-D01 2026-03-15 OPEN");
        assertThat(limits(after(
                        clocks,
                        "03-10T12:00",
                        event("03-04T09:00", "CONTACTED"),
                        event("03-09T09:00", "FORM_RETURNED", Map.of("to", "2026-03-06T12:00")))))
                .as("5 and 6 March")
                .containsExactly("T-D01 2026-03-14 OPEN");
    }

    @Test
    void a_rule_may_ask_how_many_events_there_were() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01", situation -> situation.standing().occurred().size() == 2);

        assertThat(limits(after(clocks, "03-03T00:00"))).isEmpty();
        assertThat(limits(after(clocks, "03-03T00:00", event("03-02T12:00", "NOTE"))))
                .hasSize(1);
    }

    @Test
    void a_milestone_that_needs_more_from_now_on_is_not_reached_by_what_was_enough_before() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .cell("end", "REPLY")
                .ends("REPLY", "REPLIED_TO_CUSTOMER")
                .ends("REPLY", "NOTE", situation -> situation.answers().labels().contains("MAJOR"));

        assertThat(limits(after(clocks, "03-04T00:00", event("03-03T09:00", "REPLIED_TO_CUSTOMER"))))
                .containsExactly("T-D01 2026-03-05 MET");
        assertThat(limits(after(
                        clocks, "03-04T00:00", event("03-03T09:00", "REPLIED_TO_CUSTOMER", Map.of("facts", "MAJOR")))))
                .containsExactly("T-D01 2026-03-05 OPEN");
    }

    @Test
    void a_milestone_of_several_events_is_reached_with_the_last_of_them_in_whatever_order() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .cell("end", "REPLY")
                .ends("REPLY", "REPLIED_TO_CUSTOMER")
                .ends("REPLY", "REPLIED_TO_FORWARDER");
        CaseEvent customer = event("03-03T09:00", "REPLIED_TO_CUSTOMER");
        CaseEvent forwarder = event("03-04T09:00", "REPLIED_TO_FORWARDER");

        assertThat(limits(after(clocks, "03-05T00:00", customer))).containsExactly("T-D01 2026-03-05 OPEN");
        assertThat(limits(after(clocks, "03-05T00:00", forwarder))).containsExactly("T-D01 2026-03-05 OPEN");
        assertThat(after(clocks, "03-05T00:00", customer, forwarder).deadlines())
                .extracting(Deadline::endedAt)
                .containsExactly(at("03-04T09:00"));
        assertThat(after(
                                clocks,
                                "03-05T00:00",
                                event("03-03T08:00", "REPLIED_TO_FORWARDER"),
                                event("03-03T09:00", "REPLIED_TO_CUSTOMER"))
                        .deadlines())
                .extracting(Deadline::endedAt)
                .containsExactly(at("03-03T09:00"));
    }

    @Test
    void the_time_of_a_deadline_that_gave_way_is_over_with_the_moment_at_which_it_did() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01", situation -> !situation.answers().labels().contains("MAJOR"))
                .cell("superseded_when", "not asked")
                .deadline("T-D02")
                .cell("end", "CONTACTED[within=T-D01]");
        CaseEvent major = event("03-03T09:00", "NOTE", Map.of("facts", "MAJOR"));

        assertThat(limits(after(clocks, "03-04T00:00", event("03-03T08:00", "CONTACTED"), major)))
                .containsExactly("T-D01 2026-03-05 SUPERSEDED", "T-D02 2026-03-05 MET");
        assertThat(limits(after(clocks, "03-04T00:00", major, event("03-03T09:00", "CONTACTED"))))
                .containsExactly("T-D01 2026-03-05 SUPERSEDED", "T-D02 2026-03-05 MET");
        assertThat(limits(after(clocks, "03-04T00:00", major, event("03-03T10:00", "CONTACTED"))))
                .containsExactly("T-D01 2026-03-05 SUPERSEDED", "T-D02 2026-03-05 OPEN");
    }

    @Test
    void the_answer_of_an_earlier_round_does_not_end_what_stopped_the_clock_after_it() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .cell("limit", "10 days")
                .cell("paused_by", "CONTACTED to FORM_RETURNED");

        assertThat(limits(after(
                        clocks,
                        "03-07T00:00",
                        event("03-03T09:00", "REPLIED_TO_CUSTOMER"),
                        event("03-05T09:00", "REPEAT_RECEIVED"),
                        event("03-06T09:00", "CONTACTED"))))
                .containsExactly("T-D01 never OPEN");
    }

    @Test
    void a_step_that_must_have_been_taken_is_an_event_of_which_nothing_is_said() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .cell("end", "ASSIGNED_EVENT")
                .deadline("T-D02")
                .cell("end", "ASSIGNED_EVENT[by=LEADER]");

        assertThat(limits(after(clocks, "03-04T00:00", event("03-03T09:00", "INVESTIGATION_STARTED"))))
                .containsExactly("T-D01 2026-03-05 MET", "T-D02 2026-03-05 OPEN");
    }
}
