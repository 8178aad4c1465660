package org.complaintkit.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.calendar.Convention.StartDay;

/** The days of a proof, counted and skipped. */
final class ProofDays {
    private final DueQuestion q;
    private final Counting counting;
    private final Term term;
    private final List<CountedDay> counted = new ArrayList<>();
    private final List<SkippedDay> skipped = new ArrayList<>();

    ProofDays(DueQuestion q, Counting counting, Term term) {
        this.q = q;
        this.counting = counting;
        this.term = term;
    }

    List<CountedDay> counted() {
        return counted;
    }

    List<SkippedDay> skipped() {
        return skipped;
    }

    void list() {
        LocalDate through = counting.countedThrough();
        if (TermKind.of(term) == TermKind.WORKING_HOURS) {
            service();
        } else if (through != null) {
            days(through);
        }
    }

    private void days(LocalDate through) {
        boolean workingDays = TermKind.of(term) == TermKind.WORKING_DAYS
                || (term instanceof Term.Moment moment && moment.unit() == TermUnit.WORKING_DAYS);
        List<Standstills.Days> standstills = Standstills.days(q.pauses(), q.zone());
        LocalDate start = counting.start().day();
        LocalDate limit = counting.limit().day();
        LocalDate last = through.isAfter(limit) && q.earlierLimit() == null ? through : limit;
        boolean included = counting.convention().startDay() == StartDay.INCLUDED && amount() > 0;
        for (LocalDate day = included ? start : start.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            if (day.isAfter(through)) {
                if (day.isBefore(limit)) {
                    rest(q.calendar().day(day));
                }
            } else if (still(standstills, day)) {
                paused(day);
            } else if (!workingDays) {
                counted.add(new CountedDay(day, Duration.ZERO, CountedDay.DAY, "", "", Certainty.OFFICIAL));
            } else {
                workingDay(q.calendar().day(day));
            }
        }
    }

    private void workingDay(CalendarDay day) {
        if (day.working()) {
            counted(day, Duration.ZERO);
        } else {
            rest(day);
        }
    }

    private void service() {
        ZoneId zone = q.zone();
        ServiceClock clock = ServiceClocks.of(q.calendar(), q.serviceHours(), zone);
        List<Standstills.Time> standstills = Standstills.time(q.pauses());
        DueMoment start = counting.start();
        DueMoment limit = counting.limit();
        for (LocalDate day = start.day(); !day.isAfter(limit.day()); day = day.plusDays(1)) {
            Instant from = later(start.at(), day.atStartOfDay(zone).toInstant());
            Instant to = earlier(limit.at(), day.plusDays(1).atStartOfDay(zone).toInstant());
            Duration open = from.isBefore(to) ? clock.between(from, to) : Duration.ZERO;
            Duration time = open;
            for (Standstills.Time still : standstills) {
                Instant stop = later(from, still.from());
                Instant go = earlier(to, still.to());
                time = stop.isBefore(go) ? time.minus(clock.between(stop, go)) : time;
            }
            CalendarDay known = q.calendar().day(day);
            if (!time.isZero()) {
                counted(known, time);
            } else if (!day.equals(start.day())) {
                if (!open.isZero()) {
                    paused(day);
                } else if (known.working()) {
                    skipped.add(new SkippedDay(day, SkippedDay.CLOSED, "", "", known.certainty()));
                } else {
                    rest(known);
                }
            }
        }
    }

    private void counted(CalendarDay day, Duration time) {
        counted.add(new CountedDay(day.date(), time, day.kind().name(), day.name(), notice(day), day.certainty()));
    }

    private void rest(CalendarDay day) {
        skipped.add(new SkippedDay(day.date(), day.kind().name(), day.name(), notice(day), day.certainty()));
    }

    private String notice(CalendarDay day) {
        return q.calendar().notice(day.date());
    }

    private void paused(LocalDate day) {
        skipped.add(new SkippedDay(day, SkippedDay.PAUSED, "", "", Certainty.OFFICIAL));
    }

    private static boolean still(List<Standstills.Days> standstills, LocalDate day) {
        for (Standstills.Days still : standstills) {
            if (day.isAfter(still.after()) && !day.isAfter(still.last())) {
                return true;
            }
        }
        return false;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private int amount() {
        if (term instanceof Term.Amount amount) {
            return amount.amount();
        }
        return term instanceof Term.Range range ? range.most() : ((Term.Moment) term).amount();
    }
}
