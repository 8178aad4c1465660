package org.complaintkit.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a clock stands still. In terms of days a day is left out if the pause covers it after the day on which
 * it begins, up to and including the day on which it ends; in terms of hours time stands still to the minute.
 *
 * @param from when it begins
 * @param to when it ends, not before its beginning; null while it lasts
 */
public record Pause(Instant from, @Nullable Instant to) {
    /** Checks the order. */
    public Pause {
        DueQuestion.checkInstant("pause", from);
        if (to != null) {
            DueQuestion.checkInstant("pause", to);
        }
        if (to != null && to.isBefore(from)) {
            throw InvalidInputException.of("PAUSE_REVERSED", "pause")
                    .value(from + ".." + to)
                    .rule("a pause must not end before it begins")
                    .wayOut("swap the two instants")
                    .build();
        }
    }

    /**
     * Whole days, the first and the last included: what a regulator orders with "time is treated as not running from ...
     * to ...", also afterwards.
     */
    public static Pause ofDays(LocalDate first, LocalDate last, ZoneId zone) {
        Instant from = first.atStartOfDay(zone).toInstant().minusNanos(1);
        return new Pause(from, last.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1));
    }
}
