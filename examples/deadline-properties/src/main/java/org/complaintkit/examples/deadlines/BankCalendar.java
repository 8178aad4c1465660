package org.complaintkit.examples.deadlines;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.calendar.CalendarDay;
import org.complaintkit.calendar.Certainty;
import org.complaintkit.calendar.DayKind;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.calendar.Scenario;
import org.complaintkit.calendar.WorkingCalendar;

/**
 * The calendar of a bank that is open on Saturdays: Sundays and a list of holidays are off. The bank decides all days of
 * 2005 to 2030 at once, on a day that it states. Immutable.
 */
public class BankCalendar implements WorkingCalendar {
    private static final LocalDate FIRST = LocalDate.of(2005, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2030, 12, 31);

    private final Set<LocalDate> holidays;
    private final LocalDate statedOn;

    /**
     * A bank closed on Sundays and the given days.
     *
     * @param statedOn the day on which the bank decided so; what it had in mind before is not on record
     */
    public BankCalendar(Set<LocalDate> holidays, LocalDate statedOn) {
        this.holidays = Set.copyOf(holidays);
        this.statedOn = statedOn;
    }

    @Override
    public String id() {
        return "BANK";
    }

    @Override
    public String version() {
        // A hash code would give two banks one version; the days themselves do not.
        return "BANK-" + statedOn + new TreeSet<>(holidays);
    }

    @Override
    public LocalDate firstDay() {
        return FIRST;
    }

    @Override
    public LocalDate lastDay() {
        return LAST;
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return covered(day).getDayOfWeek() != DayOfWeek.SUNDAY && !holidays.contains(day);
    }

    @Override
    public LocalDate plusWorkingDays(LocalDate day, int n) {
        LocalDate end = covered(day);
        for (int left = Math.abs(n); left > 0; ) {
            end = end.plusDays(Integer.signum(n));
            left -= isWorkingDay(end) ? 1 : 0;
        }
        return end;
    }

    @Override
    public long workingDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw InvalidInputException.of("RANGE_REVERSED", "range of days")
                    .value(from + ".." + to)
                    .rule("the first day must not be after the second")
                    .wayOut("swap the two days")
                    .build();
        }
        return from.datesUntil(to).filter(this::isWorkingDay).count();
    }

    @Override
    public CalendarDay day(LocalDate day) {
        boolean working = isWorkingDay(day);
        DayKind kind = DayKind.ORDINARY;
        if (!working) {
            kind = holidays.contains(day) ? DayKind.HOLIDAY : DayKind.WEEKEND;
        }
        return new CalendarDay(day, working, kind, "", "", Certainty.OFFICIAL);
    }

    @Override
    public Certainty certainty(LocalDate from, LocalDate to) {
        return isCovered(from) && isCovered(to) ? Certainty.OFFICIAL : Certainty.PROVISIONAL;
    }

    @Override
    public WorkingCalendar asOf(LocalDate knowledgeDay) {
        if (knowledgeDay.isBefore(statedOn)) {
            throw InvalidInputException.of("CALENDAR_HISTORY_UNKNOWN", "state of knowledge of calendar BANK")
                    .value(knowledgeDay)
                    .rule("what was known before " + statedOn + " is not on record")
                    .wayOut("ask about a later day of knowledge")
                    .build();
        }
        return this;
    }

    @Override
    public WorkingCalendar scenario(Scenario scenario) {
        return this;
    }

    @Override
    public String assumption() {
        return "The bank decides its own days.";
    }

    private static boolean isCovered(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    private static LocalDate covered(LocalDate day) {
        if (!isCovered(day)) {
            throw InvalidInputException.of("DAY_OUTSIDE_CALENDAR", "day in calendar BANK")
                    .value(day)
                    .rule("the calendar covers " + FIRST + " to " + LAST)
                    .wayOut("ask about another day")
                    .build();
        }
        return day;
    }
}
