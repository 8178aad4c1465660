package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of counting; how often each is tried says junit-platform.properties, and the profile {@code million}. */
class WorkingDayProperties {
    @Provide
    Arbitrary<WorkingCalendar> calendars() {
        return Laws.calendars();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Laws.days();
    }

    @Property
    void the_working_days_after_a_day_up_to_the_nth_are_n(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(min = 1, max = 400) int n) {
        LocalDate end = calendar.plusWorkingDays(day, n);
        assertThat(calendar.workingDaysBetween(day.plusDays(1), end.plusDays(1)))
                .isEqualTo(n);
    }

    @Property
    void the_working_days_before_a_day_back_to_the_nth_are_n(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(min = 1, max = 400) int n) {
        if (calendar.workingDaysBetween(calendar.firstDay(), day) >= n) {
            LocalDate end = calendar.plusWorkingDays(day, -n);
            assertThat(calendar.workingDaysBetween(end, day)).isEqualTo(n);
        }
    }

    @Property
    void adding_lands_on_a_working_day(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(min = 1, max = 400) int n) {
        assertThat(calendar.isWorkingDay(calendar.plusWorkingDays(day, n))).isTrue();
    }

    @Property
    void adding_is_monotone_in_the_day(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("days") LocalDate a,
            @ForAll("days") LocalDate b,
            @ForAll @IntRange(max = 400) int n) {
        LocalDate first = a.isBefore(b) ? a : b;
        LocalDate second = a.isBefore(b) ? b : a;
        assertThat(calendar.plusWorkingDays(first, n)).isBeforeOrEqualTo(calendar.plusWorkingDays(second, n));
    }

    @Property
    void one_more_is_strictly_later(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(max = 400) int n) {
        assertThat(calendar.plusWorkingDays(day, n + 1)).isAfter(calendar.plusWorkingDays(day, n));
    }

    @Property
    void adding_and_then_subtracting_leads_back_to_a_working_day(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(max = 400) int n) {
        LocalDate start = calendar.nextOrSame(day);
        assertThat(calendar.plusWorkingDays(calendar.plusWorkingDays(start, n), -n))
                .isEqualTo(start);
    }

    @Property
    void adding_in_two_steps_is_adding_at_once(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(max = 200) int n,
            @ForAll @IntRange(max = 200) int m) {
        assertThat(calendar.plusWorkingDays(calendar.plusWorkingDays(day, n), m))
                .isEqualTo(calendar.plusWorkingDays(day, n + m));
    }

    @Property
    void counts_of_neighbouring_ranges_add_up(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("days") LocalDate a,
            @ForAll("days") LocalDate b,
            @ForAll("days") LocalDate c) {
        LocalDate[] days = {a, b, c};
        java.util.Arrays.sort(days);
        assertThat(calendar.workingDaysBetween(days[0], days[2]))
                .isEqualTo(
                        calendar.workingDaysBetween(days[0], days[1]) + calendar.workingDaysBetween(days[1], days[2]));
    }

    @Property
    void a_range_of_one_day_counts_whether_it_is_worked(
            @ForAll("calendars") WorkingCalendar calendar, @ForAll("days") LocalDate day) {
        assertThat(calendar.workingDaysBetween(day, day.plusDays(1))).isEqualTo(calendar.isWorkingDay(day) ? 1 : 0);
    }

    @Property
    void next_is_the_first_working_day_after_and_previous_the_last_before(
            @ForAll("calendars") WorkingCalendar calendar, @ForAll("days") LocalDate day) {
        LocalDate next = calendar.next(day);
        assertThat(calendar.isWorkingDay(next)).isTrue();
        assertThat(calendar.workingDaysBetween(day.plusDays(1), next)).isZero();
        assertThat(calendar.nextOrSame(day)).isEqualTo(calendar.isWorkingDay(day) ? day : next);
        if (calendar.workingDaysBetween(calendar.firstDay(), day) > 0) {
            LocalDate previous = calendar.previous(day);
            assertThat(calendar.workingDaysBetween(previous, day)).isEqualTo(1);
            assertThat(calendar.previousOrSame(day)).isEqualTo(calendar.isWorkingDay(day) ? day : previous);
        }
    }

    @Property
    void the_description_of_a_day_agrees_with_the_answer(
            @ForAll("calendars") WorkingCalendar calendar, @ForAll("days") LocalDate day) {
        CalendarDay described = calendar.day(day);
        assertThat(described.working()).isEqualTo(calendar.isWorkingDay(day));
        assertThat(described.kind().isWorking()).isEqualTo(described.working());
        assertThat(described.certainty()).isEqualTo(calendar.certainty(day, day));
    }

    @Property
    void an_uncertain_day_makes_every_range_around_it_uncertain(
            @ForAll("calendars") WorkingCalendar calendar, @ForAll("days") LocalDate a, @ForAll("days") LocalDate b) {
        Certainty one = calendar.certainty(a, a);
        Certainty both = calendar.certainty(a, b);
        assertThat(both).isEqualTo(calendar.certainty(b, a));
        if (one == Certainty.PROVISIONAL) {
            assertThat(both).isEqualTo(Certainty.PROVISIONAL);
        }
    }

    @Property
    void the_scenarios_bracket_the_likely_answer(@ForAll("days") LocalDate day, @ForAll @IntRange(max = 400) int n) {
        LocalDate likely = Laws.CN.plusWorkingDays(day, n);
        assertThat(Laws.CN.scenario(Scenario.EARLIEST).plusWorkingDays(day, n)).isBeforeOrEqualTo(likely);
        assertThat(Laws.CN.scenario(Scenario.LATEST).plusWorkingDays(day, n)).isAfterOrEqualTo(likely);
    }
}
