package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.complaintkit.fixture.Course.after;
import static org.complaintkit.fixture.Course.at;
import static org.complaintkit.fixture.Course.complaint;
import static org.complaintkit.fixture.Course.event;
import static org.complaintkit.fixture.Course.findings;
import static org.complaintkit.fixture.Course.limits;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Reason;
import org.complaintkit.decision.Stage;
import org.complaintkit.fixture.TestClocks;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Organisation;
import org.complaintkit.model.Personal;
import org.complaintkit.policy.Transition;
import org.complaintkit.policy.Transition.Guard;
import org.complaintkit.policy.Transition.Round;
import org.junit.jupiter.api.Test;

/** Rounds of handling, and the conditions under which a case moves. */
class RoundsTest {
    private static final CaseEvent REPLY = event("03-03T09:00", "REPLIED_TO_CUSTOMER");
    private static final CaseEvent REPEAT = event("03-05T09:00", "REPEAT_RECEIVED");

    private static List<DeadlineState> earlier(Case value) {
        return value.previousDeadlines().stream()
                .map(each -> each.state(value.advancedTo()))
                .toList();
    }

    @Test
    void the_event_that_begins_a_round_ends_a_clock_of_the_round_before_and_none_of_its_own() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .cell("end", "REPEAT_RECEIVED")
                .cell("limit", "10 days");

        Case now = after(clocks, "03-06T00:00", REPLY, REPEAT);

        assertThat(earlier(now)).containsExactly(DeadlineState.MET);
        assertThat(limits(now)).containsExactly("T-D01 2026-03-15 OPEN");
    }

    @Test
    void each_pack_judges_its_own_clocks_before_a_round_begins() {
        TestClocks own = TestClocks.none()
                .deadline("T-D01")
                .cell("end", "DONE")
                .cell("limit", "10 days")
                .ends("DONE", "REPEAT_RECEIVED");
        TestClocks upper = TestClocks.none()
                .deadline("T-D02")
                .cell("end", "DONE")
                .cell("limit", "10 days")
                .ends("DONE", "FOLLOWED_UP");

        Case now = after(own.under(upper), complaint().build(), "03-06T00:00", REPLY, REPEAT);

        assertThat(earlier(now)).containsExactly(DeadlineState.MET, DeadlineState.SUPERSEDED);
        assertThat(now.previousDeadlines()).extracting(Deadline::pack).containsExactly("T", "U");
    }

    private static TestClocks rework() {
        return TestClocks.none()
                .deadline("T-D01")
                .step("REPLIED", "FORM_RETURNED", "INVESTIGATING", Guard.ROUNDS_LEFT, Round.REWORK);
    }

    @Test
    void there_are_as_many_rounds_of_rework_as_the_parameter_says_and_without_one_any_number() {
        CaseEvent[] twice = {
            REPLY,
            event("03-04T09:00", "FORM_RETURNED"),
            event("03-05T09:00", "REPLIED_TO_CUSTOMER"),
            event("03-06T09:00", "FORM_RETURNED")
        };

        Case once = after(rework().number("t.maxRounds", 1), "03-07T00:00", twice);
        assertThat(once.round()).isEqualTo(2);
        assertThat(once.state()).isEqualTo("REPLIED");
        assertThat(after(rework().number("t.maxRounds", 2), "03-07T00:00", twice)
                        .round())
                .isEqualTo(3);
        assertThat(after(rework(), "03-07T00:00", twice).round()).isEqualTo(3);
        assertThat(after(rework().number("t.maxRounds", 0), "03-07T00:00", twice)
                        .round())
                .isEqualTo(1);
    }

    @Test
    void what_moves_a_case_only_when_it_happens_again_needs_the_same_event_before() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .step("INVESTIGATING", "CONTACTED", "CLOSED", Guard.AGAIN, Round.NONE);
        CaseEvent start = event("03-02T11:00", "INVESTIGATION_STARTED");
        CaseEvent first = event("03-02T12:00", "CONTACTED");

        assertThat(after(clocks, "03-03T00:00", start, first).state()).isEqualTo("INVESTIGATING");
        assertThat(after(clocks, "03-03T00:00", start, first, event("03-02T13:00", "CONTACTED"))
                        .state())
                .isEqualTo("CLOSED");
    }

    @Test
    void a_record_takes_the_place_of_an_answer_only_where_nobody_can_be_reached() {
        CaseEvent start = event("03-02T11:00", "INVESTIGATION_STARTED");
        CaseEvent record = event("03-02T12:00", "RECORD_FILED");
        Lifecycle lifecycle = TestClocks.none().deadline("T-D01").lifecycle();
        Complainant nobody = new Complainant("INDIVIDUAL", true, false, false, Personal.none(), Personal.none());

        assertThat(after(lifecycle, complaint().build(), "03-03T00:00", start, record)
                        .state())
                .isEqualTo("INVESTIGATING");
        assertThat(after(lifecycle, complaint().complainant(nobody).build(), "03-03T00:00", start, record)
                        .state())
                .isEqualTo("REPLIED");
    }

    private static TestClocks reporting() {
        return TestClocks.none()
                .blockingDuty("REPORT_UP", "NOTE")
                .rule(Stage.DUTIES, Answer.DUTY, "REPORT_UP", situation -> true);
    }

    @Test
    void an_open_duty_of_any_pack_holds_up_the_closing() {
        Lifecycle lifecycle = TestClocks.none().deadline("T-D01").under(reporting());
        Case replied = after(lifecycle, complaint().build(), "03-03T10:00", REPLY);
        CaseEvent close = event("03-04T09:00", "CLOSED_EVENT");

        assertThat(lifecycle.against(replied, close))
                .extracting(Reason::answer, Reason::code)
                .containsExactly(tuple("duty", "REPORT_UP"));
        Outcome held = lifecycle.handle(replied, close);
        assertThat(held.effective()).isFalse();
        assertThat(held.now().state()).isEqualTo("REPLIED");
        assertThat(held.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("ORDER_VIOLATION");
            assertThat(finding.at()).isEqualTo(at("03-04T09:00"));
        });

        Case told = lifecycle.handle(replied, event("03-04T08:00", "NOTE")).now();
        Outcome closed = lifecycle.handle(told, close);
        assertThat(closed.effective()).isTrue();
        assertThat(closed.now().state()).isEqualTo("CLOSED");
        assertThat(findings(closed.now())).isEmpty();
    }

    @Test
    void a_duty_of_an_earlier_round_holds_up_nothing() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .blockingDuty("REPORT_UP", "NOTE")
                .rule(
                        Stage.DUTIES,
                        Answer.DUTY,
                        "REPORT_UP",
                        situation -> situation.standing().round() == 1);

        Case now = after(
                clocks,
                "03-08T00:00",
                REPLY,
                REPEAT,
                event("03-06T09:00", "REPLIED_TO_CUSTOMER"),
                event("03-07T09:00", "CLOSED_EVENT"));

        assertThat(now.state()).isEqualTo("CLOSED");
    }

    @Test
    void a_visit_that_is_due_on_the_day_of_the_reply_starts_the_clocks_of_its_state_at_once() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D06")
                .cell("start", "ENTERED[state=REPLIED]")
                .cell("end", "FOLLOWED_UP")
                .cell("target", "0 days")
                .cell("limit", "7 days")
                .cell("follow_up", "yes")
                .deadline("T-D07")
                .cell("start", "ENTERED[state=FOLLOWING_UP]")
                .cell("end", "FOLLOWED_UP")
                .cell("limit", "2 days");
        Lifecycle lifecycle = clocks.lifecycle();

        Case now = lifecycle
                .handle(lifecycle.receive(complaint().build()).now(), REPLY)
                .now();

        assertThat(now.state()).isEqualTo("FOLLOWING_UP");
        assertThat(limits(now)).containsExactly("T-D06 2026-03-10 OPEN", "T-D07 2026-03-05 OPEN");
    }

    @Test
    void the_case_lies_in_the_hands_of_whoever_holds_the_role_of_its_owner() {
        Organisation office = new Organisation() {
            @Override
            public List<Holder> holders(String role, String unit, LocalDate day) {
                return role.equals("UNIT") ? List.of(new Holder("head-3", unit, false)) : List.of();
            }

            @Override
            public Optional<String> superior(String unit, LocalDate day) {
                return Optional.empty();
            }
        };
        TestClocks clocks =
                TestClocks.none().deadline("T-D01").rule(Stage.RESPONSIBILITY, Answer.OWNER, "UNIT", situation -> true);

        Case now = clocks.lifecycle(office)
                .receive(complaint().about("Outlet 12", "teller-7").build())
                .now();

        assertThat(now.assignee().person()).isEqualTo("head-3");
        assertThat(now.assignee().role()).isEqualTo("UNIT");
    }

    @Test
    void a_repeat_begins_without_the_outcome_and_a_rework_keeps_it() {
        CaseEvent ours = event("03-03T08:00", "RESPONSIBILITY_DETERMINED", Map.of("outcome", "OURS"));

        assertThat(after(rework(), "03-06T00:00", ours, REPLY, REPEAT).outcome())
                .isEmpty();
        assertThat(after(rework(), "03-06T00:00", ours, REPLY, event("03-05T09:00", "FORM_RETURNED"))
                        .outcome())
                .isEqualTo("OURS");
    }

    @Test
    void a_step_back_leads_to_the_state_before_this_one() {
        TestClocks clocks = TestClocks.none()
                .step("ASSIGNED", "CASE_MERGED", "MERGED", Guard.NONE, Round.NONE)
                .step("MERGED", "NOTE", "MERGED", Guard.NONE, Round.NONE)
                .step("MERGED", "CASE_UNMERGED", Transition.BACK, Guard.NONE, Round.NONE);

        Case now = after(
                clocks,
                "03-04T00:00",
                event("03-03T09:00", "ASSIGNED_EVENT"),
                event("03-03T10:00", "CASE_MERGED"),
                event("03-03T11:00", "NOTE"),
                event("03-03T12:00", "CASE_UNMERGED"));

        assertThat(now.state()).isEqualTo("ASSIGNED");
        assertThat(now.steps().get(now.steps().size() - 1))
                .isEqualTo(new Step(at("03-03T12:00"), "CASE_UNMERGED", "ASSIGNED", false));
    }
}
