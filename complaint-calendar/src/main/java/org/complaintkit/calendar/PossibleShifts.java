package org.complaintkit.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When service is open on a day. In the earliest reading of a calendar that is whenever any schedule would have it open,
 * in the latest whenever every schedule would.
 */
final class PossibleShifts {
    private PossibleShifts() {}

    /** The shifts that begin on a day, by their beginnings; in the earliest reading they may overlap. */
    static List<Shift> of(WorkingCalendar calendar, ServiceHours hours, LocalDate day) {
        if (!(calendar instanceof BoundedCalendar bounded)) {
            return hours.shifts(calendar.day(day));
        }
        @Nullable List<Shift> joined = null;
        for (CalendarDay reading : bounded.readingsButSurprises(day)) {
            List<Shift> shifts = hours.shifts(reading);
            if (joined == null) {
                joined = shifts;
            } else {
                joined = bounded.reading() == Scenario.EARLIEST ? either(joined, shifts) : both(joined, shifts);
            }
        }
        return joined == null ? List.of() : joined;
    }

    private static List<Shift> either(List<Shift> a, List<Shift> b) {
        List<Shift> all = new ArrayList<>(a);
        b.stream().filter(shift -> !a.contains(shift)).forEach(all::add);
        all.sort(Comparator.comparingInt(Shift::from).thenComparingInt(Shift::to));
        return all;
    }

    private static List<Shift> both(List<Shift> a, List<Shift> b) {
        List<Shift> common = new ArrayList<>();
        for (Shift x : a) {
            for (Shift y : b) {
                int from = Math.max(x.from(), y.from());
                int to = Math.min(x.to(), y.to());
                if (from < to) {
                    common.add(new Shift(from, to));
                }
            }
        }
        common.sort(Comparator.comparingInt(Shift::from));
        return common;
    }

    /** The most minutes of service that a day can have. */
    static int longestDay(ServiceHours hours) {
        int most = 0;
        // A week of no calendar, so that no rule for a single date holds.
        for (LocalDate day = LocalDate.of(1, 1, 1); day.getDayOfMonth() <= 7; day = day.plusDays(1)) {
            for (DayKind kind : DayKind.values()) {
                CalendarDay any = new CalendarDay(day, kind.isWorking(), kind, "", "", Certainty.PROVISIONAL);
                int minutes = hours.shifts(any).stream()
                        .mapToInt(shift -> shift.to() - shift.from())
                        .sum();
                most = Math.max(most, minutes);
            }
        }
        return most;
    }

    /** The close of business on a day, or its 24:00 if it has none; in a bounding reading the bound of it. */
    static DueMoment close(WorkingCalendar calendar, ServiceHours hours, ZoneId zone, LocalDate day) {
        if (!(calendar instanceof BoundedCalendar bounded)) {
            return close(hours.shifts(calendar.day(day)), zone, day);
        }
        boolean early = bounded.reading() == Scenario.EARLIEST;
        // Close of business need not come later on a later day: a night shift may outlast the next day's hours.
        LocalDate beside = early ? day.plusDays(1) : day.minusDays(1);
        DueMoment bound = close(bounded, hours, zone, day, early);
        boolean inside = !beside.isBefore(calendar.firstDay()) && !beside.isAfter(calendar.lastDay());
        boolean settled = calendar.certainty(day, day) == Certainty.OFFICIAL;
        return settled || !inside ? bound : further(bound, close(bounded, hours, zone, beside, early), early);
    }

    private static DueMoment close(
            BoundedCalendar calendar, ServiceHours hours, ZoneId zone, LocalDate day, boolean early) {
        DueMoment bound = null;
        for (CalendarDay reading : calendar.readings(day)) {
            DueMoment close = close(hours.shifts(reading), zone, day);
            bound = bound == null ? close : further(bound, close, early);
        }
        return Objects.requireNonNull(bound);
    }

    private static DueMoment further(DueMoment a, DueMoment b, boolean early) {
        return early == a.compareTo(b) <= 0 ? a : b;
    }

    private static DueMoment close(List<Shift> shifts, ZoneId zone, LocalDate day) {
        if (shifts.isEmpty()) {
            return DueMoment.ofDay(day, zone);
        }
        Instant end = Instant.ofEpochSecond(
                ServiceYear.wall(day, shifts.get(shifts.size() - 1).to(), zone));
        return new DueMoment(day, end, false);
    }
}
