package org.complaintkit.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.calendar.Convention.TargetRule;
import org.complaintkit.calendar.Convention.TimeOfDay;
import org.jspecify.annotations.Nullable;

/** One count of one term: start, limit and target, and the days of the calendar that they depend on. */
final class Counting {
    private final DueQuestion q;
    private final ZoneId zone;
    private final Scenario scenario;
    private final Watched calendar;
    private final Convention convention;
    private final StartRule.Started started;
    private final boolean startMoves;
    private final LastWorkingDay lastWorkingDay;
    private final @Nullable LocalDate countedThrough;
    private final DueMoment limit;
    private final DueMoment target;
    private final List<String> notes = new ArrayList<>();

    private Counting(DueQuestion q, Scenario scenario, Term term) {
        this.q = q;
        this.zone = q.zone();
        this.scenario = scenario;
        this.calendar = read(q, scenario);
        this.convention = q.conventions().forTerm(term);
        this.started = StartRule.apply(q, calendar, convention);
        this.startMoves = scenario != Scenario.LIKELY && startMoves();
        Watched surely = scenario == Scenario.LATEST ? read(q, Scenario.EARLIEST) : calendar;
        this.lastWorkingDay = new LastWorkingDay(calendar, surely, scenario, started.day());
        Ends ends = ends(term).atLeast(holding(q.conventions().leastWorkingDays(term)));
        this.countedThrough = ends.most == null || !ends.most.wholeDay() ? null : ends.most.day();
        DueMoment most = capped(limit(ends.most, term));
        DueMoment low = ends.least == null ? most : earlier(limit(ends.least, term), most);
        this.limit = most;
        this.target = earlier(target(term, low), most);
        if (isBeforeStart(most)) {
            note(Due.LIMIT_BEFORE_START);
        }
    }

    /** The answer as it is expected, or a bound of it: every step is put to that reading of the calendar. */
    static Counting of(DueQuestion q, Scenario scenario, Term term) {
        return new Counting(q, scenario, term);
    }

    private static Watched read(DueQuestion q, Scenario scenario) {
        return new Watched(
                scenario == Scenario.LIKELY ? q.calendar() : q.calendar().scenario(scenario));
    }

    private boolean startMoves() {
        return !StartRule.apply(q, read(q, Scenario.EARLIEST), convention)
                .moment()
                .equals(StartRule.apply(q, read(q, Scenario.LATEST), convention).moment());
    }

    DueMoment start() {
        return started.moment();
    }

    DueMoment target() {
        return target;
    }

    DueMoment limit() {
        return limit;
    }

    Convention convention() {
        return convention;
    }

    /** Last counted day before any move, or null for a term by the clock. */
    @Nullable
    LocalDate countedThrough() {
        return countedThrough;
    }

    List<String> notes() {
        return notes;
    }

    Certainty certainty() {
        return calendar.certainty();
    }

    /** The same for what was looked at up to a day, that day included. */
    Certainty certaintyThrough(LocalDate end) {
        return calendar.certaintyThrough(end);
    }

    /** Both ends as counted, before any move; a whole day stands for itself. */
    private record Ends(@Nullable DueMoment least, DueMoment most) {
        Ends atLeast(@Nullable DueMoment floor) {
            return floor == null || floor.compareTo(most) <= 0 ? this : new Ends(least, floor);
        }
    }

    /** The day by which so many working days have passed, pauses left out, or null if none are asked for. */
    private @Nullable DueMoment holding(int workingDays) {
        return workingDays == 0 ? null : count(workingDays, TermUnit.WORKING_DAYS);
    }

    private Ends ends(Term term) {
        if (term instanceof Term.Range range) {
            // A range of one value wants what it permits, also where a law prolongs that.
            DueMoment least = range.least() < range.most() ? count(range.least(), range.unit()) : null;
            return new Ends(least, count(range.most(), range.unit()));
        }
        if (term instanceof Term.Amount amount) {
            return new Ends(null, count(amount.amount(), amount.unit()));
        }
        if (term instanceof Term.Moment moment) {
            return new Ends(null, count(moment.amount(), moment.unit()));
        }
        LocalDate date = ((Term.FixedDate) term).date().from(started.day());
        return new Ends(null, DueMoment.ofDay(date, zone));
    }

    private DueMoment count(int n, TermUnit unit) {
        if (unit.isDays()) {
            LocalDate day = new DayCount(q, calendar, convention).end(started.day(), n, unit);
            return day.equals(LocalDate.MAX) ? DueMoment.never() : DueMoment.ofDay(day, zone);
        }
        Instant end = new ClockCount(q, calendar).end(started.instant(), n, unit);
        return end.equals(Instant.MAX) ? DueMoment.never() : DueMoment.ofInstant(end, zone);
    }

    private DueMoment limit(DueMoment end, Term term) {
        if (end.isNever()) {
            note(Due.CLOCK_STOPPED);
            return end;
        }
        if (!end.wholeDay()) {
            return end;
        }
        LocalDate day = end.day();
        LocalDate moved = switch (convention.lastDay()) {
            case STAY -> day;
            case FORWARD -> calendar.nextOrSame(day);
            case BACK -> back(day, term);
        };
        return timed(moved);
    }

    private LocalDate back(LocalDate day, Term term) {
        if (term instanceof Term.FixedDate) {
            return lastWorkingDay.any(day, false);
        }
        LocalDate moved = lastWorkingDay.afterStart(day, false);
        if (moved != null) {
            return moved;
        }
        if (!calendar.isWorkingDay(day)) {
            note(Due.NO_WORKING_DAY_IN_WINDOW);
        }
        return lastWorkingDay.limitWithout(day);
    }

    private DueMoment target(Term term, DueMoment low) {
        if (low.isNever() || !countsDays(term) || convention.target() == TargetRule.SAME) {
            return low;
        }
        boolean strictly = convention.target() == TargetRule.LAST_WORKING_DAY_BEFORE;
        if (term instanceof Term.FixedDate) {
            return timed(lastWorkingDay.any(low.day(), strictly));
        }
        LocalDate day = lastWorkingDay.afterStart(low.day(), strictly);
        if (day != null) {
            return timed(day);
        }
        note(Due.NO_WORKING_DAY_IN_WINDOW);
        LocalDate without = lastWorkingDay.targetWithout(low.day(), strictly);
        DueMoment target = without == null ? low : timed(without);
        return scenario == Scenario.EARLIEST ? earlier(target, low) : target;
    }

    private static boolean countsDays(Term term) {
        return switch (TermKind.of(term)) {
            case HOURS, WORKING_HOURS -> false;
            default -> true;
        };
    }

    private DueMoment timed(LocalDate day) {
        if (convention.timeOfDay() == TimeOfDay.KEEP) {
            if (startMoves) {
                // A start that moves loses its time of day, so nothing is known of the limit's.
                LocalDate bound = scenario == Scenario.EARLIEST ? day : day.plusDays(1);
                return DueMoment.ofInstant(bound.atStartOfDay(zone).toInstant(), zone);
            }
            // Where clocks go back a time of day comes twice: the start's own is kept, or a limit lies before its
            // start.
            ZonedDateTime start = started.instant().atZone(zone);
            ZonedDateTime end = ZonedDateTime.ofLocal(day.atTime(start.toLocalTime()), zone, start.getOffset());
            return DueMoment.ofInstant(end.toInstant(), zone);
        }
        if (convention.timeOfDay() == TimeOfDay.CLOSE_OF_BUSINESS) {
            DueMoment close = calendar.close(q, day);
            if (close.wholeDay()) {
                note(Due.NO_CLOSE_OF_BUSINESS);
            }
            return close;
        }
        return DueMoment.ofDay(day, zone);
    }

    private DueMoment capped(DueMoment counted) {
        DueMoment cap = q.earlierLimit();
        if (cap == null || counted.compareTo(cap) <= 0) {
            return counted;
        }
        note(Due.CAPPED);
        return cap;
    }

    private boolean isBeforeStart(DueMoment end) {
        DueMoment start = started.moment();
        boolean days = end.wholeDay() || start.wholeDay();
        return days ? end.day().isBefore(start.day()) : end.at().isBefore(start.at());
    }

    private static DueMoment earlier(DueMoment a, DueMoment b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private void note(String note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }
}
