package org.complaintkit.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Service hours of a calendar in a zone: a clock that runs only while service is open. Elapsed time counts, so a shift
 * on the night of an offset change is as long as it really is: a boundary that the change skips is the instant of the
 * change, one that comes twice is the first. Immutable and thread-safe.
 */
public final class ServiceClock {
    private final WorkingCalendar calendar;
    private final ServiceHours hours;
    private final ZoneId zone;

    private ServiceClock(WorkingCalendar calendar, ServiceHours hours, ZoneId zone) {
        this.calendar = calendar;
        this.hours = hours;
        this.zone = zone;
    }

    /** The clock of service hours. */
    public static ServiceClock of(WorkingCalendar calendar, ServiceHours hours, ZoneId zone) {
        return new ServiceClock(calendar, hours, zone);
    }

    /** The instant itself if service is open, else the next opening. */
    public Instant nextOpening(Instant from) {
        Walk walk = new Walk(from);
        return walk.from;
    }

    /** The instant at which so much service time has passed. */
    public Instant plus(Instant from, Duration time) {
        if (time.isZero()) {
            return from;
        }
        Walk walk = new Walk(from);
        Duration left = time;
        while (true) {
            Duration open = Duration.between(walk.from, walk.to);
            if (left.compareTo(open) <= 0) {
                return walk.from.plus(left);
            }
            left = left.minus(open);
            walk.advance();
        }
    }

    /** Service time between two instants. */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            throw InvalidInputException.of("RANGE_REVERSED", "range of instants")
                    .value(from + ".." + to)
                    .rule("the first instant must not be after the second")
                    .wayOut("swap the two")
                    .build();
        }
        Duration sum = Duration.ZERO;
        if (from.equals(to)) {
            return sum;
        }
        Walk walk = new Walk(from);
        while (walk.from.isBefore(to)) {
            sum = sum.plus(Duration.between(walk.from, walk.to.isBefore(to) ? walk.to : to));
            walk.advance();
        }
        return sum;
    }

    /** The end of the last shift that begins on a day, or null if none does. */
    public @Nullable Instant closeOfBusiness(LocalDate day) {
        List<Shift> shifts = hours.shifts(calendar.day(day));
        return shifts.isEmpty() ? null : at(day, shifts.get(shifts.size() - 1).to());
    }

    /** The instant of so many minutes after a day's midnight by the wall clock. */
    private Instant at(LocalDate day, int minutes) {
        LocalDateTime local = day.plusDays(minutes / Shift.DAY).atStartOfDay().plusMinutes(minutes % Shift.DAY);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }

    /** Open stretches in order, never overlapping, from an instant on. */
    private final class Walk {
        private Instant from;
        private Instant to;
        private LocalDate day;
        private List<Shift> shifts;
        private int next;

        Walk(Instant start) {
            this.from = start;
            this.to = start;
            this.day = start.atZone(zone).toLocalDate().minusDays(1);
            this.shifts = day.isBefore(calendar.firstDay()) ? List.of() : hours.shifts(calendar.day(day));
            advance();
        }

        void advance() {
            Instant done = to;
            do {
                while (next == shifts.size()) {
                    day = day.plusDays(1);
                    shifts = hours.shifts(calendar.day(day));
                    next = 0;
                }
                Shift shift = shifts.get(next++);
                Instant opens = at(day, shift.from());
                from = opens.isBefore(done) ? done : opens;
                to = at(day, shift.to());
            } while (!from.isBefore(to));
        }
    }
}
