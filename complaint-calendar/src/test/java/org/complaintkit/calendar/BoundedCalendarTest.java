package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From Friday 1 May 2026 on nothing is settled; Monday 4 May is listed off. */
class BoundedCalendarTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 5, 4);
    private static final LocalDate SATURDAY = MONDAY.plusDays(5);

    private static WorkingCalendar calendar(int moreOff, int fewerOff) {
        return TableCalendar.of(CalendarSheet.named("OWN")
                .holiday(MONDAY)
                .knownThrough(LocalDate.of(2026, 4, 30))
                .surprises(moreOff, fewerOff, "")
                .build());
    }

    private static long days(WorkingCalendar calendar, Scenario scenario, LocalDate from, LocalDate to) {
        return calendar.scenario(scenario).workingDaysBetween(from, to);
    }

    @Test
    void one_day_more_may_be_off_in_a_stretch() {
        WorkingCalendar calendar = calendar(1, 0);
        LocalDate tuesday = MONDAY.plusDays(1);

        assertThat(days(calendar, Scenario.LATEST, tuesday, tuesday.plusDays(2)))
                .isEqualTo(1);
        assertThat(days(calendar, Scenario.EARLIEST, tuesday, tuesday.plusDays(2)))
                .isEqualTo(2);
        assertThat(days(calendar, Scenario.LATEST, tuesday, tuesday)).isZero();
        assertThat(days(calendar, Scenario.LATEST, LocalDate.of(2026, 4, 30), tuesday))
                .isEqualTo(1);
    }

    @Test
    void one_day_that_is_listed_off_may_be_worked() {
        WorkingCalendar calendar = calendar(0, 1);

        assertThat(days(calendar, Scenario.EARLIEST, MONDAY, MONDAY.plusDays(1)))
                .isEqualTo(1);
        assertThat(days(calendar, Scenario.EARLIEST, MONDAY, MONDAY.plusDays(2)))
                .isEqualTo(2);
        assertThat(days(calendar, Scenario.EARLIEST, MONDAY.plusDays(1), MONDAY.plusDays(3)))
                .isEqualTo(2);
        assertThat(days(calendar, Scenario.LATEST, MONDAY, MONDAY.plusDays(2))).isEqualTo(1);
    }

    @Test
    void a_day_can_be_read_in_every_way_that_a_schedule_may_set_it() {
        WorkingCalendar calendar = TableCalendar.of(CalendarSheet.named("OWN")
                .holiday(MONDAY)
                .makeUp(SATURDAY)
                .knownThrough(LocalDate.of(2026, 4, 30))
                .surprises(1, 1, "")
                .build());

        assertThat(kinds(calendar, MONDAY))
                .containsExactly(DayKind.ORDINARY, DayKind.MAKE_UP, DayKind.WEEKEND, DayKind.HOLIDAY);
        assertThat(kinds(calendar, MONDAY.plusDays(1))).containsExactly(DayKind.ORDINARY, DayKind.HOLIDAY);
        assertThat(kinds(calendar, SATURDAY)).containsExactly(DayKind.MAKE_UP, DayKind.WEEKEND, DayKind.HOLIDAY);
        assertThat(kinds(calendar, SATURDAY.plusDays(1)))
                .containsExactly(DayKind.MAKE_UP, DayKind.WEEKEND, DayKind.HOLIDAY);
        assertThat(kinds(calendar, LocalDate.of(2026, 4, 30))).containsExactly(DayKind.ORDINARY);
    }

    private static List<DayKind> kinds(WorkingCalendar calendar, LocalDate day) {
        return ((BoundedCalendar) calendar.scenario(Scenario.EARLIEST))
                .readings(day).stream().map(CalendarDay::kind).toList();
    }

    @Test
    void a_reading_says_what_its_calendar_says_of_itself() {
        WorkingCalendar calendar = calendar(1, 1);
        WorkingCalendar early = calendar.scenario(Scenario.EARLIEST);

        assertThat(early.assumption()).isEqualTo(calendar.assumption()).isNotEmpty();
        assertThat(early.assumption(MONDAY)).isEqualTo(calendar.assumption(MONDAY));
        assertThat(early.id()).isEqualTo("OWN");
        assertThat(early.notice(MONDAY)).isEqualTo(calendar.notice(MONDAY));
        assertThat(early.scenario(Scenario.EARLIEST)).isSameAs(early);
        assertThat(early.scenario(Scenario.LIKELY)).isSameAs(calendar);
        assertThat(early).hasToString(calendar + " EARLIEST");
    }
}
