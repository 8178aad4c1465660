package org.complaintkit.calendar;

import java.time.LocalDate;

/**
 * What to expect of a day that no schedule settles yet. Implementations are immutable, thread-safe and deterministic; the
 * packaged ones are named by {@link #id()} and enter the calendar's version.
 */
public interface HolidayForecast {

    /** Name and edition, such as {@code cn-law-1}. */
    String id();

    /** What is assumed, in one English sentence. */
    String assumption();

    /** What is assumed of an answer that comes on a day at the latest, where that is something else for some days. */
    default String assumption(LocalDate latest) {
        return assumption();
    }

    /**
     * Whether the day is worked in a reading. Of EARLIEST and LATEST only the running counts mean something: up to no day
     * can more days be worked than in EARLIEST, nor fewer than in LATEST.
     */
    boolean isWorkingDay(LocalDate day, Scenario scenario);

    /** Whether a schedule may make the day a working day; false for a day that the law itself has off. */
    boolean mayBeWorked(LocalDate day);

    /** Whether a schedule may name the day, weekday or not, as a day off. */
    boolean mayBeOff(LocalDate day);

    /** Name of the festival expected on a day, or the empty string. */
    String name(LocalDate day);
}
