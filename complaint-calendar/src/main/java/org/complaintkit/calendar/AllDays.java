package org.complaintkit.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days of the supported years as shared objects, made when a calendar first wants them, so that calendars need no dates of
 * their own. Thread-safe: two threads may each make the same day, and either will do.
 */
final class AllDays {
    /** First day that any calendar can hold. */
    static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    /** Last day that any calendar can hold. */
    static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    private static final @Nullable LocalDate[] DAYS = new @Nullable LocalDate[(int) LAST.toEpochDay() + 1];

    private AllDays() {}

    /** What to add to a day of the month to get its place, for a month counted from January of a year. */
    static int index(int year, int month) {
        return (int) LocalDate.of(year + month / 12, month % 12 + 1, 1).toEpochDay() - 1;
    }

    static LocalDate at(int place) {
        LocalDate day = DAYS[place];
        if (day == null) {
            day = LocalDate.ofEpochDay(place);
            DAYS[place] = day;
        }
        return day;
    }
}
