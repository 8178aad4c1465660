package org.complaintkit.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.calendar.Pause;
import org.complaintkit.fixture.TestClocks;
import org.complaintkit.fixture.TestKnown;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.Policy;
import org.junit.jupiter.api.Test;

class DatingTest {
    private static final Policy POLICY = TestPolicy.policy();
    /** A Friday; Sunday, 28 September 2025 is worked, 1 to 8 October are not. */
    private static final Instant FRIDAY = Instant.parse("2025-09-26T07:20:00Z");

    private static final Dating DATING = Dating.of(POLICY, CalendarRegistry.standard());

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

    private static Deadline row(TestKnown known, String... cells) {
        Map<String, String> byColumn = new TreeMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            byColumn.put(cells[i], cells[i + 1]);
        }
        return DATING.date(TestClocks.row("T-D09", byColumn), 1, FRIDAY, null, known)
                .orElseThrow();
    }

    @Test
    void a_row_without_warnings_of_its_own_warns_when_the_one_whose_limit_it_takes_over_does() {
        TestKnown three = TestKnown.of(id -> Optional.of(date(POLICY, "T-D01", FRIDAY)));

        assertThat(row(three, "limit", "as T-D01", "warnings", "as limit").warnAt())
                .containsExactly(Instant.parse("2025-09-28T16:00:00Z"));
        assertThat(row(three, "limit", "as T-D01", "warnings", "2 working days").warnAt())
                .containsExactly(Instant.parse("2025-09-27T16:00:00Z"));
        assertThat(row(three, "limit", "as T-D01").warnAt()).isEmpty();
    }

    @Test
    void a_limit_taken_over_by_a_clock_that_starts_later_starts_on_that_day_or_by_the_minute_as_the_limit_ends() {
        Instant before = FRIDAY.minusSeconds(3_600);
        TestKnown day = TestKnown.of(id -> Optional.of(date(POLICY, "T-D01", before)));
        TestKnown clock = TestKnown.of(id -> Optional.of(date(POLICY, "T-D03", before)));

        assertThat(row(day, "limit", "as T-D01").start())
                .isEqualTo(DueMoment.ofDay(LocalDate.of(2025, 9, 26), TestPolicy.ZONE));
        assertThat(row(clock, "limit", "as T-D03").start()).isEqualTo(DueMoment.ofInstant(FRIDAY, TestPolicy.ZONE));
        assertThat(date(POLICY, "T-D04", FRIDAY).start())
                .isEqualTo(date(POLICY, "T-D01", FRIDAY).start());
    }

    @Test
    void where_the_complaint_names_no_date_the_default_runs_and_where_it_does_that_date_is_the_limit() {
        String[] cells = {"limit", "given.forwarderDate else 3 working days"};

        assertThat(row(TestKnown.nothing(), cells).limit().day()).isEqualTo("2025-09-30");
        assertThat(row(TestKnown.nothing().given("forwarderDate", "2025-10-05"), cells)
                        .limit()
                        .day())
                .isEqualTo("2025-10-05");
    }

    @Test
    void a_promise_that_names_no_date_leaves_the_limit_as_it_is() {
        String[] cells = {"limit", "NOTE.date else 3 working days"};
        TestKnown vague = TestKnown.nothing().said(new Known.Saying(FRIDAY.plusSeconds(1), "soon"));

        assertThat(row(vague, cells).limit().day()).isEqualTo("2025-09-30");
    }

    @Test
    void only_a_warning_that_comes_after_the_start_and_before_the_limit_is_given() {
        assertThat(row(TestKnown.nothing(), "warnings", "5 working days").warnAt())
                .as("three working days have no fifth before their end")
                .isEmpty();
        assertThat(row(TestKnown.nothing(), "limit", "4 hours", "warnings", "target")
                        .warnAt())
                .as("the wanted moment is the limit itself")
                .isEmpty();
        assertThat(row(TestKnown.nothing(), "limit", "4 hours", "warnings", "0 %")
                        .warnAt())
                .as("nothing has passed yet")
                .isEmpty();
    }

    @Test
    void whoever_is_told_by_a_word_for_time_has_until_the_end_of_its_term_and_without_a_word_no_limit() {
        assertThat(DATING.within("IMMEDIATE", FRIDAY)).contains(FRIDAY.plusSeconds(7_200));
        assertThat(DATING.within("1 working day", FRIDAY)).contains(Instant.parse("2025-09-28T16:00:00Z"));
        assertThat(DATING.within("", FRIDAY)).isEmpty();
    }

    @Test
    void a_limit_that_moves_along_is_counted_anew_in_its_own_days() {
        Deadline working = row(TestKnown.nothing(), "limit", "10 working days");
        Deadline days = row(TestKnown.nothing(), "limit", "5 days");

        Deadline moved = DATING.moved(working, 2);
        assertThat(moved.limit().day()).isEqualTo("2025-10-20");
        assertThat(moved.due().proof().counted())
                .as("the proof counts them all")
                .hasSize(12);
        assertThat(moved.movedBy()).isEqualTo(2);
        assertThat(DATING.moved(moved, 2)).isEqualTo(moved);
        assertThat(DATING.moved(moved, 0).limit()).isEqualTo(working.limit());

        assertThat(DATING.moved(days, 2).limit().day())
                .as("two working days after 1 October")
                .isEqualTo("2025-10-10");
    }

    @Test
    void a_limit_that_never_comes_does_not_move() {
        Deadline never = row(TestKnown.nothing().pause(new Pause(FRIDAY.plusSeconds(60), null)));

        assertThat(never.limit().isNever()).isTrue();
        assertThat(DATING.moved(never, 2)).isEqualTo(never);
    }

    @Test
    void what_stops_it_later_is_not_known_before() {
        Deadline running = date(POLICY, "T-D01", FRIDAY);

        assertThat(running.judged(FRIDAY.plusSeconds(60), null).state(FRIDAY)).isEqualTo(DeadlineState.OPEN);
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

    private static LocalDate said(String limit, Known.Saying... words) {
        TestKnown known = TestKnown.nothing();
        for (Known.Saying word : words) {
            known.said(word);
        }
        return DATING.date(TestClocks.row("T-D01", Map.of("limit", limit)), 1, FRIDAY, null, known)
                .orElseThrow()
                .limit()
                .day();
    }

    private static Known.Saying word(String at, String day) {
        return new Known.Saying(Instant.parse(at), day);
    }

    @Test
    void of_several_words_the_last_counts_or_the_earliest_day_where_the_row_wants_that() {
        Known.Saying first = word("2025-09-27T01:00:00Z", "2025-10-20");
        Known.Saying later = word("2025-09-27T02:00:00Z", "2025-10-25");
        Known.Saying sooner = word("2025-09-27T03:00:00Z", "2025-10-15");
        Known.Saying tooLate = word("2025-10-25T16:00:00Z", "2025-10-10");
        String last = "NOTE.date else 5 days";
        String earliest = "earliest NOTE.date else 5 days";

        assertThat(said(last)).isEqualTo(LocalDate.of(2025, 10, 1));
        assertThat(said(last, first, later)).isEqualTo(LocalDate.of(2025, 10, 25));
        assertThat(said(last, first, later, sooner)).isEqualTo(LocalDate.of(2025, 10, 15));
        assertThat(said(last, first, later, tooLate)).isEqualTo(LocalDate.of(2025, 10, 25));
        assertThat(said(earliest, first))
                .as("a first word replaces what would count without one")
                .isEqualTo(LocalDate.of(2025, 10, 20));
        assertThat(said(earliest, first, later)).isEqualTo(LocalDate.of(2025, 10, 20));
        assertThat(said(earliest, first, later, sooner)).isEqualTo(LocalDate.of(2025, 10, 15));
        assertThat(said(earliest, first, word("2025-09-27T04:00:00Z", "soon"))).isEqualTo(LocalDate.of(2025, 10, 20));
    }

    @Test
    void the_next_moment_is_the_first_that_is_still_to_come_and_what_has_stopped_has_none() {
        Deadline deadline = date(POLICY, "T-D01", FRIDAY);
        Instant warning = Instant.parse("2025-09-28T16:00:00Z");
        Instant late = Instant.parse("2025-09-30T16:00:00Z");

        assertThat(deadline.moments()).containsExactly(warning, late);
        assertThat(deadline.nextMoment(FRIDAY, late)).isEqualTo(warning);
        assertThat(deadline.nextMoment(FRIDAY, warning.minusNanos(1))).isNull();
        assertThat(deadline.nextMoment(warning, late)).isEqualTo(late);
        assertThat(deadline.nextMoment(late, late.plusSeconds(1))).isNull();
        Deadline met = deadline.judged(warning, null);
        assertThat(met.moments()).isEmpty();
        assertThat(met.nextMoment(FRIDAY, late)).isNull();
    }
}
