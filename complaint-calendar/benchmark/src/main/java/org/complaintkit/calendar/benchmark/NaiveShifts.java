package org.complaintkit.calendar.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.complaintkit.calendar.WorkingCalendar;

/** What one writes first: day after day, shift after shift. */
final class NaiveShifts {
    private static final LocalTime[] BOUNDS = {
        LocalTime.of(9, 0), LocalTime.of(12, 0), LocalTime.of(13, 30), LocalTime.of(17, 30)
    };

    private final WorkingCalendar calendar;
    private final ZoneId zone;

    NaiveShifts(WorkingCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    Instant plus(Instant start, Duration time) {
        Duration left = time;
        for (LocalDate day = start.atZone(zone).toLocalDate(); ; day = day.plusDays(1)) {
            if (calendar.isWorkingDay(day)) {
                for (int i = 0; i < BOUNDS.length; i += 2) {
                    Instant opens = day.atTime(BOUNDS[i]).atZone(zone).toInstant();
                    Instant closes = day.atTime(BOUNDS[i + 1]).atZone(zone).toInstant();
                    Instant from = opens.isBefore(start) ? start : opens;
                    if (from.isBefore(closes)) {
                        Duration open = Duration.between(from, closes);
                        if (left.compareTo(open) <= 0) {
                            return from.plus(left);
                        }
                        left = left.minus(open);
                    }
                }
            }
        }
    }
}
