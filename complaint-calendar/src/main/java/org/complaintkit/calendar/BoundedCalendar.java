package org.complaintkit.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.calendar.DayBounds.Reading;

/**
 * The earliest or the latest that the answers of a calendar can be. Each answer is a bound by itself, whatever is
 * published: this is not one possible schedule. A day is worked in the earliest reading if it may be, in the latest if it
 * is sure to be. Bounds of bounds are bounds, since every question here grows with the day that is asked about.
 */
final class BoundedCalendar implements WorkingCalendar {
    private final WorkingCalendar likely;
    private final DayBounds bounds;
    private final Scenario scenario;

    BoundedCalendar(WorkingCalendar likely, DayBounds bounds, Scenario scenario) {
        this.likely = likely;
        this.bounds = bounds;
        this.scenario = scenario;
    }

    private boolean early() {
        return scenario == Scenario.EARLIEST;
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return likely.certainty(day, day) == Certainty.OFFICIAL
                ? likely.isWorkingDay(day)
                : bounds.has(early() ? Reading.POSSIBLE : Reading.SURE, checked(day));
    }

    @Override
    public LocalDate plusWorkingDays(LocalDate day, int n) {
        LocalDate expected = likely.plusWorkingDays(day, n);
        if (n == 0 || likely.certainty(day, expected) == Certainty.OFFICIAL) {
            return expected;
        }
        LocalDate bound = n > 0 ? after(day, n) : before(day, -n);
        return early() == bound.isBefore(expected) ? bound : expected;
    }

    private LocalDate after(LocalDate day, int n) {
        int from = (int) day.toEpochDay();
        return within(early() ? bounds.earliestAfter(from, n) : bounds.latestAfter(from, n), day, n);
    }

    private LocalDate before(LocalDate day, int n) {
        int from = (int) day.toEpochDay();
        int first = (int) firstDay().toEpochDay();
        return within(early() ? bounds.earliestBefore(from, n, first) : bounds.latestBefore(from, n, first), day, -n);
    }

    private LocalDate within(int bound, LocalDate day, int n) {
        LocalDate date = LocalDate.ofEpochDay(bound);
        if (date.isBefore(firstDay()) || date.isAfter(lastDay())) {
            throw InvalidInputException.of("DAY_OUTSIDE_CALENDAR", "working days from " + day + " in calendar " + id())
                    .value(n)
                    .rule("the " + (early() ? "earliest" : "latest") + " possible answer must lie within " + firstDay()
                            + " to " + lastDay())
                    .wayOut("ask for fewer days or load a calendar that covers them")
                    .build();
        }
        return date;
    }

    /** The bound of the next working day, the day itself included; a working day may be sure where no single day is. */
    @Override
    public LocalDate nextOrSame(LocalDate day) {
        LocalDate expected = likely.nextOrSame(day);
        if (likely.certainty(day, expected) == Certainty.OFFICIAL) {
            return expected;
        }
        if (isWorkingDay(day)) {
            return day;
        }
        LocalDate bound = after(day.minusDays(1), 1);
        return early() == bound.isBefore(expected) ? bound : expected;
    }

    /** The bound of the last working day, the day itself included. */
    @Override
    public LocalDate previousOrSame(LocalDate day) {
        LocalDate expected = likely.previousOrSame(day);
        if (likely.certainty(day, expected) == Certainty.OFFICIAL) {
            return expected;
        }
        LocalDate bound = before(day.plusDays(1), 1);
        return early() == bound.isBefore(expected) ? bound : expected;
    }

    /** The most working days in the earliest reading, the least in the latest. */
    @Override
    public long workingDaysBetween(LocalDate from, LocalDate to) {
        long expected = likely.workingDaysBetween(from, to);
        int after = (int) from.toEpochDay() - 1;
        int through = (int) to.toEpochDay() - 1;
        return early()
                ? Math.max(expected, bounds.most(after, through))
                : Math.min(expected, bounds.least(after, through));
    }

    @Override
    public CalendarDay day(LocalDate day) {
        CalendarDay expected = likely.day(day);
        boolean working = isWorkingDay(day);
        return expected.working() == working
                ? expected
                : new CalendarDay(
                        day,
                        working,
                        working ? DayKind.MAKE_UP : DayKind.HOLIDAY,
                        expected.name(),
                        "",
                        expected.certainty());
    }

    /** Everything that a schedule may make of a day: what it is decides which service hours hold. */
    List<CalendarDay> readings(LocalDate date) {
        return readings(date, Reading.SURE);
    }

    /** The same without the days that surprise: no day is sure then, so a clock takes their hours off as a whole. */
    List<CalendarDay> readingsButSurprises(LocalDate date) {
        return readings(date, early() ? Reading.SURE : Reading.LOWER);
    }

    private List<CalendarDay> readings(LocalDate date, Reading sure) {
        CalendarDay expected = likely.day(date);
        if (expected.certainty() == Certainty.OFFICIAL) {
            return List.of(expected);
        }
        int day = checked(date);
        boolean rest = expected.kind() == DayKind.WEEKEND || expected.kind() == DayKind.MAKE_UP;
        List<DayKind> kinds = new ArrayList<>();
        if (bounds.has(Reading.POSSIBLE, day)) {
            if (expected.kind() == DayKind.HOLIDAY) {
                kinds.add(DayKind.ORDINARY);
            }
            kinds.add(expected.kind() == DayKind.ORDINARY ? DayKind.ORDINARY : DayKind.MAKE_UP);
        }
        if (!bounds.has(sure, day)) {
            if (rest || expected.kind() == DayKind.HOLIDAY) {
                kinds.add(DayKind.WEEKEND);
            }
            if (!rest || bounds.has(Reading.HOLIDAY, day)) {
                kinds.add(DayKind.HOLIDAY);
            }
        }
        return kinds.stream()
                .map(kind -> new CalendarDay(date, kind.isWorking(), kind, "", "", Certainty.PROVISIONAL))
                .toList();
    }

    /** Most days in (after, through] on which service may be otherwise than in {@link #readingsButSurprises}. */
    int surprised(LocalDate after, LocalDate through) {
        return early() ? 0 : bounds.surprised((int) after.toEpochDay(), (int) through.toEpochDay());
    }

    Scenario reading() {
        return scenario;
    }

    DayBounds bounds() {
        return bounds;
    }

    private int checked(LocalDate day) {
        return (int) likely.day(day).date().toEpochDay();
    }

    @Override
    public String notice(LocalDate day) {
        return likely.notice(day);
    }

    @Override
    public String id() {
        return likely.id();
    }

    @Override
    public String version() {
        return likely.version();
    }

    @Override
    public LocalDate firstDay() {
        return likely.firstDay();
    }

    @Override
    public LocalDate lastDay() {
        return likely.lastDay();
    }

    @Override
    public Certainty certainty(LocalDate from, LocalDate to) {
        return likely.certainty(from, to);
    }

    @Override
    public WorkingCalendar asOf(LocalDate knowledgeDay) {
        return likely.asOf(knowledgeDay).scenario(scenario);
    }

    @Override
    public WorkingCalendar scenario(Scenario other) {
        return other == scenario ? this : likely.scenario(other);
    }

    @Override
    public String assumption() {
        return likely.assumption();
    }

    @Override
    public String assumption(LocalDate latest) {
        return likely.assumption(latest);
    }

    @Override
    public String toString() {
        return likely + " " + scenario;
    }
}
