package org.complaintkit.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers questions about deadlines. Pure functions: the same question has the same answer for ever. */
public final class DueDates {
    private DueDates() {}

    /**
     * By when something is due, with its proof; where nobody reads that, {@link #outlook} says the same for less.
     *
     * @throws InvalidInputException if the term needs a time of day and the start is a whole day
     *     (START_TIME_REQUIRED), if it needs a date that is not given (TERM_NEEDS_DATE), or if the answer lies outside the
     *     calendar (DAY_OUTSIDE_CALENDAR)
     */
    public static Due answer(DueQuestion q) {
        return answer(q, q.wording(q.term()));
    }

    /** What {@link #answer} says, without the proof. */
    public static Outlook outlook(DueQuestion q) {
        return outlook(q, q.wording(q.term()).meaning());
    }

    private static Outlook outlook(DueQuestion q, Term term) {
        if (term instanceof Term.Combined combined) {
            return joined(
                    q,
                    combined,
                    combined.parts().stream()
                            .map(part -> outlook(q, q.wording(part).meaning()))
                            .toList());
        }
        Counting likely = Counting.of(q, Scenario.LIKELY, term);
        return outlook(likely, Forecasts.of(q, likely, term));
    }

    private static Outlook outlook(Counting likely, @Nullable Forecast forecast) {
        List<String> notes = new ArrayList<>(likely.notes());
        if (forecast != null) {
            notes.add(Due.CALENDAR_YEAR_UNKNOWN);
        }
        return new Outlook(likely.start(), likely.target(), likely.limit(), certainty(forecast), forecast, notes);
    }

    private static Certainty certainty(@Nullable Forecast forecast) {
        return forecast == null ? Certainty.OFFICIAL : Certainty.PROVISIONAL;
    }

    /** The limit alone, without target and proof: what {@link #answer} gives as limit, at a fraction of the cost. */
    public static DueMoment limit(DueQuestion q) {
        return limit(q, q.wording(q.term()).meaning());
    }

    private static DueMoment limit(DueQuestion q, Term term) {
        if (!(term instanceof Term.Combined combined)) {
            return Counting.of(q, Scenario.LIKELY, term).limit();
        }
        DueMoment decides = null;
        for (Term part : combined.parts()) {
            DueMoment limit = limit(q, q.wording(part).meaning());
            decides = decides == null || Forecasts.wins(combined, limit, decides) ? limit : decides;
        }
        return Objects.requireNonNull(decides);
    }

    private static Due answer(DueQuestion q, Wording wording) {
        return wording.meaning() instanceof Term.Combined combined
                ? combined(q, wording, combined)
                : single(q, wording);
    }

    private static Due single(DueQuestion q, Wording wording) {
        Term term = wording.meaning();
        Counting likely = Counting.of(q, Scenario.LIKELY, term);
        Forecast forecast = Forecasts.of(q, likely, term);
        Outlook answer = outlook(likely, forecast);
        List<String> notes = new ArrayList<>(answer.notes());
        Proof proof = ProofMaker.of(q, likely, wording, notes, forecast);
        return new Due(answer, notes, proof);
    }

    private static Due combined(DueQuestion q, Wording wording, Term.Combined term) {
        List<Due> parts =
                term.parts().stream().map(part -> answer(q, q.wording(part))).toList();
        List<Outlook> answers = parts.stream().map(Due::outlook).toList();
        Due decides = parts.get(deciding(term, answers));
        Outlook answer = joined(q, term, answers);
        List<String> notes = new ArrayList<>(answer.notes());
        if (decides.notes().contains(Due.PROOF_ABRIDGED)) {
            notes.add(Due.PROOF_ABRIDGED);
        }
        return new Due(
                answer,
                notes,
                decides.proof()
                        .decidingFor(
                                wording,
                                answer.forecast(),
                                parts.stream().map(Due::proof).toList()));
    }

    /** The place of the part that decides; of equal ones, the first. */
    private static int deciding(Term.Combined term, List<Outlook> parts) {
        int decides = 0;
        for (int i = 1; i < parts.size(); i++) {
            decides = Forecasts.wins(
                            term, parts.get(i).limit(), parts.get(decides).limit())
                    ? i
                    : decides;
        }
        return decides;
    }

    private static Outlook joined(DueQuestion q, Term.Combined term, List<Outlook> parts) {
        Outlook decides = parts.get(deciding(term, parts));
        Forecast forecast = Forecasts.combined(q, term, parts, decides);
        List<String> notes = new ArrayList<>(decides.notes());
        notes.remove(Due.CALENDAR_YEAR_UNKNOWN);
        if (forecast != null) {
            notes.add(Due.CALENDAR_YEAR_UNKNOWN);
        }
        return new Outlook(decides.start(), decides.target(), decides.limit(), certainty(forecast), forecast, notes);
    }

    /**
     * The moment so much before a limit, for warnings: of working days, the n-th one strictly before the limit's day; of
     * days, weeks, months and years, that day; of hours and minutes, that instant. Before a limit that never comes there
     * is no warning: {@link DueMoment#never()}.
     *
     * @throws InvalidInputException TERM_NOT_SUBTRACTABLE for any other term, TIME_OUT_OF_RANGE or DAY_OUTSIDE_CALENDAR if
     *     the moment lies outside all years or the calendar
     */
    public static DueMoment before(WorkingCalendar calendar, ZoneId zone, DueMoment limit, Term term) {
        if (!(term instanceof Term.Amount amount)) {
            throw notSubtractable(term);
        }
        return switch (amount.unit()) {
            case WORKING_HOURS, WORKING_MINUTES -> throw notSubtractable(term);
            default -> limit.isNever() ? limit : before(calendar, zone, limit, amount.amount(), amount.unit());
        };
    }

    private static DueMoment before(WorkingCalendar calendar, ZoneId zone, DueMoment limit, int n, TermUnit unit) {
        LocalDate day = limit.day();
        return switch (unit) {
            case WORKING_DAYS -> DueMoment.ofDay(calendar.plusWorkingDays(day, -n), zone);
            case WEEKS -> DueMoment.ofDay(day.minusWeeks(n), zone);
            case MONTHS -> DueMoment.ofDay(day.minusMonths(n), zone);
            case YEARS -> DueMoment.ofDay(day.minusYears(n), zone);
            case HOURS -> DueMoment.ofInstant(limit.at().minus(Duration.ofHours(n)), zone);
            case MINUTES -> DueMoment.ofInstant(limit.at().minus(Duration.ofMinutes(n)), zone);
            default -> DueMoment.ofDay(day.minusDays(n), zone);
        };
    }

    /**
     * The instant so much service time before a limit, for warnings: the last one from which that time passes until it;
     * {@link DueMoment#never()} before a limit that never comes.
     *
     * @param time in working hours or minutes
     * @throws InvalidInputException TERM_NOT_SUBTRACTABLE for any other term, DAY_OUTSIDE_CALENDAR if service was not open
     *     for so long
     */
    public static DueMoment before(ServiceClock clock, ZoneId zone, DueMoment limit, Term.Amount time) {
        Duration duration = switch (time.unit()) {
            case WORKING_HOURS -> Duration.ofHours(time.amount());
            case WORKING_MINUTES -> Duration.ofMinutes(time.amount());
            default -> throw notSubtractable(time);
        };
        return limit.isNever() ? limit : DueMoment.ofInstant(clock.minus(limit.at(), duration), zone);
    }

    /**
     * The instant at which a share of the time from start to limit has passed, 0 to 100 percent.
     *
     * @throws InvalidInputException SHARE_OUT_OF_RANGE, TIME_OUT_OF_RANGE
     */
    public static Instant share(Instant start, DueMoment limit, int percent) {
        DueQuestion.checkInstant("start", start);
        if (percent < 0 || percent > 100 || limit.isNever() || limit.at().isBefore(start)) {
            throw InvalidInputException.of("SHARE_OUT_OF_RANGE", "share of a time")
                    .value(percent)
                    .rule("0 to 100 percent of a time that ends after it starts")
                    .wayOut("choose another share")
                    .build();
        }
        return start.plusMillis(Duration.between(start, limit.at()).toMillis() * percent / 100);
    }

    private static InvalidInputException notSubtractable(Term term) {
        return InvalidInputException.of("TERM_NOT_SUBTRACTABLE", "time before a limit")
                .value(term)
                .rule("working days, days, weeks, months, years, hours or minutes")
                .wayOut("choose one of these units")
                .build();
    }
}
