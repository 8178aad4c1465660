package org.complaintkit.calendar;

import java.time.LocalDate;

/**
 * Says which days are worked. The law for implementers: an instance never changes, is safe to share between threads,
 * answers the same for the same arguments for ever, never guesses in silence ({@link #certainty} tells), and refuses a
 * question about what happens on a day outside its range with {@link InvalidInputException}.
 *
 * <p>The standard implementation is {@link TableCalendar}. The published {@code WorkingCalendarContract} checks the laws
 * below for any implementation:
 *
 * <ul>
 *   <li>for n &gt; 0 the working days after d, up to and including {@code plusWorkingDays(d, n)}, are n;
 *   <li>adding is monotone in d and in n, and lands on a working day unless n is 0;
 *   <li>subtracting n from {@code plusWorkingDays(d, n)} of a working day d gives d back;
 *   <li>{@code workingDaysBetween(a, c) = workingDaysBetween(a, b) + workingDaysBetween(b, c)}.
 * </ul>
 */
public interface WorkingCalendar {

    /** Name by which a {@link CalendarRegistry} finds it, such as {@code CN}. */
    String id();

    /** Digest of the content, such as {@code CN-sha256:1a2b3c4d5e6f}: equal content, equal version. */
    String version();

    /** First day that can be asked about. */
    LocalDate firstDay();

    /** Last day that can be asked about. */
    LocalDate lastDay();

    /** Whether the day is worked; for an unsettled day the likely answer. */
    boolean isWorkingDay(LocalDate day);

    /**
     * The n-th working day strictly after the day for n &gt; 0, strictly before it for n &lt; 0, the day itself for
     * n = 0, worked or not.
     */
    LocalDate plusWorkingDays(LocalDate day, int n);

    /** Number of working days d with from &lt;= d &lt; to; a reversed range is an error. */
    long workingDaysBetween(LocalDate from, LocalDate to);

    /** Next working day strictly after the day. */
    default LocalDate next(LocalDate day) {
        return plusWorkingDays(day, 1);
    }

    /** Last working day strictly before the day. */
    default LocalDate previous(LocalDate day) {
        return plusWorkingDays(day, -1);
    }

    /** The day itself if it is worked, else the next working day. */
    default LocalDate nextOrSame(LocalDate day) {
        return isWorkingDay(day) ? day : next(day);
    }

    /** The day itself if it is worked, else the last working day before it. */
    default LocalDate previousOrSame(LocalDate day) {
        return isWorkingDay(day) ? day : previous(day);
    }

    /** What is known of one day. */
    CalendarDay day(LocalDate day);

    /**
     * The notice by which a day is what it is: the one that names it, else the one that was in force for it and left it to
     * the week. Empty if none is published, or if the calendar records none.
     */
    default String notice(LocalDate day) {
        return day(day).source();
    }

    /**
     * Certainty of an answer that depends on all days between the two, both included, in either order. The one question
     * that has an answer for days outside the range too: nothing settles them, so it is PROVISIONAL.
     */
    Certainty certainty(LocalDate from, LocalDate to);

    /**
     * The calendar as it was known on a day: only what had been published by the end of that day. A calendar that does not
     * record when its days became known refuses, or answers with itself for days since which it has been as it is.
     *
     * @throws InvalidInputException CALENDAR_HISTORY_UNKNOWN
     */
    WorkingCalendar asOf(LocalDate knowledgeDay);

    /**
     * The same calendar under another reading of its unsettled days. In EARLIEST and LATEST each answer is a bound by itself;
     * the laws above hold for LIKELY only.
     */
    WorkingCalendar scenario(Scenario scenario);

    /** What is assumed of unsettled days, in one English sentence. */
    String assumption();

    /** What is assumed of an answer that comes on a day at the latest, where that is something else for some days. */
    default String assumption(LocalDate latest) {
        return assumption();
    }
}
