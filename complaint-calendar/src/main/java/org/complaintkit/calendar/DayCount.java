package org.complaintkit.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.complaintkit.calendar.Convention.StartDay;

/** Counts days of either kind, leaving out those on which the clock stands still. */
final class DayCount {
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final WorkingCalendar calendar;
    private final boolean startIncluded;
    private final List<Standstills.Days> standstills;

    DayCount(DueQuestion q, WorkingCalendar calendar, Convention convention) {
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
                case MONTHS -> start.plusMonths(n).minusDays(startIncluded ? 1 : 0);
                case YEARS -> start.plusYears(n).minusDays(startIncluded ? 1 : 0);
                default -> before.plusDays(n);
            };
            return calendarDays(before, ChronoUnit.DAYS.between(before, end));
        } catch (DateTimeException e) {
            throw tooFar(n + " " + unit.english(n));
        }
    }

    private LocalDate workingDays(LocalDate before, int n) {
        LocalDate cursor = before;
        int left = n;
        for (Standstills.Days still : standstills) {
            if (still.last().isAfter(cursor)) {
                if (still.after().isAfter(cursor)) {
                    LocalDate end = calendar.plusWorkingDays(cursor, left);
                    if (!end.isAfter(still.after())) {
                        return end;
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

    private static InvalidInputException tooFar(String value) {
        return InvalidInputException.of("DAY_OUTSIDE_CALENDAR", "limit")
                .value(value)
                .rule("a limit lies not after " + LAST)
                .wayOut("choose a shorter term")
                .build();
    }
}
