package org.complaintkit.calendar.check;

import java.time.LocalDate;
import org.complaintkit.calendar.DateRule;

/** Finds dates by walking, for a {@link ProofChecker}. */
final class CheckedDates {
    private CheckedDates() {}

    /** The date that a rule names from a start day. */
    static LocalDate named(DateRule rule, LocalDate start) {
        if (rule instanceof DateRule.Given given) {
            return given.date();
        }
        LocalDate day = start;
        if (rule instanceof DateRule.DayOfYear yearly) {
            while (day.getMonth() != yearly.month() || !isDay(day, yearly.day())) {
                day = CheckedCalendar.inRange(day.plusDays(1));
            }
            return day;
        }
        if (rule instanceof DateRule.CycleEnd cycle) {
            for (int closed = 0; closed <= cycle.cycles(); closed++) {
                day = closed == 0 ? day : CheckedCalendar.inRange(day.plusDays(1));
                while (!isDay(day, cycle.closingDay())) {
                    day = CheckedCalendar.inRange(day.plusDays(1));
                }
            }
            return day;
        }
        DateRule.DayOfMonth monthly = (DateRule.DayOfMonth) rule;
        int ahead = monthly.monthsAhead();
        if (ahead >= 0) {
            while (day.getDayOfMonth() > 1) {
                day = day.minusDays(1);
            }
            for (int passed = 0; passed < ahead; passed += day.getDayOfMonth() == 1 ? 1 : 0) {
                day = CheckedCalendar.inRange(day.plusDays(1));
            }
        }
        while (!isDay(day, monthly.day())) {
            day = CheckedCalendar.inRange(day.plusDays(1));
        }
        return day;
    }

    /** How many days a period of months has from a start day that counts or not. */
    static long days(LocalDate start, long months, boolean startCounts) {
        LocalDate day = start;
        long days = 0;
        long passed = 0;
        while (passed < months || !isDay(day, start.getDayOfMonth())) {
            day = CheckedCalendar.inRange(day.plusDays(1));
            days++;
            passed += day.getDayOfMonth() == 1 ? 1 : 0;
        }
        boolean lacking = day.getDayOfMonth() < start.getDayOfMonth();
        return startCounts && lacking ? days + 1 : days;
    }

    /** Whether this is the day of the month with a number, or the last one of a month that is too short. */
    private static boolean isDay(LocalDate day, int number) {
        boolean last = day.plusDays(1).getDayOfMonth() == 1;
        return day.getDayOfMonth() == number || (last && day.getDayOfMonth() < number);
    }
}
