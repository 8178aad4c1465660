package org.complaintkit.deadline;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.complaintkit.calendar.ConventionSet;
import org.complaintkit.calendar.Due;
import org.complaintkit.calendar.DueDates;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.calendar.DueQuestion;
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
            boolean offset = text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > 7;
            Instant at = offset
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
            return Optional.of(DueMoment.ofInstant(at, zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The limit that was named, whatever days lie between. */
    Due due(Instant start, DueMoment named) {
        return named.wholeDay() ? day(start, named.day()) : instant(start, named);
    }

    /** A day; one before the start is a limit that has passed already. */
    Due day(Instant start, LocalDate day) {
        long days = ChronoUnit.DAYS.between(start.atZone(zone).toLocalDate(), day);
        DueQuestion.Builder question = question(start, Term.days((int) Math.max(0, Math.min(days, Term.MOST))));
        if (days < 0) {
            question.earlierLimit(DueMoment.ofDay(day, zone));
        }
        return DueDates.answer(question.build());
    }

    private Due instant(Instant start, DueMoment named) {
        long seconds = Duration.between(start, named.at()).toSeconds();
        long minutes = Math.max(0, Math.min((seconds + SECONDS) / SECONDS, Term.MOST));
        return DueDates.answer(
                question(start, Term.minutes((int) minutes)).earlierLimit(named).build());
    }

    private DueQuestion.Builder question(Instant start, Term term) {
        return DueQuestion.of(calendar, zone, start, term).conventions(literal);
    }
}
