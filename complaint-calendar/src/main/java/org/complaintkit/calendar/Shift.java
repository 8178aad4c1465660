package org.complaintkit.calendar;

import java.util.Locale;

/**
 * One stretch of service within a day, in minutes from its midnight, half open. A shift over midnight ends after 1440
 * and belongs to the day on which it begins.
 *
 * @param from 0 to 1439
 * @param to after {@code from}, at most one day later
 */
public record Shift(int from, int to) {
    /** Minutes of a day. */
    public static final int DAY = 1440;

    /** Checks the ranges. */
    public Shift {
        if (from < 0 || from >= DAY || to <= from || to > from + DAY) {
            throw InvalidInputException.of("SERVICE_HOURS_MALFORMED", "service hours")
                    .value(from + "-" + to)
                    .rule("a shift begins within its day and lasts at most 24 hours")
                    .wayOut("write it like 09:00-17:00 or 22:00-06:00")
                    .build();
        }
    }

    @Override
    public String toString() {
        return time(from) + "-" + time(to > DAY ? to - DAY : to);
    }

    private static String time(int minutes) {
        return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
    }
}
