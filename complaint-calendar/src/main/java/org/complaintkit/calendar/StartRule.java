package org.complaintkit.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.complaintkit.calendar.Convention.OutsideHours;
import org.complaintkit.calendar.Convention.RestDayStart;
import org.jspecify.annotations.Nullable;

/** Turns the start as asked into the start that counts. */
final class StartRule {
    private StartRule() {}

    /** The start that counts; asking a whole day for its instant is an error. */
    record Started(DueMoment moment, ZoneId zone) {
        LocalDate day() {
            return moment.day();
        }

        Instant instant() {
            if (moment.wholeDay()) {
                throw InvalidInputException.of("START_TIME_REQUIRED", "start")
                        .value(moment.day())
                        .rule("a term by the clock, or a limit that keeps the time of day, starts at an instant")
                        .wayOut("give the start with its time")
                        .build();
            }
            return moment.at();
        }
    }

    static Started apply(DueQuestion q, Watched calendar, Convention convention) {
        ZoneId zone = q.zone();
        DueMoment start = cutOff(q.start(), convention.cutOff(), zone);
        if (convention.restDayStart() == RestDayStart.NEXT_WORKING_DAY) {
            LocalDate day = calendar.nextOrSame(start.day());
            start = day.equals(start.day()) ? start : beginning(start, day, zone);
        }
        if (convention.outsideHours() == OutsideHours.NEXT_OPENING) {
            ServiceClock clock = calendar.clock(q);
            Instant from = start.wholeDay() ? start.startOfDay(zone) : start.at();
            Instant opening = clock.nextOpening(from);
            calendar.touch(start.day());
            calendar.touch(opening.atZone(zone).toLocalDate());
            start = start.wholeDay()
                    ? DueMoment.ofDay(opening.atZone(zone).toLocalDate(), zone)
                    : DueMoment.ofInstant(opening, zone);
        }
        return new Started(start, zone);
    }

    private static DueMoment cutOff(DueMoment start, @Nullable LocalTime cutOff, ZoneId zone) {
        if (cutOff == null || start.wholeDay()) {
            return start;
        }
        ZonedDateTime local = start.at().atZone(zone);
        return local.toLocalTime().isBefore(cutOff)
                ? start
                : beginning(start, local.toLocalDate().plusDays(1), zone);
    }

    private static DueMoment beginning(DueMoment start, LocalDate day, ZoneId zone) {
        return start.wholeDay()
                ? DueMoment.ofDay(day, zone)
                : DueMoment.ofInstant(day.atStartOfDay(zone).toInstant(), zone);
    }
}
