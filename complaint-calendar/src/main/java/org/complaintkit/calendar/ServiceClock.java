package org.complaintkit.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Service hours of a calendar in a zone: a clock that runs only while service is open. Elapsed time counts, so a shift
 * on the night of an offset change is as long as it really is: a boundary that the change skips is the instant of the
 * change, one that comes twice is the first. Any amount costs the same: the first question of a year makes its table.
 * Immutable in effect and thread-safe; hold on to a clock that is used more than once.
 */
public final class ServiceClock {
    private static final long SECOND = 1_000_000_000L;

    private final WorkingCalendar calendar;
    private final ServiceHours hours;
    private final ZoneId zone;
    private final int firstYear;
    /** Most service of a day, in nanoseconds. */
    private final long longestDay;

    private final AtomicReferenceArray<ServiceYear> years;

    private ServiceClock(WorkingCalendar calendar, ServiceHours hours, ZoneId zone) {
        this.calendar = calendar;
        this.hours = hours;
        this.zone = zone;
        this.longestDay = PossibleShifts.longestDay(hours) * 60L * SECOND;
        this.firstYear = calendar.firstDay().getYear();
        this.years = new AtomicReferenceArray<>(calendar.lastDay().getYear() - firstYear + 1);
    }

    /** The clock of service hours. */
    public static ServiceClock of(WorkingCalendar calendar, ServiceHours hours, ZoneId zone) {
        return new ServiceClock(calendar, hours, zone);
    }

    boolean isOf(WorkingCalendar other) {
        return calendar == other;
    }

    /** The instant itself if service is open, else the next opening. */
    public Instant nextOpening(Instant from) {
        Instant opening = opening(from);
        for (int days = 0, surprised = surprised(from, opening); surprised > days; ) {
            days = surprised;
            opening = opening(after(from, days * longestDay));
            surprised = surprised(from, opening);
        }
        return opening;
    }

    private Instant opening(Instant from) {
        Place place = place(from);
        Instant opening = instant(place, 0, true);
        return opening.isAfter(from) ? opening : from;
    }

    /** The instant at which so much service time has passed; nothing or less is an error, except zero: the instant itself. */
    public Instant plus(Instant from, Duration time) {
        long nanos = nanos(time);
        if (nanos == 0) {
            return from;
        }
        Instant end = after(from, nanos);
        for (int days = 0, surprised = surprised(from, end); surprised > days; ) {
            days = surprised;
            end = after(from, nanos + days * longestDay);
            surprised = surprised(from, end);
        }
        return end;
    }

    private Instant after(Instant from, long nanos) {
        return instant(place(from), nanos, false);
    }

    /** In the latest reading of a calendar, the days that may turn out to have no service at all; else none. */
    private int surprised(Instant from, Instant to) {
        return calendar instanceof BoundedCalendar bounded
                ? bounded.surprised(day(from).minusDays(2), day(to))
                : 0;
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The last instant from which so much service time passes until the given one. */
    public Instant minus(Instant until, Duration time) {
        long nanos = nanos(time);
        if (nanos == 0) {
            return until;
        }
        return instant(place(until), -nanos, true);
    }

    /** Service time between two instants; a reversed range is an error. */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            throw InvalidInputException.of("RANGE_REVERSED", "range of instants")
                    .value(from + ".." + to)
                    .rule("the first instant must not be after the second")
                    .wayOut("swap the two")
                    .build();
        }
        Place first = place(from);
        Place last = place(to);
        long nanos = last.served - first.served;
        for (int year = first.year; year < last.year; year++) {
            nanos += year(year).total();
        }
        return Duration.ofNanos(Math.max(0, nanos - surprised(from, to) * longestDay));
    }

    /** The end of the last shift that begins on a day, or null if none does. */
    public @Nullable Instant closeOfBusiness(LocalDate day) {
        List<Shift> shifts = hours.shifts(calendar.day(day));
        return shifts.isEmpty()
                ? null
                : Instant.ofEpochSecond(
                        ServiceYear.wall(day, shifts.get(shifts.size() - 1).to(), zone));
    }

    /** A year and the service time in it before an instant; negative within a shift of the year before. */
    private record Place(int year, long served) {}

    private Place place(Instant given) {
        Instant instant = DueQuestion.checkInstant("instant of service time", given);
        ZonedDateTime local = instant.atZone(zone);
        ServiceYear year = year(local.getYear());
        long second = instant.getEpochSecond();
        int day = local.getDayOfYear();
        long open = year.openBefore(day, second);
        long[] yesterday = yesterday(year, day);
        for (int s = 0; s < yesterday.length; s += 2) {
            open -= Math.max(0, yesterday[s + 1] - Math.max(second, yesterday[s]));
        }
        long served = year.before(day) + open * SECOND;
        return new Place(
                local.getYear(), isOpen(year.stretches(day), yesterday, second) ? served + instant.getNano() : served);
    }

    private long[] yesterday(ServiceYear year, int day) {
        if (day > 1) {
            return year.stretches(day - 1);
        }
        if (year.year() == firstYear) {
            return new long[0];
        }
        ServiceYear last = year(year.year() - 1);
        return last.stretches(LocalDate.of(last.year(), 12, 31).getDayOfYear());
    }

    private static boolean isOpen(long[] today, long[] yesterday, long second) {
        for (long[] bounds : new long[][] {today, yesterday}) {
            for (int s = 0; s < bounds.length; s += 2) {
                if (bounds[s] <= second && second < bounds[s + 1]) {
                    return true;
                }
            }
        }
        return false;
    }

    /** So much served time after a place, or before it; with {@code right} where the time after that begins. */
    private Instant instant(Place place, long more, boolean right) {
        try {
            return reached(place.year, Math.addExact(place.served, more), right);
        } catch (InvalidInputException e) {
            if (isEverOpen(place, more < 0)) {
                throw e;
            }
            throw InvalidInputException.of("SERVICE_NEVER_OPEN", "service hours in calendar " + calendar.id())
                    .value(hours)
                    .rule("service opens " + (more < 0 ? "before" : "after")
                            + " the moment that is asked about, between " + calendar.firstDay() + " and "
                            + calendar.lastDay())
                    .wayOut("correct the hours, or the calendar if it has no day for which they are meant")
                    .build();
        }
    }

    /** Whether any service lies before a place or after it; a bound of a calendar may have none where the calendar has. */
    private boolean isEverOpen(Place place, boolean before) {
        if (calendar instanceof BoundedCalendar) {
            return true;
        }
        long open = before ? place.served : -place.served;
        int end = before ? -1 : years.length();
        for (int number = place.year - firstYear - (before ? 1 : 0); number != end; number += before ? -1 : 1) {
            open += year(firstYear + number).total();
        }
        return open > 0;
    }

    private Instant reached(int startYear, long served, boolean right) {
        int number = startYear;
        long left = served;
        while (left < 0 || (!right && left == 0)) {
            number--;
            left += year(number).total();
        }
        ServiceYear year = year(number);
        while (right ? left >= year.total() : left > year.total()) {
            left -= year.total();
            number++;
            year = year(number);
        }
        int day = year.dayOf(left, right);
        long within = left - year.before(day);
        long[] bounds = year.stretches(day);
        for (int s = 0; ; s += 2) {
            long open = (bounds[s + 1] - bounds[s]) * SECOND;
            if (right ? within < open : within <= open) {
                return Instant.ofEpochSecond(bounds[s], within);
            }
            within -= open;
        }
    }

    private ServiceYear year(int number) {
        int place = number - firstYear;
        if (place < 0 || place >= years.length()) {
            throw InvalidInputException.of("DAY_OUTSIDE_CALENDAR", "service time in calendar " + calendar.id())
                    .value(number)
                    .rule("the answer must lie within " + calendar.firstDay() + " to " + calendar.lastDay())
                    .wayOut("ask for less time, or load a calendar that covers it")
                    .build();
        }
        ServiceYear year = years.get(place);
        if (year == null) {
            year = ServiceYear.of(number, calendar, hours, zone);
            years.set(place, year);
        }
        return year;
    }

    private static long nanos(Duration time) {
        if (time.isNegative() || time.compareTo(Duration.ofHours(Term.MOST)) > 0) {
            throw InvalidInputException.of("TERM_OUT_OF_RANGE", "service time")
                    .value(time)
                    .rule("0 to " + Term.MOST + " hours")
                    .wayOut("choose another amount")
                    .build();
        }
        return time.toNanos();
    }
}
