package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintkit.fixture.Course.after;
import static org.complaintkit.fixture.Course.at;
import static org.complaintkit.fixture.Course.event;

import java.util.Map;
import org.complaintkit.duty.Duty;
import org.complaintkit.fixture.TestClocks;
import org.complaintkit.policy.Transition;
import org.junit.jupiter.api.Test;

/** Duties for which a case waits in a state: owed each time it comes there, and done by what happens then. */
class RecurringTest {
    private static TestClocks verified() {
        return ObligationsTest.owing("REPORT_UP", "FRONT", "CONTACTED or WITHDRAWAL_VOLUNTARY")
                .step("WITHDRAWAL_CHECK", "CONTACTED", "INVESTIGATING", Transition.Guard.NONE, Transition.Round.NONE)
                .step(
                        "WITHDRAWAL_CHECK|INVESTIGATING",
                        "CASE_MERGED",
                        "MERGED",
                        Transition.Guard.NONE,
                        Transition.Round.NONE);
    }

    @Test
    void a_duty_that_a_state_waits_for_is_owed_each_time_the_case_comes_there() {
        CaseEvent[] twice = {
            event("03-03T09:00", "INVESTIGATION_STARTED"),
            event("03-03T10:00", "WITHDRAWAL_REQUESTED"),
            event("03-03T11:00", "CONTACTED"),
            event("03-03T12:00", "NOTE"),
            event("03-03T13:00", "WITHDRAWAL_REQUESTED"),
        };
        Case now = after(verified(), "03-04T00:00", twice);

        assertThat(now.duties())
                .extracting(Duty::key)
                .containsExactly("C-1/T/DUTY/REPORT_UP/1", "C-1/T/DUTY/REPORT_UP/1/2");
        assertThat(now.duties()).extracting(Duty::fulfilled).containsExactly(true, false);
        assertThat(now.duties().get(1).arisenAt()).isEqualTo(at("03-03T13:00"));
        assertThat(now.state()).isEqualTo("WITHDRAWAL_CHECK");

        Case done = verified()
                .lifecycle()
                .handle(now, event("03-04T09:00", "WITHDRAWAL_VOLUNTARY"))
                .now();
        assertThat(done.duties()).extracting(Duty::fulfilled).containsExactly(true, true);
        assertThat(done.duties().get(1).fulfilledAt()).isEqualTo(at("03-04T09:00"));
    }

    @Test
    void of_what_bears_the_same_minute_counts_what_happened_later() {
        CaseEvent[] minute = {
            event("03-03T09:00", "INVESTIGATION_STARTED"),
            event("03-03T10:00", "WITHDRAWAL_REQUESTED"),
            event("03-03T10:00", "DUTY_FULFILLED", Map.of("duty", "REPORT_UP")),
            event("03-03T10:00", "NOTE"),
        };
        assertThat(ObligationsTest.only(after(verified(), "03-04T00:00", minute))
                        .fulfilled())
                .isTrue();

        CaseEvent[] twice = {
            event("03-03T09:00", "INVESTIGATION_STARTED"),
            event("03-03T13:00", "WITHDRAWAL_REQUESTED"),
            event("03-03T13:00", "CONTACTED"),
            new CaseEvent(
                    "again", "WITHDRAWAL_REQUESTED", "LEADER", "", at("03-03T13:00"), at("03-03T13:00"), Map.of()),
        };
        Case now = after(verified(), "03-03T13:00", twice);
        assertThat(now.duties()).extracting(Duty::fulfilled).containsExactly(true, false);
        Case done = verified()
                .lifecycle()
                .handle(now, event("03-03T13:00", "WITHDRAWAL_VOLUNTARY"))
                .now();
        assertThat(done.duties()).extracting(Duty::fulfilled).containsExactly(true, true);
    }

    @Test
    void a_duty_that_the_host_says_is_done_is_not_owed_anew_where_the_case_still_is() {
        CaseEvent[] events = {
            event("03-03T09:00", "INVESTIGATION_STARTED"),
            event("03-03T10:00", "WITHDRAWAL_REQUESTED"),
            event("03-03T11:00", "DUTY_FULFILLED", Map.of("duty", "REPORT_UP")),
            event("03-03T12:00", "NOTE"),
        };

        assertThat(ObligationsTest.only(after(verified(), "03-04T00:00", events))
                        .fulfilled())
                .isTrue();
    }
}
