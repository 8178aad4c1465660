package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Test
    void an_error_is_one_short_line_whatever_the_value() {
        InvalidInputException e = InvalidInputException.of("CODE", "subject")
                .value("a\n\u202eb\u0000" + "\ud83d\ude00".repeat(100))
                .rule("rule")
                .wayOut("way out")
                .at("f.csv:1:2")
                .build();

        assertThat(e.value()).startsWith("a\\u000a\\u202eb\\u0000").hasSizeLessThanOrEqualTo(80);
        assertThat(e.value().charAt(e.value().length() - 1)).isNotEqualTo('\ud83d');
        assertThat(e.getMessage().lines()).hasSize(1);
        assertThat(e.at("pack.json").at()).isEqualTo("pack.json f.csv:1:2");
        assertThat(InvalidInputException.of("CODE", "subject")
                        .build()
                        .at("here")
                        .at())
                .isEqualTo("here");
    }

    @Test
    void a_time_beyond_all_calendars_is_refused_before_anything_overflows() {
        for (Instant instant : new Instant[] {Instant.MIN, Instant.MAX, Instant.parse("-0005-01-01T00:00:00Z")}) {
            assertThatThrownBy(() -> DueQuestion.of(Laws.CN, ZONE, instant, Term.days(1)))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> new Pause(instant, null)).isInstanceOf(InvalidInputException.class);
        }
        assertThatThrownBy(() -> DueQuestion.of(Laws.CN, ZONE, LocalDate.MAX, Term.days(1)))
                .isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1000000 working days", "1000000 months", "1000000 years", "1000000 working hours",
                "1000000 working minutes", "2099-12-31", "on working day 900000", "1000000 weeks"
            })
    void an_answer_beyond_the_supported_years_is_a_typed_error_or_a_date(String term) {
        DueQuestion q = DueQuestion.of(Laws.CN, ZONE, Instant.parse("2026-03-02T01:00:00Z"), Term.parse(term))
                .conventions(Conventions.named("CN-CIVIL-CODE"))
                .build();
        try {
            assertThat(DueDates.answer(q).limit().day()).isAfter(LocalDate.of(2026, 3, 2));
        } catch (InvalidInputException e) {
            assertThat(e.code()).isEqualTo("DAY_OUTSIDE_CALENDAR");
        }
    }

    @Test
    void a_million_hours_by_the_clock_need_no_calendar() {
        DueQuestion q = DueQuestion.of(Laws.CN, ZONE, Instant.parse("2026-03-02T01:00:00Z"), Term.hours(1_000_000))
                .build();
        assertThat(DueDates.answer(q).limit().toText(ZONE)).isEqualTo("2140-03-31T01:00:00+08:00");
    }

    @Test
    void every_public_call_answers_absurd_days_and_instants_with_the_one_error() {
        LocalDate[] days = {LocalDate.MIN, LocalDate.MAX, LocalDate.of(0, 1, 1), LocalDate.of(10_000, 1, 1)};
        Instant[] instants = {Instant.MIN, Instant.MAX, Instant.parse("+10000-02-01T00:00:00Z")};
        ServiceClock clock = ServiceClock.of(Laws.CN, ServiceHours.STANDARD, ZONE);
        DueMoment first = DueMoment.ofDay(LocalDate.of(1, 1, 1), ZONE);
        for (LocalDate day : days) {
            refused(() -> DueMoment.ofDay(day, ZONE));
            refused(() -> Pause.ofDays(day, day, ZONE));
            refused(() -> new DueMoment(day, Instant.EPOCH, true));
            refused(() -> new DateRule.DayOfMonth(10, 1).from(day));
            refused(() -> new DateRule.DayOfYear(java.time.Month.MAY, 1).from(day));
            refused(() -> Laws.CN.isWorkingDay(day));
            refused(() -> Laws.CN.day(day));
            refused(() -> Laws.CN.plusWorkingDays(day, Integer.MIN_VALUE));
            refused(() -> Laws.CN.workingDaysBetween(day, LocalDate.MAX));
            refused(() -> clock.closeOfBusiness(day));
            refused(() -> CalendarOperation.parse("next").ask(Laws.CN, day, null, null));
            refused(() -> CalendarDifference.days(Laws.CN, Laws.CN, day, LocalDate.MAX));
        }
        for (Instant instant : instants) {
            refused(() -> DueMoment.ofInstant(instant, ZONE));
            refused(() -> clock.nextOpening(instant));
            refused(() -> clock.plus(instant, Duration.ofHours(1)));
            refused(() -> clock.minus(instant, Duration.ofHours(1)));
            refused(() -> DueDates.share(instant, first, 50));
        }
        refused(() -> clock.between(Instant.MIN, Instant.MAX));
        refused(() -> clock.plus(Instant.EPOCH, Duration.ofSeconds(Long.MAX_VALUE)));
        refused(() -> clock.plus(Instant.EPOCH, Duration.ofSeconds(Long.MIN_VALUE)));
        refused(() -> new DateRule.DayOfMonth(31, 12).from(LocalDate.of(9999, 12, 1)));
        refused(() -> new DateRule.DayOfYear(java.time.Month.MAY, 1).from(LocalDate.of(9999, 12, 1)));
        for (TermUnit unit : TermUnit.values()) {
            refused(() -> DueDates.before(Laws.CN, ZONE, first, Term.of(Term.MOST, unit)));
        }
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void before_a_limit_that_never_comes_there_is_no_warning() {
        ServiceClock clock = ServiceClock.of(Laws.CN, ServiceHours.STANDARD, ZONE);
        for (TermUnit unit : TermUnit.values()) {
            Term.Amount amount = Term.of(3, unit);
            if (unit == TermUnit.WORKING_HOURS || unit == TermUnit.WORKING_MINUTES) {
                assertThat(DueDates.before(clock, ZONE, DueMoment.never(), amount))
                        .isEqualTo(DueMoment.never());
            } else {
                assertThat(DueDates.before(Laws.CN, ZONE, DueMoment.never(), amount))
                        .isEqualTo(DueMoment.never());
            }
        }
        assertThat(DueDates.share(Instant.EPOCH, DueMoment.ofInstant(Instant.EPOCH.plusSeconds(3), ZONE), 50))
                .isEqualTo(Instant.EPOCH.plusMillis(1500));
        refused(() -> DueDates.share(Instant.EPOCH, DueMoment.never(), 50));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DAILY closed|3 working hours",
                "2026-05-01 closed|3 working hours",
                // Open once, before the start.
                "2026-03-01 09:00-12:00|1 working minute",
                "2026-03-02 08:00-09:00|1 working minute",
            })
    void service_that_never_opens_again_has_an_error_of_its_own(String hours, String term) {
        DueQuestion q = DueQuestion.of(Laws.CN, ZONE, Instant.parse("2026-03-02T01:00:00Z"), Term.parse(term))
                .serviceHours(ServiceHours.parse(hours))
                .build();
        assertThatThrownBy(() -> DueDates.answer(q)).isInstanceOfSatisfying(InvalidInputException.class, e -> {
            assertThat(e.code()).isEqualTo("SERVICE_NEVER_OPEN");
            assertThat(e.subject()).isEqualTo("service hours in calendar CN");
        });
    }

    @Test
    void service_that_opens_too_rarely_is_told_apart_from_service_that_never_opens() {
        Instant start = Instant.parse("2026-03-02T01:00:00Z");
        ServiceClock once = ServiceClock.of(Laws.CN, ServiceHours.parse("2026-03-03 09:00-12:00"), ZONE);
        ServiceClock early = ServiceClock.of(Laws.CN, ServiceHours.parse("2026-03-01 09:00-12:00"), ZONE);

        assertThat(once.plus(start, Duration.ofHours(3))).isEqualTo("2026-03-03T04:00:00Z");
        code("DAY_OUTSIDE_CALENDAR", () -> once.plus(start, Duration.ofHours(4)));
        code("SERVICE_NEVER_OPEN", () -> once.minus(start, Duration.ofHours(1)));
        assertThat(early.minus(start, Duration.ofHours(3))).isEqualTo("2026-03-01T01:00:00Z");
        code("DAY_OUTSIDE_CALENDAR", () -> early.minus(start, Duration.ofHours(4)));
        code("SERVICE_NEVER_OPEN", () -> early.nextOpening(start));
    }

    @Test
    void working_hours_of_a_calendar_without_a_working_day_never_open() {
        WorkingCalendar idle = TableCalendar.of(CalendarSheet.named("IDLE")
                .weekend(List.of(DayOfWeek.values()))
                .knownThrough(LocalDate.of(2099, 12, 31))
                .build());
        ServiceClock clock = ServiceClock.of(idle, ServiceHours.STANDARD, ZONE);

        code("SERVICE_NEVER_OPEN", () -> clock.nextOpening(Instant.parse("2026-03-02T01:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"WD 09:00-09:00", "DAILY 00:00-00:00", "Sat 24:00-24:00", "WD 08:00-09:00,10:00-10:00"})
    void hours_that_end_when_they_begin_may_mean_two_things_and_are_refused(String hours) {
        code("SERVICE_HOURS_MALFORMED", () -> ServiceHours.parse(hours));
    }

    private static void code(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void a_pause_that_ends_before_it_begins_is_refused() {
        Instant at = Instant.parse("2026-03-02T01:00:00Z");
        assertThatThrownBy(() -> new Pause(at, at.minusSeconds(1)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo("PAUSE_REVERSED"));
    }

    /** Twelve times such a year, in 32 bits, is twelve times a year of the calendar. */
    @ParameterizedTest
    @ValueSource(ints = {357_913_941, 357_913_942, -357_913_941, 715_827_883})
    void a_year_that_wraps_around_is_outside_the_calendar(int years) {
        LocalDate day = LocalDate.of(2025, 3, 3).plusYears(years);

        assertThatThrownBy(() -> Laws.CN.isWorkingDay(day))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo("DAY_OUTSIDE_CALENDAR"));
    }
}
