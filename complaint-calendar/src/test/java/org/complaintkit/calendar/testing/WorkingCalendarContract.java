package org.complaintkit.calendar.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.complaintkit.calendar.CalendarDay;
import org.complaintkit.calendar.Certainty;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.calendar.Scenario;
import org.complaintkit.calendar.WorkingCalendar;

/**
 * The law of {@link WorkingCalendar} as jqwik properties. Extend it, answer {@link #calendar()}, and the laws are your
 * tests; a calendar that covers fewer years answers {@link #days()} too.
 */
public abstract class WorkingCalendarContract {

    /** The calendar under test; the same one each time, or an equal one. */
    protected abstract WorkingCalendar calendar();

    /** Days to ask about; every day must leave room for 250 working days on both sides. */
    @Provide
    protected Arbitrary<LocalDate> days() {
        return CalendarArbitraries.days(LocalDate.of(2010, 1, 1), LocalDate.of(2025, 12, 31));
    }

    @Property
    void the_working_days_after_a_day_up_to_the_nth_are_n(
            @ForAll("days") LocalDate day, @ForAll @IntRange(min = 1, max = 250) int n) {
        LocalDate end = calendar().plusWorkingDays(day, n);
        assertThat(calendar().workingDaysBetween(day.plusDays(1), end.plusDays(1)))
                .as("working days after %s up to %s, the %d. one", day, end, n)
                .isEqualTo(n);
    }

    @Property
    void the_working_days_from_the_nth_before_a_day_are_n(
            @ForAll("days") LocalDate day, @ForAll @IntRange(min = 1, max = 250) int n) {
        LocalDate end = calendar().plusWorkingDays(day, -n);
        assertThat(calendar().workingDaysBetween(end, day)).isEqualTo(n);
    }

    @Property
    void adding_lands_on_a_working_day(@ForAll("days") LocalDate day, @ForAll @IntRange(min = 1, max = 250) int n) {
        assertThat(calendar().isWorkingDay(calendar().plusWorkingDays(day, n)))
                .as("%d working days after %s", n, day)
                .isTrue();
    }

    @Property
    void adding_nothing_changes_nothing(@ForAll("days") LocalDate day) {
        assertThat(calendar().plusWorkingDays(day, 0)).isEqualTo(day);
    }

    @Property
    void adding_is_monotone(
            @ForAll("days") LocalDate a, @ForAll("days") LocalDate b, @ForAll @IntRange(max = 250) int n) {
        LocalDate first = a.isBefore(b) ? a : b;
        LocalDate second = a.isBefore(b) ? b : a;
        assertThat(calendar().plusWorkingDays(first, n))
                .isBeforeOrEqualTo(calendar().plusWorkingDays(second, n));
    }

    @Property
    void subtracting_undoes_adding_on_a_working_day(@ForAll("days") LocalDate day, @ForAll @IntRange(max = 250) int n) {
        LocalDate start = calendar().nextOrSame(day);
        assertThat(calendar().plusWorkingDays(calendar().plusWorkingDays(start, n), -n))
                .isEqualTo(start);
    }

    @Property
    void neighbouring_ranges_add_up(
            @ForAll("days") LocalDate a, @ForAll("days") LocalDate b, @ForAll("days") LocalDate c) {
        LocalDate[] days = {a, b, c};
        java.util.Arrays.sort(days);
        assertThat(calendar().workingDaysBetween(days[0], days[2]))
                .isEqualTo(calendar().workingDaysBetween(days[0], days[1])
                        + calendar().workingDaysBetween(days[1], days[2]));
    }

    @Property
    void a_range_of_one_day_counts_whether_it_is_worked(@ForAll("days") LocalDate day) {
        assertThat(calendar().workingDaysBetween(day, day.plusDays(1)))
                .isEqualTo(calendar().isWorkingDay(day) ? 1 : 0);
    }

    @Property
    void next_and_previous_are_the_nearest_working_days(@ForAll("days") LocalDate day) {
        assertThat(calendar().next(day)).isEqualTo(calendar().plusWorkingDays(day, 1));
        assertThat(calendar().previous(day)).isEqualTo(calendar().plusWorkingDays(day, -1));
        boolean worked = calendar().isWorkingDay(day);
        assertThat(calendar().nextOrSame(day))
                .isEqualTo(worked ? day : calendar().next(day));
        assertThat(calendar().previousOrSame(day))
                .isEqualTo(worked ? day : calendar().previous(day));
    }

    @Property
    void the_description_of_a_day_agrees_with_the_answer(@ForAll("days") LocalDate day) {
        CalendarDay described = calendar().day(day);
        assertThat(described.date()).isEqualTo(day);
        assertThat(described.working()).isEqualTo(calendar().isWorkingDay(day));
        assertThat(described.kind().isWorking()).isEqualTo(described.working());
        assertThat(described.certainty()).isEqualTo(calendar().certainty(day, day));
    }

    @Property
    void an_uncertain_day_makes_every_range_around_it_uncertain(
            @ForAll("days") LocalDate a, @ForAll("days") LocalDate b) {
        assertThat(calendar().certainty(a, b)).isEqualTo(calendar().certainty(b, a));
        if (calendar().certainty(a, a) == Certainty.PROVISIONAL) {
            assertThat(calendar().certainty(a, b)).isEqualTo(Certainty.PROVISIONAL);
        }
    }

    @Property
    void the_scenarios_bracket_the_likely_answer(
            @ForAll("days") LocalDate day, @ForAll @IntRange(min = 1, max = 250) int n) {
        LocalDate likely = calendar().plusWorkingDays(day, n);
        assertThat(calendar().scenario(Scenario.EARLIEST).plusWorkingDays(day, n))
                .isBeforeOrEqualTo(likely);
        assertThat(calendar().scenario(Scenario.LATEST).plusWorkingDays(day, n)).isAfterOrEqualTo(likely);
    }

    @Property(tries = 50)
    void a_reversed_range_is_refused(@ForAll("days") LocalDate day, @ForAll @IntRange(min = 1, max = 3) int distance) {
        assertThatThrownBy(() -> calendar().workingDaysBetween(day, day.minusDays(distance)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Example
    void a_day_outside_the_calendar_is_refused() {
        assertThatThrownBy(() -> calendar().isWorkingDay(calendar().firstDay().minusDays(1)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> calendar().isWorkingDay(calendar().lastDay().plusDays(1)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Example
    void equal_content_has_equal_version() {
        assertThat(calendar().version())
                .isEqualTo(calendar().version())
                .startsWith(calendar().id());
    }
}
