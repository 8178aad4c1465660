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

    static LocalDate get(int year, int month, int day) {
        return DAYS[(int) LocalDate.of(year, month, day).toEpochDay()];
    }

    static LocalDate at(int epochDay) {
        return DAYS[epochDay];
    }
}
