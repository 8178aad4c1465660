package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintkit.calendar.FestivalYear.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One festival planned by itself. The likely plans are those of the schedules that were published. */
class FestivalYearTest {
    private static final FestivalRule ONE_DAY = rule(1, 0, 1, -3, 3, -5, 5, 2);
    private static final FestivalRule SPRING_FESTIVAL = rule(3, -1, 7, -2, 8, -8, 14, 2);
    private static final FestivalRule NATIONAL_DAY = rule(3, 0, 7, -2, 8, -12, 11, 3);

    private static FestivalRule rule(
            int days, int block, int blockDays, int off, int offTo, int makeUp, int to, int most) {
        return new FestivalRule(
                LocalDate.of(2013, 12, 11), "", "节", 0, days, block, blockDays, off, offTo, makeUp, to, most);
    }

    private static Map<LocalDate, Boolean> plan(Scenario scenario, int year, List<Group> groups) {
        Map<LocalDate, Boolean> days = new TreeMap<>();
        new FestivalYear(year, scenario, groups, days, new TreeMap<>()).plan();
        return days;
    }

    /** Days that are not as the week has them, of the month of the festival and the months beside it. */
    private static String plan(Scenario scenario, FestivalRule rule, LocalDate date, boolean worked) {
        return plan(scenario, date.getYear(), List.of(Group.of(rule, date))).entrySet().stream()
                .filter(day -> day.getValue() == worked && day.getKey().isAfter(date.minusDays(20)))
                .map(day -> day.getKey().toString().substring(5))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-01, 01-01, ",
        "2022-04-05, 04-04 04-05, 04-02",
        "2023-04-05, 04-05, ",
        "2023-06-22, 06-22 06-23, 06-25",
        "2025-04-04, 04-04, ",
        "2022-09-10, 09-12, ",
        "2023-01-01, 01-02, "
    })
    void a_festival_of_one_day_joins_the_weekend_beside_it(LocalDate date, String off, String worked) {
        assertThat(plan(Scenario.LIKELY, ONE_DAY, date, false)).isEqualTo(off);
        assertThat(plan(Scenario.LIKELY, ONE_DAY, date, true)).isEqualTo(worked == null ? "" : worked);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-10-01, 10-01 10-02 10-03 10-04 10-07, 09-29 10-12",
        "2022-10-01, 10-03 10-04 10-05 10-06 10-07, 10-08 10-09",
        "2019-10-01, 10-01 10-02 10-03 10-04 10-07, 09-29 10-12"
    })
    void weekdays_that_the_law_does_not_give_are_worked_on_the_nearest_weekends(
            LocalDate date, String off, String worked) {
        assertThat(plan(Scenario.LIKELY, NATIONAL_DAY, date, false)).isEqualTo(off);
        assertThat(plan(Scenario.LIKELY, NATIONAL_DAY, date, true)).isEqualTo(worked);
    }

    @Test
    void both_days_of_a_weekend_that_touches_the_stretch_are_worked() {
        LocalDate date = LocalDate.of(2023, 1, 22);

        assertThat(plan(Scenario.LIKELY, SPRING_FESTIVAL, date, false)).isEqualTo("01-23 01-24 01-25 01-26 01-27");
        assertThat(plan(Scenario.LIKELY, SPRING_FESTIVAL, date, true)).isEqualTo("01-28 01-29");
    }

    @Test
    void each_day_of_a_plan_bears_the_name_of_its_festival() {
        Map<LocalDate, String> names = new TreeMap<>();
        LocalDate tuesday = LocalDate.of(2022, 4, 5);
        new FestivalYear(2022, Scenario.LIKELY, List.of(Group.of(ONE_DAY, tuesday)), new TreeMap<>(), names).plan();
        assertThat(names.keySet()).containsExactly(tuesday.minusDays(3), tuesday.minusDays(1), tuesday);

        names.clear();
        LocalDate october = LocalDate.of(2024, 10, 1);
        new FestivalYear(2024, Scenario.LIKELY, List.of(Group.of(NATIONAL_DAY, october)), new TreeMap<>(), names)
                .plan();
        assertThat(names.keySet())
                .containsExactlyElementsOf(Stream.concat(
                                Stream.of(october.minusDays(2)),
                                Stream.concat(october.datesUntil(october.plusDays(7)), Stream.of(october.plusDays(11))))
                        .toList());

        names.clear();
        LocalDate saturday = LocalDate.of(2022, 9, 10);
        new FestivalYear(2022, Scenario.LIKELY, List.of(Group.of(ONE_DAY, saturday)), new TreeMap<>(), names).plan();
        assertThat(names.keySet()).containsExactly(saturday, saturday.plusDays(2));
    }

    /** As many make-up days as there ever were, first; what they pay for and what is owed, last. */
    @Test
    void the_earliest_reading_works_before_it_rests() {
        LocalDate tuesday = LocalDate.of(2024, 10, 1);
        assertThat(plan(Scenario.EARLIEST, NATIONAL_DAY, tuesday, true)).isEqualTo("09-21 09-22 09-28");
        assertThat(plan(Scenario.EARLIEST, NATIONAL_DAY, tuesday, false))
                .isEqualTo("10-01 10-02 10-03 10-10 10-11 10-14");

        LocalDate saturday = LocalDate.of(2024, 6, 22);
        assertThat(plan(Scenario.EARLIEST, ONE_DAY, saturday, true)).isEqualTo("06-22 06-23");
        assertThat(plan(Scenario.EARLIEST, ONE_DAY, saturday, false)).isEqualTo("06-25 06-26 06-27");
    }

    @Test
    void what_is_borrowed_rests_after_the_last_day_that_pays_for_it() {
        FestivalRule late = rule(1, 0, 1, -3, 3, 4, 12, 2);
        LocalDate wednesday = LocalDate.of(2024, 6, 12);

        assertThat(plan(Scenario.EARLIEST, late, wednesday, true)).isEqualTo("06-16 06-22");
        assertThat(plan(Scenario.EARLIEST, late, wednesday, false)).isEqualTo("06-12 06-24 06-25");
    }

    /** What is owed, what may be borrowed and, of a long festival, a day that the law may add: first. */
    @Test
    void the_latest_reading_rests_before_it_works() {
        LocalDate tuesday = LocalDate.of(2024, 10, 1);
        assertThat(plan(Scenario.LATEST, NATIONAL_DAY, tuesday, false))
                .isEqualTo("09-30 10-01 10-02 10-03 10-04 10-07 10-08");
        assertThat(plan(Scenario.LATEST, NATIONAL_DAY, tuesday, true)).isEqualTo("10-05 10-06 10-12");

        LocalDate saturday = LocalDate.of(2024, 6, 22);
        assertThat(plan(Scenario.LATEST, ONE_DAY, saturday, false)).isEqualTo("06-19 06-20 06-21");
    }

    @Test
    void a_year_beyond_the_lunar_table_leaves_room_for_its_festivals_in_january() {
        assertThat(plan(Scenario.LATEST, 2050, List.of()).keySet().stream().filter(ChinaForecast::isWeekday))
                .containsExactlyElementsOf(LocalDate.of(2050, 1, 1)
                        .datesUntil(LocalDate.of(2050, 1, 19))
                        .filter(ChinaForecast::isWeekday)
                        .toList())
                .hasSize(12);
        assertThat(plan(Scenario.LATEST, 2050, List.of()).values()).containsOnly(false);
        assertThat(plan(Scenario.EARLIEST, 2050, List.of()).keySet().stream()
                        .filter(day -> !ChinaForecast.isWeekday(day)))
                .containsExactly(LocalDate.of(2050, 1, 1), LocalDate.of(2050, 1, 2), LocalDate.of(2050, 1, 8));
        assertThat(plan(Scenario.EARLIEST, 2050, List.of()).values()).containsOnly(true);
        assertThat(plan(Scenario.LIKELY, 2050, List.of())).isEmpty();

        List<Group> four = Stream.of(2, 4, 6, 8)
                .map(month -> Group.of(ONE_DAY, LocalDate.of(2050, month, 15)))
                .toList();
        for (Scenario scenario : Scenario.values()) {
            assertThat(plan(scenario, 2050, four).keySet()).noneMatch(day -> day.getMonthValue() == 1);
            assertThat(plan(scenario, 2050, four.subList(0, 3)).keySet().stream()
                            .anyMatch(day -> day.getMonthValue() == 1))
                    .isEqualTo(scenario != Scenario.LIKELY);
        }
    }

    @Test
    void mid_autumn_within_the_national_week_makes_it_a_day_longer() {
        Group national = Group.of(NATIONAL_DAY, LocalDate.of(2020, 10, 1));
        Group inside = Group.of(ONE_DAY, LocalDate.of(2020, 10, 1)).joined(national);
        Group before =
                Group.of(ONE_DAY, LocalDate.of(2023, 9, 29)).joined(Group.of(NATIONAL_DAY, LocalDate.of(2023, 10, 1)));

        assertThat(inside.firstOff()).isEqualTo(LocalDate.of(2020, 10, 1));
        assertThat(inside.blockDays()).isEqualTo(8);
        assertThat(inside.offFrom()).isEqualTo(LocalDate.of(2020, 9, 28));
        assertThat(inside.statutory()).hasSize(4);
        assertThat(before.firstOff()).isEqualTo(LocalDate.of(2023, 9, 29));
        assertThat(before.blockDays()).isEqualTo(9);
        assertThat(before.offFrom()).isEqualTo(LocalDate.of(2023, 9, 26));
        assertThat(before.lastStatutory()).isEqualTo(LocalDate.of(2023, 9, 29));
    }
}
