package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarAlgebraTest {
    private static final WorkingCalendar CN = CalendarRegistry.standard().get("CN");
    private static final WorkingCalendar HK = CalendarRegistry.standard().get("HK");

    @Test
    void all_work_and_any_works_are_what_they_say_on_every_day() {
        WorkingCalendar both = CalendarAlgebra.allWork("BOTH", List.of(CN, HK));
        WorkingCalendar either = CalendarAlgebra.anyWorks("EITHER", List.of(CN, HK));
        for (LocalDate day = LocalDate.of(2020, 1, 1); day.getYear() < 2027; day = day.plusDays(1)) {
            boolean cn = CN.isWorkingDay(day);
            boolean hk = HK.isWorkingDay(day);
            assertThat(both.isWorkingDay(day)).isEqualTo(cn && hk);
            assertThat(either.isWorkingDay(day)).isEqualTo(cn || hk);
            assertThat(both.day(day).working()).isEqualTo(cn && hk);
            assertThat(either.day(day).working()).isEqualTo(cn || hk);
        }
    }

    @Test
    void a_branch_is_also_closed_on_its_own_days_and_knows_what_its_base_knew() {
        LocalDate flood = LocalDate.of(2026, 7, 21);
        WorkingCalendar branch = CalendarAlgebra.overlay(
                "CN-BRANCH", CN, List.of(new ListedDay(flood, DayKind.HOLIDAY, "flood", "branch")));

        assertThat(branch.isWorkingDay(flood)).isFalse();
        assertThat(branch.day(flood).name()).isEqualTo("flood");
        assertThat(branch.plusWorkingDays(LocalDate.of(2026, 7, 20), 1)).isEqualTo("2026-07-22");
        assertThat(branch.day(LocalDate.of(2026, 10, 10)).kind()).isEqualTo(DayKind.MAKE_UP);
        assertThat(branch.certainty(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 1)))
                .isEqualTo(Certainty.PROVISIONAL);
        assertThat(branch.asOf(LocalDate.of(2025, 1, 1)).certainty(flood, flood))
                .isEqualTo(Certainty.PROVISIONAL);
    }

    @Test
    void a_new_schedule_lists_the_days_and_the_deadlines_that_it_moves() {
        WorkingCalendar before = CN.asOf(LocalDate.of(2020, 1, 26));
        WorkingCalendar after = CN.asOf(LocalDate.of(2020, 1, 27));
        ZoneId zone = ZoneId.of("Asia/Shanghai");

        assertThat(CalendarDifference.days(before, after, LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 28)))
                .filteredOn(CalendarDifference.ChangedDay::countsDifferently)
                .extracting(change -> change.after().date().toString())
                .containsExactly("2020-01-31", "2020-02-01");

        List<DueQuestion> questions = List.of(
                DueQuestion.of(before, zone, LocalDate.of(2020, 1, 20), Term.workingDays(5))
                        .build(),
                DueQuestion.of(before, zone, LocalDate.of(2020, 1, 20), Term.workingDays(2))
                        .build());
        List<CalendarDifference.Moved> moved = CalendarDifference.deadlines(questions, after);
        assertThat(moved).hasSize(1);
        assertThat(moved.get(0).index()).isZero();
        assertThat(moved.get(0).before().limit().day()).isEqualTo("2020-02-01");
        assertThat(moved.get(0).after().limit().day()).isEqualTo("2020-02-04");
        assertThat(moved.get(0).limitMoves()).isTrue();
    }

    @Test
    void a_provisional_deadline_becomes_firm_when_the_year_is_loaded() {
        DueQuestion asked = DueQuestion.of(
                        CN.asOf(LocalDate.of(2024, 11, 1)),
                        ZoneId.of("Asia/Shanghai"),
                        LocalDate.of(2024, 10, 20),
                        Term.workingDays(60))
                .build();

        List<CalendarDifference.Moved> moved = CalendarDifference.deadlines(List.of(asked), CN);

        assertThat(moved).hasSize(1);
        assertThat(moved.get(0).before().certainty()).isEqualTo(Certainty.PROVISIONAL);
        assertThat(moved.get(0).after().certainty()).isEqualTo(Certainty.OFFICIAL);
    }

    @Test
    void a_day_off_in_one_part_is_described_by_that_part_even_if_another_makes_it_up() {
        LocalDate saturday = LocalDate.of(2026, 5, 9);
        WorkingCalendar worked =
                TableCalendar.of(CalendarSheet.named("A").makeUp(saturday).build());
        WorkingCalendar off =
                TableCalendar.of(CalendarSheet.named("B").holiday(saturday).build());
        WorkingCalendar week = TableCalendar.of(
                CalendarSheet.named("C").holiday(saturday.plusDays(20)).build());

        assertThat(CalendarAlgebra.allWork("ALL", List.of(worked, week, off))
                        .day(saturday)
                        .kind())
                .isEqualTo(DayKind.HOLIDAY);
        assertThat(CalendarAlgebra.allWork("ALL", List.of(worked, week))
                        .day(saturday)
                        .kind())
                .isEqualTo(DayKind.WEEKEND);
        assertThat(CalendarAlgebra.anyWorks("ANY", List.of(off, worked))
                        .day(saturday)
                        .kind())
                .isEqualTo(DayKind.MAKE_UP);
    }

    @Test
    void a_new_version_of_another_calendar_moves_nothing_and_is_refused() {
        DueQuestion asked = DueQuestion.of(
                        CN, ZoneId.of("Asia/Shanghai"), LocalDate.of(2024, 10, 20), Term.workingDays(60))
                .build();

        assertThatThrownBy(() -> CalendarDifference.deadlines(List.of(asked.with(HK), asked), HK))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                    assertThat(e.code()).isEqualTo("CALENDAR_DIFFERS");
                    assertThat(e.subject()).isEqualTo("question no. 2");
                });
    }

    @Test
    void a_calendar_without_any_working_day_says_so() {
        WorkingCalendar closed = TableCalendar.of(CalendarSheet.named("CLOSED")
                .weekend(Arrays.asList(java.time.DayOfWeek.values()))
                .build());
        LocalDate day = LocalDate.of(2026, 1, 1);

        assertThat(closed.plusWorkingDays(day, 0)).isEqualTo(day);
        assertThat(closed.workingDaysBetween(day, day.plusYears(10))).isZero();
        assertThatThrownBy(() -> closed.next(day))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo("NO_WORKING_DAY"));
    }

    @ParameterizedTest
    @CsvSource({
        "GB-ENG, 2025-04-21, false",
        "GB-ENG, 2025-08-25, false",
        "GB-ENG, 2025-08-04, true",
        "GB-ENG, 2022-09-19, false",
        "GB-SCT, 2025-08-04, false",
        "GB-SCT, 2025-08-25, true",
        "GB-SCT, 2025-04-21, true",
        "GB-SCT, 2025-12-01, false",
        "GB-NIR, 2025-07-14, false",
        "GB-NIR, 2025-03-17, false",
        "GB-ENG, 2025-03-17, true",
        "US, 2026-07-03, false",
        "US, 2025-11-27, false",
        "US, 2025-11-28, true",
        "US, 2025-06-19, false",
        "TARGET, 2025-05-01, false",
        "TARGET, 2025-04-21, false",
        "TARGET, 2025-05-05, true",
        "HK, 2024-02-13, false",
        "HK, 2024-10-11, false",
        "HK, 2024-02-14, true",
    })
    void the_packaged_calendars_know_their_holidays(String id, LocalDate day, boolean worked) {
        assertThat(CalendarRegistry.standard().get(id).isWorkingDay(day)).isEqualTo(worked);
    }

    @Test
    void an_unknown_calendar_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> CalendarRegistry.standard().get("cn"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.rule()).contains("CN, GB-ENG, GB-NIR, GB-SCT, HK, TARGET, US"));
    }
}
