package org.complaintkit.calendar;

import java.time.LocalDate;

/** Every day of the supported years as one shared object, so that calendars need no dates of their own. */
final class AllDays {
    /** First day that any calendar can hold. */
    static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    /** Last day that any calendar can hold. */
    static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    private static final LocalDate[] DAYS = new LocalDate[(int) LAST.toEpochDay() + 1];

    static {
        for (int i = 0; i < DAYS.length; i++) {
            DAYS[i] = LocalDate.ofEpochDay(i);
        }
    }

    private AllDays() {}

    /** What to add to a day of the month to get its place, for a month counted from January of a year. */
    static int index(int year, int month) {
        return (int) LocalDate.of(year + month / 12, month % 12 + 1, 1).toEpochDay() - 1;
    }

    static LocalDate at(int place) {
        return DAYS[place];
    }
}
