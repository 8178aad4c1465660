package org.complaintkit.calendar.check;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.calendar.CalendarDay;
import org.complaintkit.calendar.Certainty;
import org.complaintkit.calendar.CountedDay;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.calendar.Proof;
import org.complaintkit.calendar.SkippedDay;
import org.jspecify.annotations.Nullable;

/** Limits by the clock as a {@link ProofChecker} finds them: it uses up the time stretch by stretch. */
final class CheckedHours {
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final CheckedCalendar calendar;
    private final CheckedPauses pauses;
    private final @Nullable CheckedService service;
    private final ZoneId zone;

    CheckedHours(Proof proof, CheckedCalendar calendar, @Nullable CheckedService service) {
        this.calendar = calendar;
        this.pauses = new CheckedPauses(proof);
        this.service = service;
        this.zone = proof.zone();
    }

    /** The instant at which so many minutes are used up. */
    DueMoment end(DueMoment start, long minutes) {
        if (minutes == 0) {
            return start;
        }
        Instant end = service == null ? byTheClock(start.at(), minutes) : inService(service, start.at(), minutes);
        if (service != null) {
            calendar.dependOn(start.day());
        }
        if (end == null) {
            return DueMoment.never();
        }
        LocalDate day = LocalDate.ofInstant(end, zone);
        if (service != null) {
            calendar.dependOn(day);
        }
        return new DueMoment(day, end, false);
    }

    private @Nullable Instant byTheClock(Instant start, long minutes) {
        Duration left = Duration.ofMinutes(minutes);
        for (Instant[] stretch : pauses.without(start, LAST)) {
            Duration length = Duration.between(stretch[0], stretch[1]);
            if (length.compareTo(left) >= 0) {
                return stretch[0].plus(left);
            }
            left = left.minus(length);
        }
        if (pauses.stop() == null) {
            throw new DateTimeException("the time is not used up within the years of dates");
        }
        return null;
    }

    private @Nullable Instant inService(CheckedService hours, Instant start, long minutes) {
        Duration left = Duration.ofMinutes(minutes);
        Instant stop = pauses.stop();
        Instant done = start;
        LocalDate day = LocalDate.ofInstant(start, zone).minusDays(1);
        while (stop == null || !day.isAfter(LocalDate.ofInstant(stop, zone))) {
            for (Instant[] open : stretches(hours.on(day), done, LAST)) {
                done = open[1];
                for (Instant[] stretch : pauses.without(open[0], open[1])) {
                    Duration length = Duration.between(stretch[0], stretch[1]);
                    if (length.compareTo(left) >= 0) {
                        return stretch[0].plus(left);
                    }
                    left = left.minus(length);
                }
            }
            day = day.plusDays(1);
        }
        return null;
    }

    /** Shifts of a day, cut to a time, what a shift before has served left out. */
    private static List<Instant[]> stretches(List<Instant[]> shifts, Instant from, Instant to) {
        List<Instant[]> cut = new ArrayList<>();
        Instant done = from;
        for (Instant[] shift : shifts) {
            Instant begin = shift[0].isAfter(done) ? shift[0] : done;
            Instant end = shift[1].isBefore(to) ? shift[1] : to;
            if (begin.isBefore(end)) {
                cut.add(new Instant[] {begin, end});
                done = end;
            }
        }
        return cut;
    }

    /** Both lists of a term in service time. */
    void days(DueMoment start, DueMoment limit, List<CountedDay> counted, List<SkippedDay> skipped) {
        if (service == null) {
            return;
        }
        List<Instant[]> open = new ArrayList<>();
        Instant done = start.at();
        for (LocalDate day = start.day().minusDays(1); !day.isAfter(limit.day()); day = day.plusDays(1)) {
            for (Instant[] stretch : stretches(service.on(day), done, limit.at())) {
                open.add(stretch);
                done = stretch[1];
            }
        }
        int next = 0;
        for (LocalDate day = start.day(); !day.isAfter(limit.day()); day = day.plusDays(1)) {
            Instant from = day.atStartOfDay(zone).toInstant();
            Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
            Duration served = Duration.ZERO;
            boolean wasOpen = false;
            while (next < open.size() && !open.get(next)[1].isAfter(from)) {
                next++;
            }
            for (int i = next; i < open.size() && open.get(i)[0].isBefore(to); i++) {
                List<Instant[]> today = stretches(List.<Instant[]>of(open.get(i)), from, to);
                for (Instant[] piece : today) {
                    wasOpen = true;
                    for (Instant[] running : pauses.without(piece[0], piece[1])) {
                        served = served.plus(Duration.between(running[0], running[1]));
                    }
                }
            }
            CalendarDay known = calendar.look(day);
            if (!served.isZero()) {
                counted.add(CheckedReasons.counted(calendar, day, served));
            } else if (day.isAfter(start.day())) {
                skipped.add(skipped(known, wasOpen));
            }
        }
    }

    private SkippedDay skipped(CalendarDay day, boolean wasOpen) {
        if (wasOpen) {
            return new SkippedDay(day.date(), "PAUSED", "", "", Certainty.OFFICIAL);
        }
        return day.working()
                ? new SkippedDay(day.date(), "CLOSED", "", "", day.certainty())
                : CheckedReasons.rest(calendar, day.date());
    }
}
