package org.complaintkit.calendar;

import java.time.LocalDate;

/**
 * How many days of an unsettled year can turn out otherwise than expected.
 *
 * @param more most days worked that were expected off
 * @param fewer most days off that were expected worked
 * @param listedThrough last day of the years for which days are listed at all, as an epoch day
 * @param unlisted most days off beyond {@code fewer} in a year after that
 */
record Surprises(int more, int fewer, int listedThrough, int unlisted) {
    static final Surprises NONE = new Surprises(0, 0, 0, 0);

    /** Of two calendars joined: any of either. */
    Surprises and(Surprises other) {
        if (equals(NONE) || other.equals(NONE)) {
            return equals(NONE) ? other : this;
        }
        return new Surprises(
                more + other.more,
                fewer + other.fewer,
                Math.min(listedThrough, other.listedThrough),
                unlisted + other.unlisted);
    }

    int most(int after, int through, int settled) {
        return more == 0 ? 0 : more * years(Math.max(after, settled), through);
    }

    int least(int after, int through, int settled) {
        int off = fewer == 0 ? 0 : fewer * years(Math.max(after, settled), through);
        return unlisted == 0 ? off : off + unlisted * years(Math.max(after, Math.max(settled, listedThrough)), through);
    }

    /** Years of which some day lies in (after, through]. */
    private static int years(int after, int through) {
        return through <= after
                ? 0
                : LocalDate.ofEpochDay(through).getYear()
                        - LocalDate.ofEpochDay(after + 1L).getYear()
                        + 1;
    }
}
