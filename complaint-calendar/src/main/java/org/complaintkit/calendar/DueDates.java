package org.complaintkit.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Answers questions about deadlines. Pure functions: the same question has the same answer for ever. */
public final class DueDates {
    private DueDates() {}

    /**
     * By when something is due, with its proof.
     *
     * @throws InvalidInputException if the term needs a time of day and the start is a whole day
     *     (START_TIME_REQUIRED), if it needs a date that is not given (TERM_NEEDS_DATE), or if the answer lies outside the
     *     calendar (DAY_OUTSIDE_CALENDAR)
     */
    public static Due answer(DueQuestion q) {
        Term term = q.term() instanceof Term.Soft soft ? q.meaning(soft.word()) : q.term();
        return term instanceof Term.Combined combined ? combined(q, combined) : single(q, term);
    }

    /** The limit alone, without target and proof: what {@link #answer} gives as limit, at a fraction of the cost. */
    public static DueMoment limit(DueQuestion q) {
        Term term = q.term() instanceof Term.Soft soft ? q.meaning(soft.word()) : q.term();
        if (term instanceof Term.Combined combined) {
            return combined(q, combined).limit();
        }
        return Counting.of(q, Scenario.LIKELY, term).limit();
    }

    private static Due single(DueQuestion q, Term term) {
        Counting likely = Counting.of(q, Scenario.LIKELY, term);
        List<String> notes = new ArrayList<>(likely.notes());
        Forecast forecast = Forecasts.of(q, likely, term);
        if (forecast != null) {
            notes.add(Due.CALENDAR_YEAR_UNKNOWN);
        }
        Proof proof = ProofMaker.of(q, likely, term, notes);
        return new Due(
                likely.start(),
                likely.target(),
                likely.limit(),
                forecast == null ? Certainty.OFFICIAL : Certainty.PROVISIONAL,
                forecast,
                notes,
                proof);
    }

    private static Due combined(DueQuestion q, Term.Combined term) {
        List<Due> parts = new ArrayList<>();
        Due decides = null;
        for (Term part : term.parts()) {
            Due due = single(q, part instanceof Term.Soft soft ? q.meaning(soft.word()) : part);
            parts.add(due);
            decides = decides == null || Forecasts.wins(term, due.limit(), decides.limit()) ? due : decides;
        }
        Due decided = java.util.Objects.requireNonNull(decides);
        Forecast forecast = Forecasts.combined(q, term, parts, decided);
        List<String> notes = new ArrayList<>(decided.notes());
        notes.remove(Due.CALENDAR_YEAR_UNKNOWN);
        if (forecast != null) {
            notes.add(Due.CALENDAR_YEAR_UNKNOWN);
        }
        return new Due(
                decided.start(),
                decided.target(),
                decided.limit(),
                forecast == null ? Certainty.OFFICIAL : Certainty.PROVISIONAL,
                forecast,
                notes,
                decided.proof());
    }

    /**
     * The moment so much before a limit, for warnings: of working days, the n-th one strictly before the limit's day; of
     * days, weeks, months and years, that day; of hours and minutes, that instant.
     *
     * @throws InvalidInputException TERM_NOT_SUBTRACTABLE for any other term
     */
    public static DueMoment before(WorkingCalendar calendar, ZoneId zone, DueMoment limit, Term term) {
        if (!(term instanceof Term.Amount amount)) {
            throw notSubtractable(term);
        }
        int n = amount.amount();
        LocalDate day = limit.day();
        return switch (amount.unit()) {
            case WORKING_DAYS -> DueMoment.ofDay(calendar.plusWorkingDays(day, -n), zone);
            case DAYS -> DueMoment.ofDay(day.minusDays(n), zone);
            case WEEKS -> DueMoment.ofDay(day.minusWeeks(n), zone);
            case MONTHS -> DueMoment.ofDay(day.minusMonths(n), zone);
            case YEARS -> DueMoment.ofDay(day.minusYears(n), zone);
            case HOURS -> DueMoment.ofInstant(limit.at().minus(Duration.ofHours(n)), zone);
            case MINUTES -> DueMoment.ofInstant(limit.at().minus(Duration.ofMinutes(n)), zone);
            case WORKING_HOURS, WORKING_MINUTES -> throw notSubtractable(term);
        };
    }

    /**
     * The instant so much service time before a limit, for warnings: the last one from which that time passes until it.
     *
     * @param time in working hours or minutes
     */
    public static DueMoment before(ServiceClock clock, ZoneId zone, DueMoment limit, Term.Amount time) {
        Duration duration = switch (time.unit()) {
            case WORKING_HOURS -> Duration.ofHours(time.amount());
            case WORKING_MINUTES -> Duration.ofMinutes(time.amount());
            default -> throw notSubtractable(time);
        };
        return DueMoment.ofInstant(clock.minus(limit.at(), duration), zone);
    }

    /** The instant at which a share of the time from start to limit has passed, 0 to 100 percent. */
    public static Instant share(Instant start, DueMoment limit, int percent) {
        if (percent < 0 || percent > 100 || limit.isNever() || limit.at().isBefore(start)) {
            throw InvalidInputException.of("SHARE_OUT_OF_RANGE", "share of a time")
                    .value(percent)
                    .rule("0 to 100 percent of a time that ends after it starts")
                    .wayOut("choose another share")
                    .build();
        }
        return start.plusMillis(Duration.between(start, limit.at()).toMillis() / 100 * percent);
    }

    private static InvalidInputException notSubtractable(Term term) {
        return InvalidInputException.of("TERM_NOT_SUBTRACTABLE", "time before a limit")
                .value(term)
                .rule("working days, days, weeks, months, years, hours or minutes")
                .wayOut("choose one of these units")
                .build();
    }
}
