package org.complaintkit.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A calendar that remembers which stretch of it was looked at, so that an answer knows what it depends on. */
final class Watched implements WorkingCalendar {
    private final WorkingCalendar calendar;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;

    Watched(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** The clock of the calendar underneath; what it looks at must be touched by whoever asks it. */
    ServiceClock clock(DueQuestion q) {
        return ServiceClocks.of(calendar, q.serviceHours(), q.zone());
    }

    /** The close of business on a day, or its 24:00 if it has none. */
    DueMoment close(DueQuestion q, LocalDate day) {
        touch(day);
        return PossibleShifts.close(calendar, q.serviceHours(), q.zone(), day);
    }

    /** The calendar underneath, for a look on which the answer does not depend. */
    WorkingCalendar unwatched() {
        return calendar;
    }

    Certainty certainty() {
        return first == null || last == null ? Certainty.OFFICIAL : calendar.certainty(first, last);
    }

    /** The same for the part of the stretch up to a day, that day included. */
    Certainty certaintyThrough(LocalDate end) {
        return first == null ? Certainty.OFFICIAL : calendar.certainty(first.isBefore(end) ? first : end, end);
    }

    void touch(LocalDate day) {
        first = first == null || day.isBefore(first) ? day : first;
        last = last == null || day.isAfter(last) ? day : last;
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        touch(day);
        return calendar.isWorkingDay(day);
    }

    @Override
    public LocalDate plusWorkingDays(LocalDate day, int n) {
        LocalDate end = calendar.plusWorkingDays(day, n);
        if (n != 0) {
            touch(day.plusDays(n > 0 ? 1 : -1));
            touch(end);
        }
        return end;
    }

    /** Left to the calendar: the bound of a calendar's answer is more than the answer to two bounds. */
    @Override
    public LocalDate nextOrSame(LocalDate day) {
        return touched(day, calendar.nextOrSame(day));
    }

    @Override
    public LocalDate previousOrSame(LocalDate day) {
        return touched(day, calendar.previousOrSame(day));
    }

    private LocalDate touched(LocalDate day, LocalDate end) {
        touch(day);
        touch(end);
        return end;
    }

    @Override
    public long workingDaysBetween(LocalDate from, LocalDate to) {
        if (from.isBefore(to)) {
            touch(from);
            touch(to.minusDays(1));
        }
        return calendar.workingDaysBetween(from, to);
    }

    @Override
    public CalendarDay day(LocalDate day) {
        touch(day);
        return calendar.day(day);
    }

    @Override
    public String notice(LocalDate day) {
        touch(day);
        return calendar.notice(day);
    }

    @Override
    public String id() {
        return calendar.id();
    }

    @Override
    public String version() {
        return calendar.version();
    }

    @Override
    public LocalDate firstDay() {
        return calendar.firstDay();
    }

    @Override
    public LocalDate lastDay() {
        return calendar.lastDay();
    }

    @Override
    public Certainty certainty(LocalDate from, LocalDate to) {
        return calendar.certainty(from, to);
    }

    @Override
    public WorkingCalendar asOf(LocalDate knowledgeDay) {
        return calendar.asOf(knowledgeDay);
    }

    @Override
    public WorkingCalendar scenario(Scenario scenario) {
        return calendar.scenario(scenario);
    }

    @Override
    public String assumption() {
        return calendar.assumption();
    }

    @Override
    public String assumption(LocalDate latest) {
        return calendar.assumption(latest);
    }
}
