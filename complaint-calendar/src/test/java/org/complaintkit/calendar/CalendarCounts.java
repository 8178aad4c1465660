package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

/** What any calendar that was read must do: its first weeks, counted in one step, are the days that it calls worked. */
final class CalendarCounts {
    private static final int DAYS = 400;

    private CalendarCounts() {}

    static void agree(WorkingCalendar calendar) {
        LocalDate first = calendar.firstDay();
        LocalDate end = calendar.lastDay();
        end = end.isBefore(first.plusDays(DAYS)) ? end : first.plusDays(DAYS);
        long worked = first.datesUntil(end).filter(calendar::isWorkingDay).count();
        assertThat(calendar.workingDaysBetween(first, end)).isEqualTo(worked);
    }
}
