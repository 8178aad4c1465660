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

    /** Whether the day is worked in the given reading; EARLIEST works at least the days of LIKELY, LATEST at most. */
    boolean isWorkingDay(LocalDate day, Scenario scenario);

    /** Name of the festival expected on a day, or the empty string. */
    String name(LocalDate day);
}
