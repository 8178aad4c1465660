package org.complaintkit.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.Due;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.calendar.Term;
import org.complaintkit.calendar.WorkingCalendar;
import org.complaintkit.calendar.check.ProofChecker;
import org.complaintkit.fixture.TestPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GivenDateTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final WorkingCalendar CHINA = CalendarRegistry.standard().get("CN");
    private static final Instant START = Instant.parse("2025-09-26T07:20:00Z");
    private static final GivenDate GIVEN =
            new GivenDate(CHINA, Counting.of(TestPolicy.policy()).literal(), ZONE);

    @Test
    void a_date_is_the_whole_day_in_the_zone_of_the_policy() {
        assertThat(GivenDate.read("2025-09-30", ZONE)).contains(DueMoment.ofDay(LocalDate.of(2025, 9, 30), ZONE));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-09-30T10:00, 2025-09-30T02:00:00Z",
        "2025-09-30T10:00:30, 2025-09-30T02:00:30Z",
        "2025-09-30T10:00Z, 2025-09-30T10:00:00Z",
        "2025-09-30T10:00+02:00, 2025-09-30T08:00:00Z",
        "2025-09-30T10:00-02:00, 2025-09-30T12:00:00Z"
    })
    void an_instant_is_read_with_or_without_an_offset(String text, Instant at) {
        assertThat(GivenDate.read(text, ZONE)).contains(DueMoment.ofInstant(at, ZONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "2025-02-30", "30.9.2025.", "2025-09-30T25:00", "2025-09-30T10:00+", "-", "+1", "Z"})
    void anything_else_is_no_date(String text) {
        assertThat(GivenDate.read(text, ZONE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-09-26", "2025-09-27", "2025-10-05", "2027-01-01", "2025-09-25", "2024-01-01"})
    void a_day_that_is_named_is_the_limit_and_proves_itself(String day) {
        Due due = GIVEN.due(START, DueMoment.ofDay(LocalDate.parse(day), ZONE), List.of());

        assertThat(due.limit()).isEqualTo(DueMoment.ofDay(LocalDate.parse(day), ZONE));
        assertThat(due.proof().cap() != null)
                .as("no count of days leads to a day before the start")
                .isEqualTo(day.compareTo("2025-09-26") < 0);
        assertThat(ProofChecker.faults(due.proof(), CHINA)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-09-26T07:20:00Z",
                "2025-09-26T07:20:01Z",
                "2025-09-26T07:20:59Z",
                "2025-09-26T07:21:00Z",
                "2025-09-29T02:30:00Z",
                "2025-09-01T00:00:00Z"
            })
    void an_instant_that_is_named_is_the_limit_to_the_second(Instant at) {
        Due due = GIVEN.due(START, DueMoment.ofInstant(at, ZONE), List.of());

        assertThat(due.limit()).isEqualTo(DueMoment.ofInstant(at, ZONE));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-09-26T07:20:01Z, 1 minutes",
        "2025-09-26T08:20:59Z, 61 minutes",
        "2025-09-26T09:20:00Z, 121 minutes",
        "2025-09-01T00:00:00Z, 0 minutes"
    })
    void the_proof_of_an_instant_counts_the_minutes_that_reach_beyond_it(Instant at, String term) {
        Due due = GIVEN.due(START, DueMoment.ofInstant(at, ZONE), List.of());

        assertThat(due.proof().term()).isEqualTo(Term.parse(term));
        assertThat(due.proof().cap()).isEqualTo(DueMoment.ofInstant(at, ZONE));
    }
}
