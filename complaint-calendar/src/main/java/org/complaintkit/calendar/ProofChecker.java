package org.complaintkit.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.complaintkit.calendar.Convention.LastDay;
import org.complaintkit.calendar.Convention.StartDay;
import org.complaintkit.calendar.Convention.TargetRule;

/**
 * Verifies a proof by walking from its start one day after the other: it counts by itself and asks the calendar about
 * single days only. What a fixed date or a line of service hours means is shared with the arithmetic that made the proof.
 * Slow and plain on purpose; QA teams may rely on it, or read it as the specification. Stateless and thread-safe.
 */
public final class ProofChecker {
    private static final int LAST_YEAR = 10_000;
    private static final Instant LAST_INSTANT = Instant.parse("+10001-01-01T00:00:00Z");

    private final Proof proof;
    private final WorkingCalendar calendar;
    private final List<String> faults = new ArrayList<>();

    private ProofChecker(Proof proof, WorkingCalendar calendar) {
        this.proof = proof;
        this.calendar = calendar;
    }

    /**
     * What is wrong with a proof, in English, one fault an entry; empty if it holds.
     *
     * @param calendar the calendar of the version that the proof names
     */
    public static List<String> faults(Proof proof, WorkingCalendar calendar) {
        ProofChecker checker = new ProofChecker(proof, calendar);
        checker.identity();
        if (checker.faults.isEmpty()) {
            try {
                checker.start();
                checker.end();
            } catch (InvalidInputException e) {
                checker.faults.add("the proof leaves the days that the calendar covers: " + e.code());
            }
        }
        return List.copyOf(checker.faults);
    }

    private void identity() {
        same("calendar", calendar.id(), proof.calendarId());
        same("calendar version", calendar.version(), proof.calendarVersion());
        if (proof.conventionName().equals(Conventions.CUSTOM)) {
            same("source", "", proof.source());
        } else if (Conventions.names().contains(proof.conventionName())) {
            ConventionSet set = Conventions.named(proof.conventionName());
            same("convention", set.forTerm(proof.term()), proof.convention());
            same("source", set.source(proof.term()), proof.source());
        }
        for (DueMoment moment : List.of(proof.asked(), proof.start(), proof.target(), proof.limit())) {
            boolean beyond = moment.day().getYear() > LAST_YEAR || moment.at().isAfter(LAST_INSTANT);
            same("moment within the years of dates", true, moment.isNever() || !beyond);
        }
        boolean needsHours = TermKind.of(proof.term()) == TermKind.WORKING_HOURS
                || proof.convention().outsideHours() == Convention.OutsideHours.NEXT_OPENING
                || proof.convention().timeOfDay() == Convention.TimeOfDay.CLOSE_OF_BUSINESS;
        same("service hours given", needsHours, proof.serviceHours() != null);
    }

    private void start() {
        CheckedMoments moments = new CheckedMoments(proof, calendar);
        same("asked", true, moments.isSound(proof.asked()));
        same("start", moments.start(), proof.start());
    }

    private void end() {
        TermKind kind = TermKind.of(proof.term());
        if (kind == TermKind.HOURS || kind == TermKind.WORKING_HOURS) {
            list("counted", List.of(), proof.counted());
            list("skipped", List.of(), proof.skipped());
            faults.addAll(new CheckedHours(proof, calendar).faults());
            return;
        }
        LocalDate most = holding(last(upper(proof.term())));
        LocalDate least = proof.term() instanceof Term.Range range ? last(range.least()) : most;
        CheckedMoments moments = new CheckedMoments(proof, calendar);
        DueMoment limit = capped(on(most, moments));
        same("limit", limit, proof.limit());
        DueMoment low = earlier(on(least, moments), limit);
        same("target", earlier(target(low, moments), limit), proof.target());
        days(most, limit.isNever());
    }

    private DueMoment on(LocalDate counted, CheckedMoments moments) {
        return counted.equals(LocalDate.MAX) ? DueMoment.never() : moments.on(moved(counted));
    }

    private static int upper(Term term) {
        if (term instanceof Term.Amount amount) {
            return amount.amount();
        }
        if (term instanceof Term.Range range) {
            return range.most();
        }
        return term instanceof Term.Moment moment ? moment.amount() : -1;
    }

    /** The last counted day, or the later day on which the period holds the working days that its law asks for. */
    private LocalDate holding(LocalDate counted) {
        int least = Conventions.names().contains(proof.conventionName())
                ? Conventions.named(proof.conventionName()).leastWorkingDays(proof.term())
                : 0;
        if (least == 0) {
            return counted;
        }
        LocalDate day = proof.start().day();
        while (least > 0 && !counted.equals(LocalDate.MAX)) {
            day = day.plusDays(1);
            if (CheckedDays.standsForEver(proof, day)) {
                return LocalDate.MAX;
            }
            least -= !CheckedDays.paused(proof, day) && calendar.day(day).working() ? 1 : 0;
        }
        return day.isAfter(counted) ? day : counted;
    }

    /** Last counted day for an amount. */
    private LocalDate last(int amount) {
        LocalDate start = proof.start().day();
        if (proof.term() instanceof Term.FixedDate date) {
            return date.date().from(start);
        }
        boolean included = proof.convention().startDay() == StartDay.INCLUDED;
        long left = CheckedDays.daysToCount(proof.term(), amount, start);
        LocalDate day = start;
        if (left == 0) {
            return day;
        }
        if (!included) {
            day = day.plusDays(1);
        }
        while (true) {
            if (CheckedDays.standsForEver(proof, day)) {
                return LocalDate.MAX;
            }
            if (CheckedDays.counts(proof, calendar, day) && --left == 0) {
                return day;
            }
            day = day.plusDays(1);
        }
    }

    private LocalDate moved(LocalDate day) {
        LastDay rule = proof.convention().lastDay();
        LocalDate moved = day;
        if (rule == LastDay.FORWARD) {
            while (!calendar.day(moved).working()) {
                moved = moved.plusDays(1);
            }
        } else if (rule == LastDay.BACK && !calendar.day(day).working()) {
            do {
                moved = moved.minusDays(1);
            } while (!calendar.day(moved).working());
            boolean inWindow = moved.isAfter(proof.start().day());
            return inWindow || proof.term() instanceof Term.FixedDate ? moved : day;
        }
        return moved;
    }

    private DueMoment target(DueMoment low, CheckedMoments moments) {
        TargetRule rule = proof.convention().target();
        if (rule == TargetRule.SAME || low.isNever()) {
            return low;
        }
        LocalDate start = proof.start().day();
        LocalDate day = rule == TargetRule.LAST_WORKING_DAY_BEFORE ? low.day().minusDays(1) : low.day();
        boolean fixed = proof.term() instanceof Term.FixedDate;
        while ((fixed || day.isAfter(start)) && !calendar.day(day).working()) {
            day = day.minusDays(1);
        }
        if (fixed || day.isAfter(start)) {
            return moments.on(day);
        }
        return calendar.day(start).working() ? moments.on(start) : low;
    }

    /** Both lists, rebuilt. */
    private void days(LocalDate most, boolean never) {
        if (never || proof.term() instanceof Term.FixedDate || upper(proof.term()) < 0) {
            list("counted", List.of(), proof.counted());
            list("skipped", List.of(), proof.skipped());
            return;
        }
        List<LocalDate> counted = new ArrayList<>();
        List<SkippedDay> skipped = new ArrayList<>();
        LocalDate limit = proof.limit().day();
        LocalDate start = proof.start().day();
        boolean included = proof.convention().startDay() == StartDay.INCLUDED && upper(proof.term()) > 0;
        LocalDate end = proof.cap() == null && most.isAfter(limit) ? most : limit;
        for (LocalDate day = included ? start : start.plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
            if (!day.isAfter(most) && CheckedDays.counts(proof, calendar, day)) {
                counted.add(day);
            } else if (!day.isAfter(most) || day.isBefore(limit)) {
                skipped.add(CheckedDays.skipped(proof, calendar, day, !day.isAfter(most)));
            }
        }
        list("counted", counted, proof.counted());
        list("skipped", skipped, proof.skipped());
    }

    private DueMoment capped(DueMoment limit) {
        DueMoment cap = proof.cap();
        return cap == null ? limit : earlier(limit, cap);
    }

    private static DueMoment earlier(DueMoment a, DueMoment b) {
        Instant first = a.at();
        return first.isAfter(b.at()) || (first.equals(b.at()) && a.wholeDay() && !b.wholeDay()) ? b : a;
    }

    /** Names the first difference only: a list may hold years of days. */
    private void list(String what, List<?> expected, List<?> found) {
        int i = 0;
        while (i < expected.size() && i < found.size() && expected.get(i).equals(found.get(i))) {
            i++;
        }
        if (i < expected.size() || i < found.size()) {
            same(
                    what + " day no. " + (i + 1),
                    i < expected.size() ? expected.get(i) : "none",
                    i < found.size() ? found.get(i) : "none");
        }
    }

    private void same(String what, Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            faults.add(what + " is " + found + " and should be " + expected);
        }
    }
}
