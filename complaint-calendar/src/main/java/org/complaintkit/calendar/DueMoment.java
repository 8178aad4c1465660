package org.complaintkit.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * A moment in the life of a deadline: a whole day, which is over at 24:00, or an instant by the clock.
 *
 * @param day the local day
 * @param at for a whole day its 24:00, that is, the beginning of the next day; else the instant
 * @param wholeDay whether the day as a whole is meant
 */
public record DueMoment(LocalDate day, Instant at, boolean wholeDay) implements Comparable<DueMoment> {
    private static final Instant FIRST = Instant.parse("0000-12-30T00:00:00Z");
    private static final Instant AFTER_LAST = Instant.parse("+10000-01-03T00:00:00Z");
    private static final DueMoment NEVER = new DueMoment(LocalDate.MAX, Instant.MAX, true);

    /** Refuses days and instants outside the years 1 to 9999, {@link #never()} excepted. */
    public DueMoment {
        boolean never = wholeDay && day.equals(LocalDate.MAX) && at.equals(Instant.MAX);
        if (!never) {
            DueQuestion.checkDay("moment", day);
            if (at.isBefore(FIRST) || !at.isBefore(AFTER_LAST)) {
                throw DueQuestion.outOfRange("moment", at);
            }
        }
    }

    /** A whole day. */
    public static DueMoment ofDay(LocalDate day, ZoneId zone) {
        DueQuestion.checkDay("moment", day);
        return new DueMoment(day, day.plusDays(1).atStartOfDay(zone).toInstant(), true);
    }

    /** An instant. */
    public static DueMoment ofInstant(Instant at, ZoneId zone) {
        if (at.isBefore(FIRST) || !at.isBefore(AFTER_LAST)) {
            throw DueQuestion.outOfRange("moment", at);
        }
        return new DueMoment(at.atZone(zone).toLocalDate(), at, false);
    }

    /** The limit of a clock that stands still until further notice: no instant passes it. */
    public static DueMoment never() {
        return NEVER;
    }

    /** Whether this is {@link #never()}. */
    public boolean isNever() {
        return equals(NEVER);
    }

    /** Whether the moment is missed at an instant: a day at its 24:00, an instant after it. */
    public boolean passedBy(Instant t) {
        return wholeDay ? !t.isBefore(at) : t.isAfter(at);
    }

    /** The beginning of the local day. */
    public Instant startOfDay(ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** ISO date of a day, ISO date and time with seconds and offset of an instant, {@code never} of {@link #never()}. */
    public String toText(ZoneId zone) {
        if (isNever()) {
            return "never";
        }
        return wholeDay
                ? day.toString()
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone).toOffsetDateTime());
    }

    /** The instant in a zone with its offset, seconds only where they are not zero; {@code never} of {@link #never()}. */
    public String atText(ZoneId zone) {
        return isNever() ? "never" : at.atZone(zone).toOffsetDateTime().toString();
    }

    /** By instant; at the same instant the clock limit comes before the end of the day. */
    @Override
    public int compareTo(DueMoment other) {
        int byInstant = at.compareTo(other.at);
        return byInstant != 0 ? byInstant : Boolean.compare(wholeDay, other.wholeDay);
    }
}
