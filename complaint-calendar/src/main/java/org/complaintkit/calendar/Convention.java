package org.complaintkit.calendar;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * How a term is counted from its start. A value; each field stands alone, and they are applied in this order: cut-off,
 * rest-day start, outside hours, start day, last day, target, time of day.
 *
 * @param startDay whether the start day counts as the first
 * @param outsideHours what happens to a start outside service hours
 * @param restDayStart what happens to a start on a day that is not worked
 * @param cutOff from this local time on, a start belongs to the next calendar day; null for none
 * @param lastDay what happens to a limit on a day that is not worked
 * @param target where the wanted moment lies relative to the limit
 * @param timeOfDay when on the limit's day a term in days ends; terms in hours keep their instant
 */
public record Convention(
        StartDay startDay,
        OutsideHours outsideHours,
        RestDayStart restDayStart,
        @Nullable LocalTime cutOff,
        LastDay lastDay,
        TargetRule target,
        TimeOfDay timeOfDay) {

    /** Start day not counted, rest days as they are, end of the day: what most texts mean when they say nothing. */
    public static final Convention PLAIN = new Convention(
            StartDay.EXCLUDED,
            OutsideHours.AS_IS,
            RestDayStart.AS_IS,
            null,
            LastDay.STAY,
            TargetRule.SAME,
            TimeOfDay.END_OF_DAY);

    /** Whether the start day counts. */
    public enum StartDay {
        /** Day 1 is the day after the start. */
        EXCLUDED,
        /** Day 1 is the start day itself. */
        INCLUDED
    }

    /** A start outside service hours. */
    public enum OutsideHours {
        /** It starts when it starts. */
        AS_IS,
        /** It starts at the next opening. */
        NEXT_OPENING
    }

    /** A start on a rest day. */
    public enum RestDayStart {
        /** The rest day is the start day. */
        AS_IS,
        /** The next working day is the start day, from its beginning. */
        NEXT_WORKING_DAY
    }

    /** A limit on a rest day. */
    public enum LastDay {
        /** It stays there. */
        STAY,
        /** It moves to the next working day. */
        FORWARD,
        /** It moves to the last working day before, but never to the start day or before it. */
        BACK
    }

    /** The wanted moment. */
    public enum TargetRule {
        /** The limit itself, or the lower end of a range. */
        SAME,
        /** The last working day after the start and not after the limit; of a fixed date, the last not after it. */
        LAST_WORKING_DAY_INSIDE,
        /** The last working day after the start and strictly before the limit; of a fixed date, strictly before it. */
        LAST_WORKING_DAY_BEFORE
    }

    /** The moment on the last day. */
    public enum TimeOfDay {
        /** 24:00: late at that instant. */
        END_OF_DAY,
        /** The start's time of day: late after it. */
        KEEP,
        /** The last closing of service hours on that day: late after it. */
        CLOSE_OF_BUSINESS
    }

    /** The same with another start day rule. */
    public Convention withStartDay(StartDay value) {
        return new Convention(value, outsideHours, restDayStart, cutOff, lastDay, target, timeOfDay);
    }

    /** The same with another rule for starts outside service hours. */
    public Convention withOutsideHours(OutsideHours value) {
        return new Convention(startDay, value, restDayStart, cutOff, lastDay, target, timeOfDay);
    }

    /** The same with another rule for starts on rest days. */
    public Convention withRestDayStart(RestDayStart value) {
        return new Convention(startDay, outsideHours, value, cutOff, lastDay, target, timeOfDay);
    }

    /** The same with another cut-off; null for none. */
    public Convention withCutOff(@Nullable LocalTime value) {
        return new Convention(startDay, outsideHours, restDayStart, value, lastDay, target, timeOfDay);
    }

    /** The same with another rule for limits on rest days. */
    public Convention withLastDay(LastDay value) {
        return new Convention(startDay, outsideHours, restDayStart, cutOff, value, target, timeOfDay);
    }

    /** The same with another target rule. */
    public Convention withTarget(TargetRule value) {
        return new Convention(startDay, outsideHours, restDayStart, cutOff, lastDay, value, timeOfDay);
    }

    /** The same with another time of day. */
    public Convention withTimeOfDay(TimeOfDay value) {
        return new Convention(startDay, outsideHours, restDayStart, cutOff, lastDay, target, value);
    }
}
