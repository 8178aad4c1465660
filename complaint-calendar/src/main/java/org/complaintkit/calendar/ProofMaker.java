package org.complaintkit.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.calendar.Convention.StartDay;
import org.jspecify.annotations.Nullable;

/** Writes down how a count came about, day by day. */
final class ProofMaker {
    /** Longer spans than any calendar holds are not listed. */
    private static final int MOST_DAYS = 50_000;

    private ProofMaker() {}

    static Proof of(DueQuestion q, Counting counting, Term term, List<String> notes) {
        List<LocalDate> counted = new ArrayList<>();
        List<SkippedDay> skipped = new ArrayList<>();
        LocalDate through = term instanceof Term.FixedDate ? null : counting.countedThrough();
        if (through != null && !counting.limit().isNever()) {
            LocalDate start = counting.start().day();
            if (ChronoUnit.DAYS.between(start, counting.limit().day()) > MOST_DAYS) {
                notes.add(Due.PROOF_ABRIDGED);
            } else {
                list(q, counting, term, through, counted, skipped);
            }
        }
        ConventionSet set = q.conventions();
        return new Proof(
                q.calendar().id(),
                q.calendar().version(),
                q.zone(),
                counting.convention(),
                set.name(),
                set.source(term),
                term,
                q.start(),
                counting.start(),
                counting.target(),
                counting.limit(),
                counted,
                skipped,
                q.pauses(),
                usesHours(counting.convention(), term) ? q.serviceHours() : null,
                q.earlierLimit());
    }

    private static boolean usesHours(Convention convention, Term term) {
        return TermKind.of(term) == TermKind.WORKING_HOURS
                || convention.outsideHours() == Convention.OutsideHours.NEXT_OPENING
                || convention.timeOfDay() == Convention.TimeOfDay.CLOSE_OF_BUSINESS;
    }

    private static void list(
            DueQuestion q,
            Counting counting,
            Term term,
            LocalDate through,
            List<LocalDate> counted,
            List<SkippedDay> skipped) {
        boolean workingDays = unit(term) == TermUnit.WORKING_DAYS;
        List<Standstills.Days> standstills = Standstills.days(q.pauses(), q.zone());
        LocalDate start = counting.start().day();
        LocalDate limit = counting.limit().day();
        LocalDate last = through.isAfter(limit) && q.earlierLimit() == null ? through : limit;
        boolean included = counting.convention().startDay() == StartDay.INCLUDED && amount(term) > 0;
        for (LocalDate day = included ? start : start.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            if (day.isAfter(through)) {
                if (day.isBefore(limit)) {
                    skipped.add(rest(q.calendar().day(day)));
                }
            } else if (still(standstills, day)) {
                skipped.add(new SkippedDay(day, "PAUSED", "", ""));
            } else if (!workingDays || q.calendar().isWorkingDay(day)) {
                counted.add(day);
            } else {
                skipped.add(rest(q.calendar().day(day)));
            }
        }
    }

    private static SkippedDay rest(CalendarDay day) {
        return new SkippedDay(day.date(), day.kind().name(), day.name(), day.source());
    }

    private static boolean still(List<Standstills.Days> standstills, LocalDate day) {
        for (Standstills.Days still : standstills) {
            if (day.isAfter(still.after()) && !day.isAfter(still.last())) {
                return true;
            }
        }
        return false;
    }

    private static int amount(Term term) {
        if (term instanceof Term.Amount amount) {
            return amount.amount();
        }
        return term instanceof Term.Range range ? range.most() : ((Term.Moment) term).amount();
    }

    private static @Nullable TermUnit unit(Term term) {
        if (term instanceof Term.Amount amount) {
            return amount.unit();
        }
        if (term instanceof Term.Range range) {
            return range.unit();
        }
        return term instanceof Term.Moment moment ? moment.unit() : null;
    }
}
