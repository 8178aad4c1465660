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
import org.jspecify.annotations.Nullable;

/**
 * The law of {@link WorkingCalendar} as jqwik properties. Extend it, answer {@link #calendar()}, and the laws are your
 * tests; a calendar that covers fewer years answers {@link #days()} too.
 */
public abstract class WorkingCalendarContract {

    /** The calendar under test; the same one each time, or an equal one. */
    protected abstract WorkingCalendar calendar();

    /** The same content made into a calendar once more: another instance, as on another node or after a restart. */
    protected abstract WorkingCalendar madeAgain();

    /** Almost the same content: a calendar made like the one under test, in which at least one day is otherwise. */
    protected abstract WorkingCalendar madeOtherwise();

    /**
     * The day since which the calendar's content has been known as it is, if the host states one: then what was known
     * before is refused. Null if there is none; then nothing may count as settled a hundred years before the first day.
     */
    protected @Nullable LocalDate knownSince() {
        return null;
    }

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
        if (!described.source().isEmpty()) {
            assertThat(calendar().notice(day)).as("notice of %s", day).isEqualTo(described.source());
        }
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
    void a_day_outside_the_calendar_is_not_settled() {
        LocalDate before = calendar().firstDay().minusDays(1);
        LocalDate after = calendar().lastDay().plusDays(1);
        for (LocalDate[] range : new LocalDate[][] {
            {before, before}, {before, calendar().firstDay()}, {calendar().lastDay(), after}, {after, after}
        }) {
            assertThat(calendar().certainty(range[0], range[1]))
                    .as("%s to %s", range[0], range[1])
                    .isEqualTo(Certainty.PROVISIONAL);
        }
    }

    @Property(tries = 200)
    void what_nobody_knew_yet_is_refused_or_not_settled(
            @ForAll("days") LocalDate day, @ForAll @IntRange(min = 1, max = 20_000) int earlier) {
        LocalDate since = knownSince();
        if (since == null) {
            WorkingCalendar state = knownOn(calendar().firstDay().minusYears(100));
            assertThat(state != null && isSettled(state, day))
                    .as("%s settled a century before the calendar begins", day)
                    .isFalse();
        } else {
            assertThat(knownOn(since)).as("known on %s", since).isNotNull();
            assertThat(knownOn(since.minusDays(earlier)))
                    .as("known on %s, before %s", since.minusDays(earlier), since)
                    .isNull();
        }
    }

    @Example
    void equal_content_has_equal_version_and_other_content_another() {
        assertThat(madeAgain()).isNotSameAs(calendar());
        assertThat(madeAgain().version())
                .isEqualTo(calendar().version())
                .startsWith(calendar().id());
        assertThat(madeOtherwise().id()).isEqualTo(calendar().id());
        assertThat(madeOtherwise().version()).isNotEqualTo(calendar().version());
    }

    @Property
    void equal_content_gives_equal_answers(@ForAll("days") LocalDate day, @ForAll @IntRange(max = 250) int n) {
        assertThat(madeAgain().plusWorkingDays(day, n)).isEqualTo(calendar().plusWorkingDays(day, n));
        assertThat(madeAgain().day(day)).isEqualTo(calendar().day(day));
    }

    @Property
    void one_working_day_more_is_a_later_day(@ForAll("days") LocalDate day, @ForAll @IntRange(max = 249) int n) {
        assertThat(calendar().plusWorkingDays(day, n + 1)).isAfter(calendar().plusWorkingDays(day, n));
    }

    @Property
    void a_longer_range_has_no_fewer_working_days(
            @ForAll("days") LocalDate a, @ForAll("days") LocalDate b, @ForAll @IntRange(max = 60) int longer) {
        LocalDate from = a.isBefore(b) ? a : b;
        LocalDate to = a.isBefore(b) ? b : a;
        assertThat(calendar().workingDaysBetween(from, to.plusDays(longer)))
                .isBetween(calendar().workingDaysBetween(from, to), calendar().workingDaysBetween(from, to) + longer);
    }

    @Property(tries = 2_000)
    void what_was_settled_once_is_settled_later(
            @ForAll("days") LocalDate a, @ForAll("days") LocalDate b, @ForAll("days") LocalDate day) {
        WorkingCalendar before = knownOn(a.isBefore(b) ? a : b);
        WorkingCalendar after = knownOn(a.isBefore(b) ? b : a);
        if (before != null && after != null && isSettled(before, day)) {
            assertThat(isSettled(after, day))
                    .as("%s, known on %s and on %s", day, a, b)
                    .isTrue();
        }
        if (after != null && isSettled(after, day)) {
            assertThat(isSettled(calendar(), day))
                    .as("%s, known on %s and now", day, a)
                    .isTrue();
        }
    }

    @Property(tries = 2_000)
    void to_know_less_of_an_earlier_state_is_to_know_that_state(
            @ForAll("days") LocalDate a, @ForAll("days") LocalDate b, @ForAll("days") LocalDate day) {
        LocalDate first = a.isBefore(b) ? a : b;
        WorkingCalendar early = knownOn(first);
        WorkingCalendar late = knownOn(a.isBefore(b) ? b : a);
        if (early != null && late != null) {
            assertThat(early.id()).isEqualTo(calendar().id());
            assertThat(late.asOf(first).version()).isEqualTo(early.version());
            assertThat(early.asOf(first).version()).isEqualTo(early.version());
            if (!day.isBefore(early.firstDay())) {
                assertThat(late.asOf(first).day(day)).isEqualTo(early.day(day));
            }
        }
    }

    @Property(tries = 2_000)
    void an_earlier_state_is_refused_with_its_reason_or_keeps_the_law(
            @ForAll("days") LocalDate known,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(min = 1, max = 250) int n) {
        WorkingCalendar state = knownOn(known);
        if (state != null && !day.isBefore(state.firstDay())) {
            LocalDate end = state.plusWorkingDays(day, n);
            assertThat(state.workingDaysBetween(day.plusDays(1), end.plusDays(1)))
                    .isEqualTo(n);
            assertThat(state.isWorkingDay(end)).isTrue();
        }
    }

    /** Null where the calendar has no record of what was known then. */
    private @Nullable WorkingCalendar knownOn(LocalDate day) {
        try {
            return calendar().asOf(day);
        } catch (InvalidInputException e) {
            assertThat(e.code()).isEqualTo("CALENDAR_HISTORY_UNKNOWN");
            return null;
        }
    }

    private static boolean isSettled(WorkingCalendar calendar, LocalDate day) {
        return !day.isBefore(calendar.firstDay()) && calendar.certainty(day, day) == Certainty.OFFICIAL;
    }
}
