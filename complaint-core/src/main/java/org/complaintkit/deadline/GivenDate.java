package org.complaintkit.deadline;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.complaintkit.calendar.ConventionSet;
import org.complaintkit.calendar.Due;
import org.complaintkit.calendar.DueDates;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.calendar.DueQuestion;
import org.complaintkit.calendar.Pause;
import org.complaintkit.calendar.Term;
import org.complaintkit.calendar.WorkingCalendar;

/**
 * Limits that somebody named: a promise, a date that a regulator set. They are put to the calendar as the days or minutes
 * that lie between, so that they come with a proof like any other.
 */
public final class GivenDate {
    private static final long SECONDS = 60;

    private final WorkingCalendar calendar;
    private final ConventionSet literal;
    private final ZoneId zone;

    GivenDate(WorkingCalendar calendar, ConventionSet literal, ZoneId zone) {
        this.calendar = calendar;
        this.literal = literal;
        this.zone = zone;
    }

    /** A date such as {@code 2025-09-30}, or an instant with or without offset; empty if the text is neither. */
    public static Optional<DueMoment> read(String text, ZoneId zone) {
        try {
            if (text.length() == "2025-09-30".length()) {
                return Optional.of(DueMoment.ofDay(LocalDate.parse(text), zone));
            }
            boolean offset = text.endsWith("Z") || text.contains("+") || text.lastIndexOf('-') > 7;
            Instant at = offset
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
            return Optional.of(DueMoment.ofInstant(at, zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The limit that was named, whatever days lie between, later by the standstills that it does not allow for. */
    Due due(Instant start, DueMoment named, List<Pause> pauses) {
        return named.wholeDay() ? day(start, named.day(), pauses) : instant(start, named, pauses);
    }

    /** A day; one before the start is a limit that has passed already. */
    Due day(Instant start, LocalDate day) {
        return day(start, day, List.of());
    }

    private Due day(Instant start, LocalDate day, List<Pause> pauses) {
        long days = ChronoUnit.DAYS.between(start.atZone(zone).toLocalDate(), day);
        DueQuestion.Builder question = question(start, Term.days((int) Math.max(0, Math.min(days, Term.MOST))), pauses);
        if (days < 0) {
            question.earlierLimit(DueMoment.ofDay(day, zone));
        }
        return DueDates.answer(question.build());
    }

    /** Whole minutes are counted, up to the instant itself. */
    private Due instant(Instant start, DueMoment named, List<Pause> pauses) {
        long seconds = Duration.between(start, named.at()).toSeconds();
        long minutes = Math.max(0, Math.min((seconds + SECONDS) / SECONDS, Term.MOST));
        DueQuestion.Builder question = question(start, Term.minutes((int) minutes), pauses);
        if (pauses.isEmpty()) {
            return DueDates.answer(question.earlierLimit(named).build());
        }
        Due moved = DueDates.answer(question.build());
        Duration over = Duration.between(named.at(), start.plus(minutes, ChronoUnit.MINUTES));
        return moved.limit().isNever()
                ? moved
                : DueDates.answer(question.earlierLimit(
                                DueMoment.ofInstant(moved.limit().at().minus(over), zone))
                        .build());
    }

    private DueQuestion.Builder question(Instant start, Term term, List<Pause> pauses) {
        return DueQuestion.of(calendar, zone, start, term).conventions(literal).pauses(pauses);
    }
}
