package org.complaintkit.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.complaintkit.calendar.Convention.StartDay;

/** Counts days of either kind, leaving out those on which the clock stands still. */
final class DayCount {
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final Watched calendar;
    private final boolean startIncluded;
    private final List<Standstills.Days> standstills;

    DayCount(DueQuestion q, Watched calendar, Convention convention) {
        this.calendar = calendar;
        this.startIncluded = convention.startDay() == StartDay.INCLUDED;
        this.standstills = Standstills.days(q.pauses(), q.zone());
    }

    /** The last counted day, or {@link LocalDate#MAX} if the clock stands still for ever. */
    LocalDate end(LocalDate start, int n, TermUnit unit) {
        if (n == 0) {
            return start;
        }
        LocalDate before = startIncluded ? start.minusDays(1) : start;
        if (unit == TermUnit.WORKING_DAYS) {
            return workingDays(before, n);
        }
        try {
            LocalDate end = switch (unit) {
                case WEEKS -> before.plusWeeks(n);
                case MONTHS -> months(start, n);
                case YEARS -> months(start, 12L * n);
                default -> before.plusDays(n);
            };
            return calendarDays(before, ChronoUnit.DAYS.between(before, end));
        } catch (DateTimeException e) {
            throw tooFar(n + " " + unit.english(n));
        }
    }

    /** A start day that counts ends the period one day earlier, unless the corresponding day is lacking anyway. */
    private LocalDate months(LocalDate start, long n) {
        LocalDate corresponding = start.plusMonths(n);
        boolean lacking = corresponding.getDayOfMonth() != start.getDayOfMonth();
        return startIncluded && !lacking ? corresponding.minusDays(1) : corresponding;
    }

    private LocalDate workingDays(LocalDate before, int n) {
        LocalDate cursor = before;
        int left = n;
        for (Standstills.Days still : standstills) {
            if (still.last().isAfter(cursor)) {
                if (still.after().isAfter(cursor)) {
                    if (mayFit(cursor, left, still.after())
                            && !calendar.unwatched()
                                    .plusWorkingDays(cursor, left)
                                    .isAfter(still.after())) {
                        return calendar.plusWorkingDays(cursor, left);
                    }
                    left -= (int) calendar.workingDaysBetween(
                            cursor.plusDays(1), still.after().plusDays(1));
                }
                cursor = still.last();
                if (cursor.equals(LocalDate.MAX)) {
                    return cursor;
                }
            }
        }
        return calendar.plusWorkingDays(cursor, left);
    }

    /** What cannot fit before a pause is not counted without it: that may lead out of the calendar, and the pause does not. */
    private boolean mayFit(LocalDate cursor, int left, LocalDate after) {
        WorkingCalendar days = calendar.unwatched();
        boolean covered = !cursor.isBefore(days.firstDay()) && after.isBefore(days.lastDay());
        return ChronoUnit.DAYS.between(cursor, after) >= left
                && (!covered || days.workingDaysBetween(cursor.plusDays(1), after.plusDays(1)) >= left);
    }

    private LocalDate calendarDays(LocalDate before, long n) {
        LocalDate cursor = before;
        long left = n;
        for (Standstills.Days still : standstills) {
            if (still.last().isAfter(cursor)) {
                if (still.after().isAfter(cursor)) {
                    long open = ChronoUnit.DAYS.between(cursor, still.after());
                    if (left <= open) {
                        break;
                    }
                    left -= open;
                }
                cursor = still.last();
                if (cursor.equals(LocalDate.MAX)) {
                    return cursor;
                }
            }
        }
        LocalDate end = cursor.plusDays(left);
        if (end.isAfter(LAST)) {
            throw tooFar(end.toString());
        }
        return end;
    }

    static InvalidInputException tooFar(String value) {
        return InvalidInputException.of("DAY_OUTSIDE_CALENDAR", "limit")
                .value(value)
                .rule("a limit lies not after " + LAST)
                .wayOut("choose a shorter term")
                .build();
    }
}
