package org.complaintkit.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What a {@link ProofChecker} says of single days. */
final class CheckedDays {
    private CheckedDays() {}

    /** How many days must be counted; weeks, months and years are as many days as the common calendar makes them. */
    static long daysToCount(Term term, int amount, LocalDate start) {
        TermUnit unit = term instanceof Term.Amount a
                ? a.unit()
                : term instanceof Term.Range r ? r.unit() : ((Term.Moment) term).unit();
        return switch (unit) {
            case WEEKS -> 7L * amount;
            case MONTHS, YEARS -> months(start, unit == TermUnit.YEARS ? 12L * amount : amount);
            default -> amount;
        };
    }

    private static long months(LocalDate start, long months) {
        long index = start.getYear() * 12L + start.getMonthValue() - 1 + months;
        int year = (int) (index / 12);
        int month = (int) (index % 12) + 1;
        LocalDate first = LocalDate.of(year, month, 1);
        LocalDate end = first.withDayOfMonth(Math.min(start.getDayOfMonth(), first.lengthOfMonth()));
        // A start day that counts makes the period begin and end one day earlier: the number of days is the same.
        return end.toEpochDay() - start.toEpochDay();
    }

    static boolean counts(Proof proof, WorkingCalendar calendar, LocalDate day) {
        if (paused(proof, day)) {
            return false;
        }
        boolean any = TermKind.of(proof.term()) != TermKind.WORKING_DAYS && !isWorkingDayMoment(proof.term());
        return any || calendar.day(day).working();
    }

    private static boolean isWorkingDayMoment(Term term) {
        return term instanceof Term.Moment moment && moment.unit() == TermUnit.WORKING_DAYS;
    }

    static boolean paused(Proof proof, LocalDate day) {
        ZoneId zone = proof.zone();
        for (Pause pause : proof.pauses()) {
            Instant to = pause.to();
            boolean begun = day.isAfter(LocalDate.ofInstant(pause.from(), zone));
            boolean over = to != null && day.isAfter(LocalDate.ofInstant(to, zone));
            if (begun && !over) {
                return true;
            }
        }
        return false;
    }

    static boolean standsForEver(Proof proof, LocalDate day) {
        for (Pause pause : proof.pauses()) {
            if (pause.to() == null && day.isAfter(LocalDate.ofInstant(pause.from(), proof.zone()))) {
                return true;
            }
        }
        return false;
    }

    static SkippedDay skipped(Proof proof, WorkingCalendar calendar, LocalDate date, boolean counting) {
        if (counting && paused(proof, date)) {
            return new SkippedDay(date, "PAUSED", "", "");
        }
        CalendarDay day = calendar.day(date);
        return new SkippedDay(date, String.valueOf(day.kind()), day.name(), day.source());
    }
}
