package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.complaintkit.calendar.check.ProofChecker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clocks that stop, periods whose first day counts, and limits that were over before they began. */
class ClockStopTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Pause FOURTH_AND_FIFTH =
            Pause.ofDays(LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 5), SHANGHAI);

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:00, 48 hours, 2026-03-06T10:00:00+08:00",
        "2026-03-02T10:00, 38 hours, 2026-03-04T00:00:00+08:00",
        "2026-03-02T10:00, 2281 minutes, 2026-03-06T00:01:00+08:00",
        "2026-03-03T16:00, 2 working hours, 2026-03-06T10:00:00+08:00",
        "2026-03-04T12:00, 1 hour, 2026-03-06T01:00:00+08:00",
        "2026-03-03T10:00, 1 day, 2026-03-06",
        "2026-03-03T10:00, 1 working day, 2026-03-06",
        "2026-03-02T10:00, 1 day, 2026-03-03",
    })
    void a_pause_of_whole_days_stops_hours_at_midnight_and_leaves_out_its_days(
            String start, String term, String limit) {
        Due due =
                DueDates.answer(DueQuestion.of(Laws.CN, SHANGHAI, LedgerDeadlinesTest.instant(start), Term.parse(term))
                        .pause(FOURTH_AND_FIFTH)
                        .build());

        assertThat(due.limit().toText(SHANGHAI)).isEqualTo(limit);
        assertThat(ProofChecker.faults(due.proof(), Laws.CN)).isEmpty();
    }

    @Test
    void a_pause_of_whole_days_has_a_first_day_that_is_not_after_its_last() {
        LocalDate day = LocalDate.of(2026, 3, 4);
        assertThat(Pause.ofDays(day, day, SHANGHAI).to()).isEqualTo("2026-03-04T16:00:00Z");
        assertThatThrownBy(() -> Pause.ofDays(day, day.minusDays(1), SHANGHAI))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo("PAUSE_REVERSED"));
    }

    @Test
    void a_pause_ordered_afterwards_moves_a_limit_that_has_passed() {
        DueQuestion.Builder q =
                DueQuestion.of(Laws.CN, SHANGHAI, LedgerDeadlinesTest.instant("2026-03-02T10:00"), Term.days(3));
        assertThat(DueDates.limit(q.build()).day()).isEqualTo("2026-03-05");
        assertThat(DueDates.limit(q.pause(FOURTH_AND_FIFTH).build()).day()).isEqualTo("2026-03-07");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-28, 1 month, 2025-02-27",
        "2025-01-29, 1 month, 2025-02-28",
        "2025-01-30, 1 month, 2025-02-28",
        "2025-01-31, 1 month, 2025-02-28",
        "2025-02-28, 1 month, 2025-03-27",
        "2025-03-01, 1 month, 2025-03-31",
        "2024-02-29, 1 year, 2025-02-28",
        "2024-03-01, 1 year, 2025-02-28",
        "2024-12-31, 2 months, 2025-02-28",
    })
    void a_month_whose_first_day_counts_ends_on_the_day_before_the_corresponding_one_or_at_its_end(
            LocalDate start, String term, String limit) {
        Due due = DueDates.answer(DueQuestion.of(Laws.CN, SHANGHAI, start, Term.parse(term))
                .convention(Convention.PLAIN.withStartDay(Convention.StartDay.INCLUDED))
                .build());

        assertThat(due.limit().day()).isEqualTo(limit);
        assertThat(ProofChecker.faults(due.proof(), Laws.CN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10th of this month, 2026-03-10, true",
        "2026-03-19, 2026-03-19, true",
        "2026-03-20, 2026-03-20, false",
        "10th of next month, 2026-04-10, false",
        "0 days, 2026-03-20, false",
    })
    void a_limit_before_its_start_says_so(String term, String limit, boolean noted) {
        Due due = DueDates.answer(
                DueQuestion.of(Laws.CN, SHANGHAI, LedgerDeadlinesTest.instant("2026-03-20T10:00"), Term.parse(term))
                        .build());

        assertThat(due.limit().day()).isEqualTo(limit);
        assertThat(due.notes().contains(Due.LIMIT_BEFORE_START)).isEqualTo(noted);
    }

    @Test
    void a_cap_and_a_closing_before_the_start_say_so_too() {
        DueQuestion.Builder q =
                DueQuestion.of(Laws.CN, SHANGHAI, LedgerDeadlinesTest.instant("2026-03-20T18:00"), Term.days(0));
        assertThat(DueDates.answer(q.build()).notes()).isEmpty();
        assertThat(DueDates.answer(q.convention(Convention.PLAIN.withTimeOfDay(Convention.TimeOfDay.CLOSE_OF_BUSINESS))
                                .build())
                        .notes())
                .containsExactly(Due.LIMIT_BEFORE_START);
        assertThat(DueDates.answer(q.earlierLimit(DueMoment.ofDay(LocalDate.of(2026, 3, 1), SHANGHAI))
                                .build())
                        .notes())
                .containsExactly(Due.CAPPED, Due.LIMIT_BEFORE_START);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-05T08:00, 1000000 working days",
        "2026-03-05T08:00, 18000 working days",
        "2098-03-05T08:00, 20000 working days",
        "2026-03-05T08:00, 300000 working hours",
        "2098-03-05T08:00, 300000 working hours",
        "2026-03-05T08:00, 1000000 working minutes",
        "2026-03-05T08:00, 1000000 days",
        "2026-03-05T08:00, 1000000 hours",
    })
    void what_does_not_fit_before_a_clock_stops_for_good_never_comes_however_long_it_is(String stop, String term) {
        Due due = DueDates.answer(
                DueQuestion.of(Laws.CN, SHANGHAI, LedgerDeadlinesTest.instant("2026-03-02T10:00"), Term.parse(term))
                        .pause(new Pause(LedgerDeadlinesTest.instant(stop), null))
                        .build());

        assertThat(due.limit().isNever()).isTrue();
        assertThat(due.notes()).contains(Due.CLOCK_STOPPED);
        assertThat(ProofChecker.faults(due.proof(), Laws.CN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2025-11-02T05:30:00Z, 2025-11-02T01:30:00-04:00", "2025-11-02T06:30:00Z, 2025-11-02T01:30:00-05:00"})
    void a_time_of_day_that_comes_twice_is_kept_as_the_one_that_the_start_has(Instant start, String limit) {
        ZoneId newYork = ZoneId.of("America/New_York");
        WorkingCalendar us = CalendarRegistry.standard().get("US");
        Due due = DueDates.answer(DueQuestion.of(us, newYork, start, Term.days(0))
                .convention(Convention.PLAIN.withTimeOfDay(Convention.TimeOfDay.KEEP))
                .build());

        assertThat(due.limit().toText(newYork)).isEqualTo(limit);
        assertThat(due.notes()).isEmpty();
        assertThat(ProofChecker.faults(due.proof(), us)).isEmpty();
    }
}
