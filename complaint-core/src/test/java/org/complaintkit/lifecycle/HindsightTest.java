package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.complaintkit.fixture.Course.after;
import static org.complaintkit.fixture.Course.at;
import static org.complaintkit.fixture.Course.complaint;
import static org.complaintkit.fixture.Course.event;
import static org.complaintkit.fixture.Course.limits;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Stage;
import org.complaintkit.duty.Duty;
import org.complaintkit.duty.Finding;
import org.complaintkit.duty.Notice;
import org.complaintkit.fixture.TestBook;
import org.complaintkit.fixture.TestClocks;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.model.Organisation;
import org.junit.jupiter.api.Test;

/** Looking back: what stood at a moment, what is told late, and under which rules. */
class HindsightTest {
    private static final CaseEvent REPLY = event("03-04T09:00", "REPLIED_TO_CUSTOMER");

    @Test
    void a_case_is_shown_as_it_stood_at_a_moment_by_what_had_happened_by_then() {
        Lifecycle lifecycle = TestClocks.none().deadline("T-D01").lifecycle();
        Case now = after(lifecycle, complaint().build(), "03-10T00:00", REPLY);

        Case before = lifecycle.asOf(now, at("03-04T08:59"));
        assertThat(before.state()).isEqualTo("RECEIVED");
        assertThat(before.advancedTo()).isEqualTo(at("03-04T08:59"));
        assertThat(limits(before)).containsExactly("T-D01 2026-03-05 OPEN");
        assertThat(lifecycle.asOf(now, at("03-04T09:00")).state()).isEqualTo("REPLIED");
        assertThat(lifecycle.asOf(now, at("03-10T00:00"))).isEqualTo(now);
        assertThat(lifecycle.asOf(now, at("03-20T00:00")).advancedTo()).isEqualTo(at("03-20T00:00"));
    }

    @Test
    void what_left_the_case_stays_on_it_when_a_late_event_shows_that_it_need_not_have() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .cell("warnings", "1 working day")
                .blockingDuty("REPORT_UP", "NOTE")
                .rule(
                        Stage.DUTIES,
                        Answer.DUTY,
                        "REPORT_UP",
                        situation -> !situation.standing().breached().isEmpty());
        Lifecycle lifecycle = clocks.lifecycle();
        Case late = after(lifecycle, complaint().build(), "03-10T00:00");
        assertThat(late.notices()).extracting(Notice::kind).contains(Notice.Kind.DUTY, Notice.Kind.WARNING);

        Case told = lifecycle
                .handle(late, event("03-03T09:00", "REPLIED_TO_CUSTOMER"))
                .now();

        assertThat(limits(told)).containsExactly("T-D01 2026-03-05 MET");
        assertThat(told.duties()).extracting(Duty::code).containsExactly("REPORT_UP");
        assertThat(told.warnings()).isEqualTo(late.warnings());
        assertThat(told.events())
                .extracting(CaseEvent::type)
                .containsExactly("COMPLAINT_RECEIVED", "REPLIED_TO_CUSTOMER");
    }

    @Test
    void a_case_that_went_on_step_by_step_is_the_one_that_is_told_anew() {
        Lifecycle lifecycle = under(Map.of());
        List<CaseEvent> told = List.of(
                event("03-02T11:00", "EXTENSION_GRANTED"),
                event("03-02T12:00", "MEDIA_EVENT", Map.of("kind", "CONTACT")),
                event("03-03T09:00", "GRADED", Map.of("grade", "COMPLEX", "reason", "many")),
                event("03-10T09:00", "REPLIED_TO_CUSTOMER"),
                event("03-18T09:00", "REPEAT_RECEIVED", Map.of("count", 4)),
                event("03-19T09:00", "NOTE", Map.of("facts", List.of("DIFFICULT"))));
        Case now = lifecycle
                .receive(complaint()
                        .category("SERVICE")
                        .given("formIssued", true)
                        .build())
                .now();
        List<Case> stood = new ArrayList<>();
        for (CaseEvent event : told) {
            now = lifecycle.handle(now, event).now();
            stood.add(now);
        }
        Case end = lifecycle.advance(now, at("05-01T00:00")).now();

        assertThat(end.round()).isEqualTo(2);
        assertThat(end.prohibitions()).isNotEmpty();
        assertThat(end.warnings()).isNotEmpty();
        assertThat(end.withoutEffect()).hasSize(1);
        assertThat(stood)
                .allSatisfy(each ->
                        assertThat(lifecycle.asOf(end, each.advancedTo())).isEqualTo(each));
    }

    @Test
    void a_finding_is_told_when_it_is_made_and_not_again() {
        Lifecycle lifecycle = TestClocks.none()
                .deadline("T-D01")
                .cell("on_breach", "LATE_CONTACT")
                .lifecycle();
        Outcome found = lifecycle.advance(lifecycle.receive(complaint().build()).now(), at("03-06T00:00"));
        Outcome later = lifecycle.advance(found.now(), at("03-07T00:00"));

        assertThat(found.findings()).extracting(Finding::code).containsExactly("LATE_CONTACT");
        assertThat(later.findings()).isEmpty();
        assertThat(later.now().findings()).isEqualTo(found.now().findings());
    }

    private static Lifecycle under(Map<String, Object> parameters) {
        return new Lifecycle(
                List.of(new TestBook(TestPolicy.policy().with(parameters), TestRules.all())),
                CalendarRegistry.standard(),
                Organisation.UNKNOWN);
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("OTHER_PACKS")
                .hasMessageContaining("t.target");
    }

    @Test
    void a_case_stays_on_the_parameters_that_decided_it() {
        Case value = under(Map.of()).receive(complaint().build()).now();
        Lifecycle other = under(Map.of("t.target", 5));
        Instant later = at("03-05T00:00");

        refused(() -> other.handle(value, REPLY));
        refused(() -> other.advance(value, later));
        refused(() -> other.asKnown(value, later, later));
        Case advanced = under(Map.of()).advance(value, later).now();
        refused(() -> other.asOf(advanced, at("03-03T00:00")));
    }

    @Test
    void a_case_that_is_moved_to_other_tables_is_decided_anew_and_keeps_what_has_left_it() {
        Lifecycle former = TestClocks.none()
                .deadline("T-D01")
                .duty("REPORT_UP", "FRONT", "CONTACTED")
                .rule(Stage.DUTIES, Answer.DUTY, "REPORT_UP", situation -> true)
                .rule(Stage.DUTIES, Answer.DUTY, "EXPLAIN", situation -> true)
                .lifecycle();
        Lifecycle later = TestClocks.none()
                .deadline("T-D01")
                .cell("limit", "10 working days")
                .lifecycle();
        Case before = after(former, complaint().build(), "03-07T00:00");

        Case moved = later.moved(before, event("03-08T09:00", "NOTE")).now();

        assertThat(limits(moved)).containsExactly("T-D01 2026-03-16 OPEN");
        assertThat(moved.advancedTo()).isEqualTo(at("03-08T09:00"));
        assertThat(moved.events()).extracting(CaseEvent::type).containsExactly("COMPLAINT_RECEIVED", "NOTE");
        assertThat(moved.escalations()).isEqualTo(before.escalations()).isNotEmpty();
        assertThat(before.duties()).extracting(Duty::code).containsExactlyInAnyOrder("REPORT_UP", "EXPLAIN");
        assertThat(moved.duties())
                .as("what the new tables do not know is owed no longer")
                .extracting(Duty::code)
                .containsExactly("EXPLAIN");
        assertThat(later.moved(before, event("03-06T09:00", "NOTE")).now().advancedTo())
                .isEqualTo(at("03-07T00:00"));
    }

    @Test
    void a_lifecycle_tells_what_was_set_in_its_policies() {
        assertThat(under(Map.of()).parameters()).isEmpty();
        assertThat(under(Map.of("t.target", 5)).parameters()).containsOnlyKeys("t.target");
    }
}
