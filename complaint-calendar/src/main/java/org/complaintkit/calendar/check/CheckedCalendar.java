package org.complaintkit.calendar.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.complaintkit.calendar.CalendarDay;
import org.complaintkit.calendar.Certainty;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** A calendar as a {@link ProofChecker} asks it, one day at a time; it remembers on which days a count depends. */
final class CheckedCalendar {
    private static final int LAST_YEAR = 9999;

    private final WorkingCalendar calendar;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;

    CheckedCalendar(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** A look on which the count does not depend. */
    CalendarDay look(LocalDate day) {
        return calendar.day(inRange(day));
    }

    /** The notice by which a day is what it is. */
    String notice(CalendarDay day) {
        return calendar.notice(day.date());
    }

    /** What the calendar assumes of an answer that comes at a moment at the latest. */
    static String assumption(WorkingCalendar calendar, DueMoment latest) {
        return calendar.assumption(latest.isNever() ? calendar.lastDay() : latest.day());
    }

    boolean isCovered(LocalDate day) {
        return !day.isBefore(calendar.firstDay());
    }

    /** Whether a moment comes on a day of the calendar that a schedule settles. */
    boolean settles(DueMoment moment) {
        return !moment.isNever()
                && isCovered(moment.day())
                && !moment.day().isAfter(calendar.lastDay())
                && look(moment.day()).certainty() == Certainty.OFFICIAL;
    }

    boolean working(LocalDate day) {
        dependOn(day);
        return look(day).working();
    }

    void dependOn(LocalDate day) {
        if (first == null || first.isAfter(day)) {
            first = day;
        }
        if (last == null || last.isBefore(day)) {
            last = day;
        }
    }

    /** Whether a day on which the count depends, or one between two of them, is not settled. */
    boolean unsettled() {
        if (first == null || last == null) {
            return false;
        }
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (look(day).certainty() == Certainty.PROVISIONAL) {
                return true;
            }
        }
        return false;
    }

    /** Whether a day is settled, and each day before it on which the count depends or which lies between. */
    boolean settledThrough(LocalDate end) {
        LocalDate day = end;
        boolean settled = look(day).certainty() == Certainty.OFFICIAL;
        while (settled && first != null && first.isBefore(day)) {
            day = day.minusDays(1);
            settled = look(day).certainty() == Certainty.OFFICIAL;
        }
        return settled;
    }

    /** Ends a walk that would leave the years of dates. */
    static LocalDate inRange(LocalDate day) {
        if (day.getYear() > LAST_YEAR || day.getYear() < 1) {
            throw new DateTimeException("a day lies outside the years 1 to " + LAST_YEAR);
        }
        return day;
    }
}
