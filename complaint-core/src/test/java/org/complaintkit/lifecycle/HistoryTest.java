package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintkit.fixture.Course.after;
import static org.complaintkit.fixture.Course.event;
import static org.complaintkit.fixture.Course.limits;

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
}
