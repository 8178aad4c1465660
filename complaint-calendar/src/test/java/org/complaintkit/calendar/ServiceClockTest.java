package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceClockTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final WorkingCalendar CN = Laws.CN;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WD 09:00-17:00 | 2026-09-24T15:30 | 240 | 2026-09-28T11:30",
                "WD 09:00-12:00,13:30-17:30 | 2026-03-02T11:00 | 60 | 2026-03-02T12:00",
                "WD 09:00-12:00,13:30-17:30 | 2026-03-02T11:00 | 61 | 2026-03-02T13:31",
                "Mon-Fri 08:30-17:00 | 2026-10-09T16:30 | 60 | 2026-10-12T09:00",
                "WD 08:30-17:00 | 2026-10-09T16:30 | 60 | 2026-10-10T09:00",
                "Mon-Thu 09:00-17:00; Fri 09:00-12:00 | 2026-03-06T11:00 | 120 | 2026-03-09T10:00",
                "WD 22:00-06:00 | 2026-03-02T23:00 | 480 | 2026-03-03T23:00",
                "WD 22:00-06:00 | 2026-03-07T05:00 | 120 | 2026-03-09T23:00",
                "24x7 | 2026-02-15T03:00 | 1440 | 2026-02-16T03:00",
                "WD 09:00-17:00; 2026-03-03 closed; 2026-03-07 10:00-12:00 | 2026-03-02T16:00 | 120 | 2026-03-04T10:00",
                "Sat 09:00-12:00 | 2026-10-09T16:30 | 60 | 2026-10-17T10:00",
            })
    void adding_service_time_runs_only_while_service_is_open(String hours, String from, int minutes, String end) {
        ServiceClock clock = ServiceClock.of(CN, ServiceHours.parse(hours), SHANGHAI);
        Instant start = at(from);

        assertThat(clock.plus(start, Duration.ofMinutes(minutes))).isEqualTo(at(end));
        assertThat(clock.between(start, at(end))).isEqualTo(Duration.ofMinutes(minutes));
    }

    /** One hour of service in all, on 3 March 2026. */
    @Test
    void service_that_never_opens_again_is_told_from_service_that_is_used_up() {
        ServiceClock clock = ServiceClock.of(CN, ServiceHours.parse("WD closed; 2026-03-03 09:00-10:00"), SHANGHAI);

        assertThat(fault(() -> clock.plus(at("2026-04-01T09:00"), Duration.ofHours(1))))
                .isEqualTo("SERVICE_NEVER_OPEN");
        assertThat(fault(() -> clock.plus(at("2026-02-02T09:00"), Duration.ofHours(2))))
                .isEqualTo("DAY_OUTSIDE_CALENDAR");
        assertThat(fault(() -> clock.minus(at("2026-02-02T09:00"), Duration.ofHours(1))))
                .isEqualTo("SERVICE_NEVER_OPEN");
        assertThat(fault(() -> clock.minus(at("2026-04-01T09:00"), Duration.ofHours(2))))
                .isEqualTo("DAY_OUTSIDE_CALENDAR");
        assertThat(clock.plus(at("2025-02-03T09:00"), Duration.ofHours(1))).isEqualTo(at("2026-03-03T10:00"));
        assertThat(clock.minus(at("2027-02-01T09:00"), Duration.ofHours(1))).isEqualTo(at("2026-03-03T09:00"));
    }

    private static String fault(ThrowingCallable asked) {
        return catchThrowableOfType(InvalidInputException.class, asked).code();
    }

    @Test
    void a_fraction_of_a_second_counts_from_the_opening_on_and_not_after_the_close() {
        ServiceClock clock = ServiceClock.of(CN, ServiceHours.parse("WD 09:00-12:00,13:00-17:00"), SHANGHAI);
        Duration half = Duration.ofMillis(500);

        for (String opening : new String[] {"2026-03-02T09:00", "2026-03-02T13:00"}) {
            assertThat(clock.between(at(opening).plus(half), at(opening).plusSeconds(60)))
                    .isEqualTo(Duration.ofMillis(59_500));
            assertThat(clock.plus(at(opening).plus(half), Duration.ofMinutes(1)))
                    .isEqualTo(at(opening).plusSeconds(60).plus(half));
        }
        for (String close : new String[] {"2026-03-02T12:00", "2026-03-02T17:00"}) {
            assertThat(clock.between(at(close).minusSeconds(60), at(close).plus(half)))
                    .isEqualTo(Duration.ofMinutes(1));
            assertThat(clock.between(at(close).minus(half), at(close).plus(half)))
                    .isEqualTo(half);
        }
    }

    @Test
    void subtracting_gives_the_last_instant_from_which_the_time_passes() {
        ServiceClock clock = ServiceClock.of(CN, ServiceHours.STANDARD, SHANGHAI);

        assertThat(clock.minus(at("2026-03-09T10:00"), Duration.ofHours(4))).isEqualTo(at("2026-03-06T14:00"));
        assertThat(clock.minus(at("2026-03-09T10:00"), Duration.ofHours(1))).isEqualTo(at("2026-03-09T09:00"));
        assertThat(DueDates.before(
                                clock,
                                SHANGHAI,
                                DueMoment.ofInstant(at("2026-03-09T10:00"), SHANGHAI),
                                Term.of(90, TermUnit.WORKING_MINUTES))
                        .at())
                .isEqualTo(at("2026-03-06T16:30"));
    }

    @Test
    void the_next_opening_after_a_holiday_is_the_first_working_morning() {
        ServiceClock clock = ServiceClock.of(CN, ServiceHours.STANDARD, SHANGHAI);

        assertThat(clock.nextOpening(at("2025-09-30T17:00"))).isEqualTo(at("2025-10-09T09:00"));
        assertThat(clock.nextOpening(at("2025-10-09T09:00"))).isEqualTo(at("2025-10-09T09:00"));
        assertThat(clock.closeOfBusiness(LocalDate.of(2025, 10, 11))).isEqualTo(at("2025-10-11T17:00"));
        assertThat(clock.closeOfBusiness(LocalDate.of(2025, 10, 12))).isNull();
    }

    @Test
    void service_that_is_never_open_is_an_error_and_no_endless_loop() {
        ServiceClock clock = ServiceClock.of(CN, ServiceHours.parse("WD closed"), SHANGHAI);

        assertThatThrownBy(() -> clock.nextOpening(at("2026-03-02T09:00"))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> clock.plus(at("2026-03-02T09:00"), Duration.ofMinutes(1)))
                .isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "WD",
                "09:00-17:00",
                "WD 9-17",
                "WD 09:00-25:00",
                "WD 09:60-10:00",
                "WD 12:00-13:00,09:00-10:00",
                "WD 09:00-12:00; WD 13:00-14:00",
                "Mon-Fri 09:00-10:00; Fri 09:00-12:00",
                "Xyz 09:00-10:00",
                "2026-02-30 closed",
                "Mon-Wed-Fri 09:00-10:00",
                "WD 09:00-12:00,11:00-13:00"
            })
    void service_hours_that_contradict_themselves_are_refused(String hours) {
        assertThatThrownBy(() -> ServiceHours.parse(hours)).isInstanceOf(InvalidInputException.class);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
