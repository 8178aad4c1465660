package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates of the twenty ledger systems, as worked out by hand from the official schedules of 2025 and 2026. */
class LedgerDeadlinesTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final WorkingCalendar CN = CalendarRegistry.standard().get("CN");

    @ParameterizedTest
    @CsvSource({
        "2025-09-26T10:20, 3 working days, 2025-09-30, 2025-09-30",
        "2025-09-25T09:00, 7 to 10 working days, 2025-10-11, 2025-10-15",
        "2026-02-11T15:00, 3个工作日, 2026-02-14, 2026-02-14",
        "2026-01-05T09:00, 15 working days, 2026-01-26, 2026-01-26",
        "2026-09-18T16:10, 2 hours, 2026-09-18T18:10:00+08:00, 2026-09-18T18:10:00+08:00",
        "2026-09-24T15:30, 4 working hours, 2026-09-28T11:30:00+08:00, 2026-09-28T11:30:00+08:00",
        "2025-11-15T21:30, 8小时, 2025-11-16T05:30:00+08:00, 2025-11-16T05:30:00+08:00",
        "2026-04-29T09:00, 2 working days, 2026-05-06, 2026-05-06",
        "2026-05-06T09:00, on day 15, 2026-05-21, 2026-05-21",
        "2025-12-17T10:00, on day 15, 2026-01-04, 2026-01-04",
        "2026-01-28T15:00, 14 to 21 days, 2026-02-11, 2026-02-18",
        "2025-04-28T10:00, 7 days, 2025-04-30, 2025-05-05",
        "2025-06-30T14:00, 一周, 2025-07-07, 2025-07-07",
        "2026-06-15T09:00, 5 working days, 2026-06-23, 2026-06-23",
        "2025-12-31T00:00, before 30 January, 2026-01-29, 2026-01-30",
        "2024-12-31T00:00, before 30 January, 2025-01-27, 2025-01-30",
        "2026-09-30T00:00, 10th of next month, 2026-10-10, 2026-10-10",
        "2026-04-30T00:00, 10th of next month, 2026-05-09, 2026-05-10",
        "2025-11-12T10:00, immediately, 2025-11-12T12:00:00+08:00, 2025-11-12T12:00:00+08:00",
    })
    void a_ledger_term_gives_the_target_and_the_limit(String start, String term, String target, String limit) {
        Due due = ask(start, term);

        assertThat(due.target().toText(SHANGHAI)).isEqualTo(target);
        assertThat(due.limit().toText(SHANGHAI)).isEqualTo(limit);
        assertThat(due.certainty()).isEqualTo(Certainty.OFFICIAL);
        assertThat(due.forecast()).isNull();
        assertThat(due.notes()).isEmpty();
    }

    @Test
    void a_week_without_a_working_day_has_its_target_on_the_start_day_and_says_so() {
        Due due = ask("2025-09-30T10:00", "7 days");

        assertThat(due.target().day()).isEqualTo("2025-09-30");
        assertThat(due.limit().day()).isEqualTo("2025-10-07");
        assertThat(due.notes()).containsExactly(Due.NO_WORKING_DAY_IN_WINDOW);
    }

    @Test
    void an_unpublished_year_gives_a_provisional_answer_with_its_assumption() {
        Due due = ask("2026-12-14T10:00", "37 working days");

        assertThat(due.certainty()).isEqualTo(Certainty.PROVISIONAL);
        assertThat(due.notes()).contains(Due.CALENDAR_YEAR_UNKNOWN);
        Forecast forecast = java.util.Objects.requireNonNull(due.forecast());
        assertThat(forecast.likely()).isEqualTo(due.limit());
        assertThat(forecast.earliest()).isLessThan(forecast.latest());
        assertThat(forecast.likely()).isBetween(forecast.earliest(), forecast.latest());
        assertThat(forecast.assumption()).isNotEmpty();
    }

    @Test
    void a_day_limit_is_late_at_midnight_and_a_clock_limit_after_its_instant() {
        DueMoment day = ask("2025-09-26T10:20", "3 working days").limit();
        assertThat(day.passedBy(Instant.parse("2025-09-30T15:59:59.999Z"))).isFalse();
        assertThat(day.passedBy(Instant.parse("2025-09-30T16:00:00Z"))).isTrue();

        DueMoment clock = ask("2025-09-26T10:20", "1 hour").limit();
        assertThat(clock.passedBy(clock.at())).isFalse();
        assertThat(clock.passedBy(clock.at().plusNanos(1))).isTrue();
    }

    @Test
    void the_answer_of_the_design_note_comes_out() {
        DueQuestion q = DueQuestion.of(CN, SHANGHAI, instant("2024-03-04T10:00"), Term.parse("15 working days"))
                .build();
        Due due = DueDates.answer(q);

        assertThat(due.limit().toText(SHANGHAI)).isEqualTo("2024-03-25");
        assertThat(due.limit().atText(SHANGHAI)).isEqualTo("2024-03-26T00:00+08:00");
        assertThat(due.proof().counted())
                .extracting(CountedDay::date)
                .hasSize(15)
                .startsWith(LocalDate.of(2024, 3, 5));
        assertThat(due.proof().skipped()).extracting(SkippedDay::why).containsOnly("WEEKEND");
        assertThat(DueDates.limit(q)).isEqualTo(due.limit());
    }

    @Test
    void a_term_by_the_clock_needs_a_start_with_a_time() {
        DueQuestion q = DueQuestion.of(CN, SHANGHAI, LocalDate.of(2026, 3, 2), Term.hours(4))
                .build();

        assertThatThrownBy(() -> DueDates.answer(q))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo("START_TIME_REQUIRED"));
    }

    @Test
    void an_open_pause_stops_the_clock_until_it_ends() {
        DueQuestion.Builder q = DueQuestion.of(CN, SHANGHAI, instant("2026-03-02T09:00"), Term.workingDays(5));
        Instant from = instant("2026-03-04T09:00");

        Due open = DueDates.answer(q.pause(new Pause(from, null)).build());
        assertThat(open.limit().isNever()).isTrue();
        assertThat(open.notes()).containsExactly(Due.CLOCK_STOPPED);

        Due ended = DueDates.answer(DueQuestion.of(CN, SHANGHAI, instant("2026-03-02T09:00"), Term.workingDays(5))
                .pause(new Pause(from, instant("2026-03-06T12:00")))
                .build());
        assertThat(ended.limit().day()).isEqualTo("2026-03-11");
    }

    @Test
    void a_warning_one_working_day_before_the_limit_skips_the_holiday() {
        DueMoment limit = ask("2025-09-26T10:20", "4 working days").limit();

        assertThat(limit.day()).isEqualTo("2025-10-09");
        assertThat(DueDates.before(CN, SHANGHAI, limit, Term.workingDays(1)).day())
                .isEqualTo("2025-09-30");
    }

    static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private static Due ask(String start, String term) {
        return DueDates.answer(DueQuestion.of(CN, SHANGHAI, instant(start), Term.parse(term))
                .conventions(Conventions.LEDGER)
                .build());
    }
}
