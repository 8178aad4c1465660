package org.complaintkit.calendar.check;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.complaintkit.calendar.Certainty;
import org.complaintkit.calendar.Convention.StartDay;
import org.complaintkit.calendar.CountedDay;
import org.complaintkit.calendar.DateRule;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.calendar.Proof;
import org.complaintkit.calendar.SkippedDay;
import org.jspecify.annotations.Nullable;

/** Limits in days as a {@link ProofChecker} finds them: it counts one day after the other. */
final class CheckedDays {
    private final Proof proof;
    private final CheckedTerm term;
    private final CheckedCalendar calendar;
    private final CheckedPauses pauses;

    CheckedDays(Proof proof, CheckedTerm term, CheckedCalendar calendar) {
        this.proof = proof;
        this.term = term;
        this.calendar = calendar;
        this.pauses = new CheckedPauses(proof);
    }

    /** The last counted day of so much, or null if the clock stands still before. */
    @Nullable
    LocalDate last(LocalDate start, long amount) {
        DateRule date = term.date();
        if (date != null) {
            return CheckedDates.named(date, start);
        }
        if (amount == 0) {
            return start;
        }
        boolean startCounts = proof.convention().startDay() == StartDay.INCLUDED;
        long left = term.shape() == CheckedTerm.Shape.MONTHS ? CheckedDates.days(start, amount, startCounts) : amount;
        LocalDate day = startCounts ? start : start.plusDays(1);
        while (!pauses.neverEndsOn(day)) {
            if (counts(day, true)) {
                left--;
            }
            if (left <= 0) {
                return day;
            }
            day = CheckedCalendar.inRange(day.plusDays(1));
        }
        return null;
    }

    /** The last counted day, or the later one on which the period holds the working days that its law asks for. */
    @Nullable
    LocalDate prolonged(LocalDate start, @Nullable LocalDate counted) {
        int least = CheckedLaws.workingDaysWithin(proof.conventionName(), proof.term());
        if (counted == null || least == 0) {
            return counted;
        }
        LocalDate day = start;
        while (least > 0) {
            day = day.plusDays(1);
            if (pauses.neverEndsOn(day)) {
                return null;
            }
            least -= !pauses.covers(day) && calendar.working(day) ? 1 : 0;
        }
        return day.isAfter(counted) ? day : counted;
    }

    private boolean counts(LocalDate day, boolean depends) {
        if (pauses.covers(day)) {
            return false;
        }
        if (term.shape() != CheckedTerm.Shape.WORKING_DAYS) {
            return true;
        }
        return depends ? calendar.working(day) : calendar.look(day).working();
    }

    /** Both lists. */
    void list(LocalDate start, LocalDate most, DueMoment limit, List<CountedDay> counted, List<SkippedDay> skipped) {
        boolean included = proof.convention().startDay() == StartDay.INCLUDED && term.most() > 0;
        LocalDate end = proof.cap() == null && most.isAfter(limit.day()) ? most : limit.day();
        for (LocalDate day = included ? start : start.plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
            boolean within = !day.isAfter(most);
            if (within && counts(day, false)) {
                counted.add(
                        term.shape() == CheckedTerm.Shape.WORKING_DAYS
                                ? CheckedReasons.counted(calendar, day, Duration.ZERO)
                                : new CountedDay(day, Duration.ZERO, "DAY", "", "", Certainty.OFFICIAL));
            } else if (within && pauses.covers(day)) {
                skipped.add(new SkippedDay(day, "PAUSED", "", "", Certainty.OFFICIAL));
            } else if (within || day.isBefore(limit.day())) {
                skipped.add(CheckedReasons.rest(calendar, day));
            }
        }
    }
}
