package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.duty.Duty;
import org.complaintkit.fixture.TestBook;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Organisation;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");
    private static final Lifecycle LIFECYCLE =
            new Lifecycle(List.of(TestRules.book()), CalendarRegistry.standard(), Organisation.UNKNOWN);

    private static Complaint.Builder service() {
        return Complaint.received("C-1", MONDAY, "TELEPHONE").category("SERVICE");
    }

    private static CaseEvent event(String type, Instant at, Map<String, Object> data) {
        return new CaseEvent(type + at, type, "UNIT", "", at, at, data);
    }

    private static Deadline deadline(Case value, String id) {
        return value.deadlines().stream()
                .filter(deadline -> deadline.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static DeadlineState state(Case value, String id) {
        return deadline(value, id).state(value.advancedTo());
    }

    @Test
    void a_higher_class_brings_its_limit_and_ends_the_other() {
        Case now = LIFECYCLE.receive(service().build()).now();
        Instant later = MONDAY.plusSeconds(3_600);

        now = LIFECYCLE
                .handle(now, event("NOTE", later, Map.of("facts", List.of("DIFFICULT"))))
                .now();

        assertThat(state(now, "T-D01")).isEqualTo(DeadlineState.SUPERSEDED);
        assertThat(state(now, "T-D02")).isEqualTo(DeadlineState.OPEN);
        assertThat(deadline(now, "T-D02").startedAt()).isEqualTo(MONDAY);
        assertThat(now.effective()).contains(deadline(now, "T-D02"));
    }

    @Test
    void a_class_that_is_taken_back_brings_the_first_limit_back() {
        Case now = LIFECYCLE.receive(service().build()).now();
        now = LIFECYCLE
                .handle(now, event("GRADED", MONDAY.plusSeconds(60), Map.of("grade", "COMPLEX")))
                .now();
        assertThat(now.effective()).contains(deadline(now, "T-D02"));

        now = LIFECYCLE
                .handle(now, event("NOTE", MONDAY.plusSeconds(120), Map.of()))
                .now();

        assertThat(state(now, "T-D02")).isEqualTo(DeadlineState.SUPERSEDED);
        assertThat(state(now, "T-D01")).isEqualTo(DeadlineState.OPEN);
        assertThat(now.effective()).contains(deadline(now, "T-D01"));
        assertThat(now.nextMoment()).isPresent();
    }

    @Test
    void a_limit_taken_over_follows_the_class() {
        Case now =
                LIFECYCLE.receive(service().given("formIssued", true).build()).now();
        assertThat(deadline(now, "T-D04").limit())
                .isEqualTo(deadline(now, "T-D01").limit());

        now = LIFECYCLE
                .handle(now, event("NOTE", MONDAY.plusSeconds(60), Map.of("facts", List.of("DIFFICULT"))))
                .now();

        assertThat(deadline(now, "T-D04").limit())
                .isEqualTo(deadline(now, "T-D02").limit());
    }

    @Test
    void a_repeat_begins_a_round_with_fresh_clocks_and_keeps_the_old_ones() {
        Case now = LIFECYCLE.receive(service().build()).now();
        Instant replied = MONDAY.plusSeconds(3_600);
        Instant again = MONDAY.plusSeconds(500_000);
        now = LIFECYCLE
                .handle(now, event("REPLIED_TO_CUSTOMER", replied, Map.of()))
                .now();
        Outcome outcome = LIFECYCLE.handle(now, event("REPEAT_RECEIVED", again, Map.of()));
        now = outcome.now();

        assertThat(now.round()).isEqualTo(2);
        assertThat(now.state()).isEqualTo("RECEIVED");
        assertThat(deadline(now, "T-D01").startedAt()).isEqualTo(again);
        assertThat(now.previousDeadlines()).extracting(Deadline::id).contains("T-D01");
        assertThat(now.duties().stream().filter(d -> d.code().equals("REPLY")).map(Duty::round))
                .containsExactly(1, 2);
        assertThat(outcome.notices()).extracting(n -> n.key()).contains("C-1/T/DUTY/REPLY/2");
    }

    @Test
    void a_breach_may_start_a_clock_that_breaches_in_its_turn() {
        Case now = LIFECYCLE
                .advance(LIFECYCLE.receive(service().build()).now(), Instant.parse("2026-03-05T16:30:00.000000001Z"))
                .now();

        assertThat(now.escalations()).extracting(e -> e.id()).containsExactly("T-E01", "T-E04");
        assertThat(now.escalations().get(1).firedAt()).isEqualTo("2026-03-05T16:30:00.000000001Z");
    }

    @Test
    void the_day_of_the_follow_up_visit_moves_the_case_when_it_begins() {
        Case replied = LIFECYCLE
                .handle(
                        LIFECYCLE.receive(service().build()).now(),
                        event("REPLIED_TO_CUSTOMER", MONDAY.plusSeconds(60), Map.of()))
                .now();
        Instant day = deadline(replied, "T-D06").targetDay();

        assertThat(LIFECYCLE.advance(replied, day.minusNanos(1)).now().state()).isEqualTo("REPLIED");
        assertThat(LIFECYCLE.advance(replied, day).now().state()).isEqualTo("FOLLOWING_UP");
    }

    @Test
    void a_follow_up_visit_that_is_due_on_the_day_of_the_reply_is_due_at_once() {
        // The week after Tuesday, 30 September 2025, has no working day but that Tuesday itself: 1 to 8 October are
        // off.
        Instant reply = Instant.parse("2025-09-30T02:00:00Z");
        Case received = LIFECYCLE
                .receive(Complaint.received("C-1", Instant.parse("2025-09-29T01:00:00Z"), "TELEPHONE")
                        .category("SERVICE")
                        .build())
                .now();

        Case replied = LIFECYCLE
                .handle(received, event("REPLIED_TO_CUSTOMER", reply, Map.of()))
                .now();

        assertThat(deadline(replied, "T-D06").target().day()).hasToString("2025-09-30");
        assertThat(replied.state()).isEqualTo("FOLLOWING_UP");
    }

    @Test
    void each_pack_keeps_its_deadlines_and_the_earliest_limit_is_the_effective_one() {
        TestBook upper = new TestBook(TestPolicy.policy("U").with(Map.of("t.target", 3)), TestRules.all());
        Lifecycle two =
                new Lifecycle(List.of(TestRules.book(), upper), CalendarRegistry.standard(), Organisation.UNKNOWN);

        Case now = two.receive(service().build()).now();

        assertThat(now.decisions()).containsOnlyKeys("T", "U");
        assertThat(now.deadlines()).extracting(Deadline::pack).contains("T", "U");
        assertThat(now.notices()).extracting(n -> n.key()).doesNotHaveDuplicates();
    }

    @Test
    void a_late_event_takes_a_breach_back_but_not_what_was_sent() {
        Case late = LIFECYCLE
                .advance(LIFECYCLE.receive(service().build()).now(), MONDAY.plusSeconds(10 * 86_400))
                .now();
        assertThat(state(late, "T-D01")).isEqualTo(DeadlineState.BREACHED);

        Case now = LIFECYCLE
                .handle(late, event("REPLIED_TO_CUSTOMER", MONDAY.plusSeconds(60), Map.of()))
                .now();

        assertThat(state(now, "T-D01")).isEqualTo(DeadlineState.MET);
        assertThat(now.escalations()).extracting(e -> e.id()).contains("T-E01");
        assertThat(LIFECYCLE.advance(now, now.advancedTo().plusSeconds(86_400)).notices())
                .extracting(n -> n.key())
                .doesNotContain("C-1/T/ESCALATION/T-E01/1");
    }
}
