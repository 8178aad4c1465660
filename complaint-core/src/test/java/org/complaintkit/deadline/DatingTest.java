package org.complaintkit.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.fixture.TestKnown;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.Policy;
import org.junit.jupiter.api.Test;

class DatingTest {
    private static final Policy POLICY = TestPolicy.policy();
    /** A Friday; Sunday, 28 September 2025 is worked, 1 to 8 October are not. */
    private static final Instant FRIDAY = Instant.parse("2025-09-26T07:20:00Z");

    private static Deadline date(Policy policy, String id, Instant start) {
        return Dating.of(policy, CalendarRegistry.standard())
                .date(
                        Optional.ofNullable(policy.deadlines().get(id)).orElseThrow(),
                        1,
                        start,
                        null,
                        TestKnown.of(
                                other -> Optional.ofNullable(policy.deadlines().get(other))
                                        .map(rule -> date(policy, other, start))))
                .orElseThrow();
    }

    @Test
    void three_working_days_from_a_friday_count_a_make_up_sunday() {
        Deadline deadline = date(POLICY, "T-D01", FRIDAY);

        assertThat(deadline.limit().day()).isEqualTo(LocalDate.of(2025, 9, 30));
        assertThat(deadline.lateFrom()).isEqualTo("2025-09-30T16:00:00Z");
        assertThat(deadline.state(Instant.parse("2025-09-30T15:59:59.999999999Z")))
                .isEqualTo(DeadlineState.OPEN);
        assertThat(deadline.state(Instant.parse("2025-09-30T16:00:00Z"))).isEqualTo(DeadlineState.BREACHED);
        assertThat(deadline.warnAt()).containsExactly(Instant.parse("2025-09-28T16:00:00Z"));
    }

    @Test
    void a_soft_word_runs_by_the_clock_through_the_night_and_is_late_after_its_limit() {
        Deadline deadline = date(POLICY, "T-D03", Instant.parse("2025-09-26T15:00:00Z"));

        assertThat(deadline.rule().soft()).isTrue();
        assertThat(deadline.basis()).isEqualTo(Basis.DEFAULT);
        assertThat(deadline.limit().at()).isEqualTo("2025-09-26T17:00:00Z");
        assertThat(deadline.state(Instant.parse("2025-09-26T17:00:00Z"))).isEqualTo(DeadlineState.OPEN);
        assertThat(deadline.state(Instant.parse("2025-09-26T17:00:00.000000001Z")))
                .isEqualTo(DeadlineState.BREACHED);
    }

    @Test
    void a_range_wants_its_lower_end_and_permits_its_upper_one() {
        Deadline deadline = date(POLICY, "T-D02", FRIDAY);

        assertThat(deadline.target().day()).isEqualTo(LocalDate.of(2025, 10, 13));
        assertThat(deadline.limit().day()).isEqualTo(LocalDate.of(2025, 10, 16));
        assertThat(deadline.basis()).isEqualTo(Basis.TEXT);
        assertThat(deadline.targetMissed(Instant.parse("2025-10-13T16:00:00Z"))).isTrue();
        assertThat(deadline.judged(Instant.parse("2025-10-13T15:59:59Z"), null)
                        .targetMissed(Instant.parse("2025-12-01T00:00:00Z")))
                .isFalse();
    }

    @Test
    void a_number_that_the_institution_set_is_no_citation_of_the_text() {
        Deadline deadline = date(POLICY.with(Map.of("t.target", 5)), "T-D02", FRIDAY);

        assertThat(deadline.target().day()).isEqualTo(LocalDate.of(2025, 10, 10));
        assertThat(deadline.basis()).isEqualTo(Basis.PARAMETER);
    }

    @Test
    void a_soft_time_that_the_institution_set_is_no_citation_of_the_text() {
        Deadline deadline = date(POLICY.with(Map.of("soft.immediate", "30 minutes")), "T-D03", FRIDAY);

        assertThat(deadline.limit().at()).isEqualTo("2025-09-26T07:50:00Z");
        assertThat(deadline.basis()).isEqualTo(Basis.PARAMETER);
    }

    @Test
    void a_limit_taken_over_has_its_own_target_a_working_day_before() {
        Deadline deadline = date(POLICY, "T-D04", FRIDAY);

        assertThat(deadline.limit()).isEqualTo(date(POLICY, "T-D01", FRIDAY).limit());
        assertThat(deadline.target().day()).isEqualTo(LocalDate.of(2025, 9, 29));
    }

    @Test
    void a_limit_to_be_taken_over_from_a_deadline_that_is_not_there_waits() {
        Optional<Deadline> waiting = Dating.of(POLICY, CalendarRegistry.standard())
                .date(
                        Optional.ofNullable(POLICY.deadlines().get("T-D04")).orElseThrow(),
                        1,
                        FRIDAY,
                        null,
                        TestKnown.nothing());

        assertThat(waiting).isEmpty();
    }

    @Test
    void three_quarters_of_a_day_and_the_target_itself_can_warn() {
        assertThat(date(POLICY, "T-D05", FRIDAY).warnAt()).containsExactly(Instant.parse("2025-09-27T01:20:00Z"));
        assertThat(date(POLICY, "T-D02", FRIDAY).warnAt())
                .containsExactly(Instant.parse("2025-10-12T16:00:00Z"), Instant.parse("2025-10-14T16:00:00Z"));
    }

    @Test
    void what_stopped_a_deadline_first_decides_and_a_late_end_is_a_breach() {
        Deadline running = date(POLICY, "T-D01", FRIDAY);
        Instant limit = running.limit().at();
        Instant later = limit.plusSeconds(60);

        assertThat(running.judged(limit.minusNanos(1), null).state(later)).isEqualTo(DeadlineState.MET);
        assertThat(running.judged(limit, null).state(later)).isEqualTo(DeadlineState.BREACHED);
        assertThat(running.superseded(limit.minusSeconds(1)).state(later)).isEqualTo(DeadlineState.SUPERSEDED);
        assertThat(running.superseded(limit).state(later)).isEqualTo(DeadlineState.BREACHED);
        assertThat(running.judged(null, limit.minusSeconds(1)).state(later)).isEqualTo(DeadlineState.CANCELLED);
        assertThat(running.judged(null, later).state(limit)).isEqualTo(DeadlineState.BREACHED);
        assertThat(running.superseded(FRIDAY.plusSeconds(1)).moments()).isEmpty();
    }
}
