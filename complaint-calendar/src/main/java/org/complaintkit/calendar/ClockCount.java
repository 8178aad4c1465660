package org.complaintkit.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts time by the clock or within service hours, leaving out the time in which the clock stands still. */
final class ClockCount {
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final DueQuestion q;
    private final Watched calendar;
    private final List<Standstills.Time> standstills;

    ClockCount(DueQuestion q, Watched calendar) {
        this.q = q;
        this.calendar = calendar;
        this.standstills = Standstills.time(q.pauses());
    }

    /** The instant at which the time is used up, or {@link Instant#MAX} if the clock stands still for ever. */
    Instant end(Instant start, int n, TermUnit unit) {
        if (n == 0) {
            return start;
        }
        Instant end = counted(start, n, unit);
        if (end.isAfter(LAST) && !end.equals(Instant.MAX)) {
            throw DayCount.tooFar(n + " " + unit.english(n));
        }
        if (unit == TermUnit.WORKING_HOURS || unit == TermUnit.WORKING_MINUTES) {
            calendar.touch(start.atZone(q.zone()).toLocalDate());
            calendar.touch(
                    (end.equals(Instant.MAX) ? start : end).atZone(q.zone()).toLocalDate());
        }
        return end;
    }

    private Instant counted(Instant start, int n, TermUnit unit) {
        boolean service = unit == TermUnit.WORKING_HOURS || unit == TermUnit.WORKING_MINUTES;
        boolean hours = unit == TermUnit.HOURS || unit == TermUnit.WORKING_HOURS;
        Duration left = hours ? Duration.ofHours(n) : Duration.ofMinutes(n);
        ServiceClock clock = service ? calendar.clock(q) : null;
        Instant cursor = start;
        for (Standstills.Time still : standstills) {
            if (still.to().isAfter(cursor)) {
                if (still.from().isAfter(cursor)) {
                    if (mayFit(clock, cursor, left, still.from())) {
                        Instant end = clock == null ? cursor.plus(left) : clock.plus(cursor, left);
                        if (!end.isAfter(still.from())) {
                            return end;
                        }
                    }
                    Duration open = clock == null
                            ? Duration.between(cursor, still.from())
                            : clock.between(cursor, still.from());
                    left = left.minus(open);
                }
                cursor = still.to();
                if (cursor.equals(Instant.MAX)) {
                    return cursor;
                }
            }
        }
        return clock == null ? cursor.plus(left) : clock.plus(cursor, left);
    }

    /** What cannot fit before a pause is not counted without it: that may lead out of the calendar, and the pause does not. */
    private boolean mayFit(@Nullable ServiceClock clock, Instant cursor, Duration left, Instant from) {
        if (Duration.between(cursor, from).compareTo(left) < 0) {
            return false;
        }
        boolean covered = from.atZone(q.zone()).toLocalDate().isBefore(calendar.lastDay());
        return clock == null || !covered || clock.between(cursor, from).compareTo(left) >= 0;
    }
}
