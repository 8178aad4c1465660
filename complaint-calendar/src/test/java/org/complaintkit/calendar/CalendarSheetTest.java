package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.complaintkit.calendar.DayBounds.Reading;
import org.junit.jupiter.api.Test;

/** What a sheet says, and what it lets one expect of the days that it does not settle. */
class CalendarSheetTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate SATURDAY = FRIDAY.plusDays(1);

    /** 2025 has three weekdays off and one weekend day worked; of 2026 two weekdays off are listed and not settled. */
    private static CalendarSheet.Builder sheet() {
        return CalendarSheet.named("OWN")
                .holiday(LocalDate.of(2025, 1, 1))
                .holiday(LocalDate.of(2025, 5, 1))
                .holiday(LocalDate.of(2025, 5, 2))
                .holiday(LocalDate.of(2025, 5, 3))
                .makeUp(LocalDate.of(2025, 4, 27))
                .holiday(FRIDAY)
                .holiday(FRIDAY.plusDays(3))
                .knownThrough(LocalDate.of(2025, 12, 31));
    }

    @Test
    void what_the_settled_years_list_may_turn_up_on_other_days() {
        CalendarSheet sheet = sheet().build();

        assertThat(sheet.moreDaysOff()).as("weekdays off in 2025").isEqualTo(3);
        assertThat(sheet.fewerDaysOff()).as("one made up, two only expected").isEqualTo(3);
        assertThat(sheet.unlistedDaysOff()).isZero();
        assertThat(sheet.basis()).isEmpty();
    }

    @Test
    void a_number_that_is_given_is_taken_and_years_without_a_list_have_what_the_fullest_one_had() {
        CalendarSheet none = sheet().surprises(0, 0, "the law is final").build();
        assertThat(none.moreDaysOff()).isZero();
        assertThat(none.fewerDaysOff()).isZero();
        assertThat(none.unlistedDaysOff()).isEqualTo(3);
        assertThat(none.basis()).isEqualTo("the law is final");

        CalendarSheet all = sheet().surprises(366, 366, "").build();
        assertThat(all.moreDaysOff()).isEqualTo(366);
        assertThat(all.fewerDaysOff()).isEqualTo(366);
        for (int[] wrong : new int[][] {{-1, 0}, {0, -1}, {367, 0}, {0, 367}}) {
            assertThatThrownBy(() -> sheet().surprises(wrong[0], wrong[1], ""))
                    .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                        assertThat(e.code()).isEqualTo("SURPRISES_OUT_OF_RANGE");
                        assertThat(e.value()).isEqualTo(wrong[0] + ", " + wrong[1]);
                    });
        }
    }

    @Test
    void a_sheet_without_experience_allows_for_thirty_days_and_settles_none() {
        CalendarSheet empty =
                CalendarSheet.named("OWN").knownFrom(LocalDate.of(2026, 1, 1)).build();

        assertThat(empty.moreDaysOff()).isEqualTo(30);
        assertThat(empty.fewerDaysOff()).isZero();
        assertThat(empty.knownThrough()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(sheet().build().knownThrough()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(CalendarSheet.named("OWN").holiday(FRIDAY).build().knownThrough())
                .isEqualTo(LocalDate.of(2026, 12, 31));
    }

    @Test
    void a_span_rests_if_each_of_its_days_does() {
        CalendarSheet.Builder sheet = CalendarSheet.named("OWN");
        assertThat(sheet.rests(SATURDAY, SATURDAY.plusDays(2))).isTrue();
        assertThat(sheet.rests(SATURDAY, SATURDAY.plusDays(3))).isFalse();
        assertThat(sheet.weekend(List.of(DayOfWeek.MONDAY)).rests(SATURDAY, SATURDAY.plusDays(1)))
                .isFalse();
    }

    @Test
    void the_first_known_day_lies_among_the_supported_ones() {
        assertThat(CalendarSheet.named("OWN").knownFrom(AllDays.LAST).build().knownFrom())
                .isEqualTo(AllDays.LAST);
        for (LocalDate wrong : List.of(AllDays.FIRST.minusDays(1), AllDays.LAST.plusDays(1))) {
            assertThatThrownBy(() -> CalendarSheet.named("OWN").knownFrom(wrong).build())
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            e -> assertThat(e.code()).isEqualTo("DAY_OUTSIDE_CALENDAR"));
        }
    }

    /** After 30 April: Friday is listed off, the Saturday after it made up, and nobody says which days are special. */
    @Test
    void without_a_law_any_weekday_may_be_off_and_any_day_worked_once_weekend_days_have_been() {
        CalendarSheet.Builder own = CalendarSheet.named("OWN").holiday(FRIDAY).knownThrough(FRIDAY.minusDays(1));
        DayBounds weekdays = bounds(own.surprises(1, 1, "").build());
        DayBounds madeUp = bounds(own.makeUp(SATURDAY).build());

        for (int day = 0; day < 10; day++) {
            LocalDate date = FRIDAY.plusDays(day);
            boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
            assertThat(has(weekdays, Reading.POSSIBLE, date)).isEqualTo(!weekend);
            assertThat(has(weekdays, Reading.UPPER, date)).isEqualTo(day > 0 && !weekend);
            assertThat(has(weekdays, Reading.LOWER, date)).isEqualTo(day > 0 && !weekend);
            assertThat(has(madeUp, Reading.POSSIBLE, date)).isTrue();
            for (DayBounds bounds : List.of(weekdays, madeUp)) {
                assertThat(has(bounds, Reading.SURE, date)).isFalse();
                assertThat(has(bounds, Reading.HOLIDAY, date)).isTrue();
            }
        }
        LocalDate settled = FRIDAY.minusDays(1);
        assertThat(has(madeUp, Reading.SURE, settled)).isTrue();
        assertThat(has(madeUp, Reading.HOLIDAY, settled)).isTrue();
        assertThat(has(madeUp, Reading.POSSIBLE, settled.minusDays(4)))
                .as("a Sunday")
                .isFalse();
    }

    @Test
    void where_nothing_can_be_off_or_worked_that_is_not_listed_each_day_is_sure() {
        // A weekday that is listed as worked is experience too: of a year in which no day was off.
        CalendarSheet.Builder own = CalendarSheet.named("OWN")
                .makeUp(FRIDAY.minusDays(1))
                .makeUp(SATURDAY)
                .knownThrough(FRIDAY.minusDays(1))
                .surprises(0, 0, "");
        DayBounds sure = bounds(own.build());
        DayBounds open = bounds(own.holiday(FRIDAY.minusDays(2)).build());

        assertThat(has(sure, Reading.SURE, FRIDAY)).isTrue();
        assertThat(has(sure, Reading.SURE, SATURDAY)).isTrue();
        assertThat(has(sure, Reading.SURE, SATURDAY.plusDays(1))).isFalse();
        assertThat(has(sure, Reading.POSSIBLE, SATURDAY.plusDays(1))).isFalse();
        assertThat(has(sure, Reading.HOLIDAY, FRIDAY)).isFalse();
        assertThat(has(open, Reading.SURE, SATURDAY))
                .as("a later year may have a day off")
                .isFalse();
    }

    /** A law by which Friday 1 May is off and the days beside it may be moved; Saturday is set by a notice. */
    @Test
    void a_law_says_which_days_may_be_moved_unless_a_notice_has_set_them() {
        CalendarSheet.Builder own =
                CalendarSheet.named("OWN").knownThrough(FRIDAY.minusDays(10)).forecast(new Law());
        DayBounds open = bounds(own.build());
        DayBounds listed = bounds(own.makeUp(SATURDAY).build());

        assertThat(has(open, Reading.POSSIBLE, SATURDAY))
                .as("the law lets it be worked")
                .isTrue();
        assertThat(has(open, Reading.SURE, SATURDAY)).isFalse();
        assertThat(has(listed, Reading.SURE, SATURDAY))
                .as("a notice has set it")
                .isTrue();
        assertThat(has(open, Reading.POSSIBLE, SATURDAY.plusDays(1))).isFalse();
        assertThat(has(open, Reading.SURE, FRIDAY.minusDays(1)))
                .as("may be off")
                .isFalse();
        assertThat(has(open, Reading.HOLIDAY, FRIDAY.minusDays(1))).isTrue();
        assertThat(has(open, Reading.SURE, FRIDAY.minusDays(2)))
                .as("a Wednesday that nobody moves")
                .isTrue();
        assertThat(has(open, Reading.HOLIDAY, FRIDAY.minusDays(2))).isFalse();
        assertThat(has(open, Reading.SURE, SATURDAY.plusDays(7)))
                .as("a weekend day")
                .isFalse();
        assertThat(has(open, Reading.POSSIBLE, SATURDAY.plusDays(7))).isFalse();
        assertThat(open.surprised(epoch(FRIDAY), epoch(FRIDAY) + 1000)).isZero();
    }

    private static DayBounds bounds(CalendarSheet sheet) {
        return ((BoundedCalendar) TableCalendar.of(sheet).scenario(Scenario.EARLIEST)).bounds();
    }

    private static boolean has(DayBounds bounds, Reading reading, LocalDate day) {
        return bounds.has(reading, epoch(day));
    }

    private static int epoch(LocalDate day) {
        return (int) day.toEpochDay();
    }

    private record Law() implements HolidayForecast {
        @Override
        public String id() {
            return "own-law";
        }

        @Override
        public String assumption() {
            return "a law of the test";
        }

        @Override
        public boolean isWorkingDay(LocalDate day, Scenario scenario) {
            return !day.equals(FRIDAY) && day.getDayOfWeek().getValue() < 6;
        }

        @Override
        public boolean mayBeWorked(LocalDate day) {
            return day.equals(SATURDAY) || day.getDayOfWeek().getValue() < 6;
        }

        @Override
        public boolean mayBeOff(LocalDate day) {
            return Math.abs(day.toEpochDay() - FRIDAY.toEpochDay()) <= 1;
        }

        @Override
        public String name(LocalDate day) {
            return "";
        }
    }
}
