package org.complaintkit.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a clock stands still. By the clock it is left out to the nanosecond. Of days, a pause between two events
 * leaves out those that follow its first day, its last day among them: the first has begun to count already. A pause of
 * whole days leaves out each day that it touches.
 *
 * @param from when it begins
 * @param to when it ends, not before its beginning; null while it lasts
 * @param wholeDays whether the day on which it begins is left out too
 */
public record Pause(Instant from, @Nullable Instant to, boolean wholeDays) {
    /** Checks the order. */
    public Pause {
        DueQuestion.checkInstant("pause", from);
        if (to != null) {
            DueQuestion.checkInstant("pause", to);
        }
        if (to != null && (to.isBefore(from) || (wholeDays && to.equals(from)))) {
            throw reversed(from + ".." + to);
        }
    }

    /** From one event to another, or to none yet. */
    public Pause(Instant from, @Nullable Instant to) {
        this(from, to, false);
    }

    /**
     * Whole days, the first and the last included: what a regulator orders with "time is treated as not running from ...
     * to ...", also afterwards.
     */
    public static Pause ofDays(LocalDate first, LocalDate last, ZoneId zone) {
        if (last.isBefore(first)) {
            throw reversed(first + ".." + last);
        }
        return new Pause(
                DueMoment.ofDay(first, zone).startOfDay(zone),
                DueMoment.ofDay(last, zone).at(),
                true);
    }

    /** The day after which days are left out. */
    LocalDate after(ZoneId zone) {
        LocalDate first = from.atZone(zone).toLocalDate();
        return wholeDays ? first.minusDays(1) : first;
    }

    /** The last day left out, or {@link LocalDate#MAX} while the pause lasts. */
    LocalDate last(ZoneId zone) {
        if (to == null) {
            return LocalDate.MAX;
        }
        return (wholeDays ? to.minusNanos(1) : to).atZone(zone).toLocalDate();
    }

    private static InvalidInputException reversed(String value) {
        return InvalidInputException.of("PAUSE_REVERSED", "pause")
                .value(value)
                .rule("a pause must not end before it begins")
                .wayOut("swap the two ends")
                .build();
    }
}
