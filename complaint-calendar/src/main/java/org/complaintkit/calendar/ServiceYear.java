package org.complaintkit.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One year of service: the running sum of open time before each day, in nanoseconds, and where each stretch lies. A shift
 * belongs to the day on which it begins, and time that two shifts share is counted once.
 */
final class ServiceYear {
    private static final long SECOND = 1_000_000_000L;

    private final int year;
    private final long[] before;
    private final long[][] stretches;

    private ServiceYear(int year, long[] before, long[][] stretches) {
        this.year = year;
        this.before = before;
        this.stretches = stretches;
    }

    static ServiceYear of(int year, WorkingCalendar calendar, ServiceHours hours, ZoneId zone) {
        LocalDate first = LocalDate.of(year, 1, 1);
        int length = first.lengthOfYear();
        long[] before = new long[length + 1];
        long[][] stretches = new long[length][];
        long[] yesterday = shifts(first.minusDays(1), calendar, hours, zone);
        long done = yesterday.length == 0 ? Long.MIN_VALUE : yesterday[yesterday.length - 1];
        for (int i = 0; i < length; i++) {
            long[] today = shifts(first.plusDays(i), calendar, hours, zone);
            int kept = 0;
            long open = 0;
            for (int s = 0; s < today.length; s += 2) {
                long from = Math.max(today[s], done);
                if (from < today[s + 1]) {
                    today[kept++] = from;
                    today[kept++] = today[s + 1];
                    open += today[s + 1] - from;
                    done = today[s + 1];
                }
            }
            stretches[i] = kept == today.length ? today : Arrays.copyOf(today, kept);
            before[i + 1] = before[i] + open * SECOND;
        }
        return new ServiceYear(year, before, stretches);
    }

    /** Beginning and end of each shift of a day in epoch seconds; none outside the calendar. */
    private static long[] shifts(LocalDate day, WorkingCalendar calendar, ServiceHours hours, ZoneId zone) {
        if (day.isBefore(calendar.firstDay()) || day.isAfter(calendar.lastDay())) {
            return new long[0];
        }
        List<Shift> shifts = PossibleShifts.of(calendar, hours, day);
        List<Long> bounds = new ArrayList<>();
        for (Shift shift : shifts) {
            long from = wall(day, shift.from(), zone);
            long to = wall(day, shift.to(), zone);
            if (from < to) {
                bounds.add(from);
                bounds.add(to);
            }
        }
        return bounds.stream().mapToLong(Long::longValue).toArray();
    }

    /** Second of so many minutes after midnight by the wall clock: a skipped time is the change, a doubled one the first. */
    static long wall(LocalDate day, int minutes, ZoneId zone) {
        LocalDateTime local = day.plusDays(minutes / Shift.DAY).atTime(minutes % Shift.DAY / 60, minutes % 60);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.toEpochSecond()
                : local.atZone(zone).toEpochSecond();
    }

    int year() {
        return year;
    }

    long total() {
        return before[before.length - 1];
    }

    long before(int dayOfYear) {
        return before[dayOfYear - 1];
    }

    /** Bounds of the stretches of a day, in epoch seconds. */
    long[] stretches(int dayOfYear) {
        return stretches[dayOfYear - 1];
    }

    /** Open time of a day's stretches before a second, in seconds. */
    long openBefore(int dayOfYear, long second) {
        long open = 0;
        long[] bounds = stretches[dayOfYear - 1];
        for (int s = 0; s < bounds.length && bounds[s] < second; s += 2) {
            open += Math.min(bounds[s + 1], second) - bounds[s];
        }
        return open;
    }

    /** Day of the year in which the served time is reached; with {@code right}, in which the next is served. */
    int dayOf(long served, boolean right) {
        int low = 1;
        int high = stretches.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean enough = right ? before[middle] > served : before[middle] >= served;
            if (enough) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
