package org.complaintkit.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far the days that no schedule settles can move an answer: the most and the least working days that a stretch can
 * have, from which follow the earliest and the latest answers. Every figure is the best of several that hold each for
 * itself: which days may be worked at all, how many in a year may turn out otherwise than expected, and by when what a
 * festival borrows is paid back. Days are epoch days; a stretch is open at its left end. Immutable.
 */
final class DayBounds {

    /** Which days, read in one way. */
    enum Reading {
        /** Days that may be worked. */
        POSSIBLE,
        /** Days that are surely worked. */
        SURE,
        /** Days that may be listed as a holiday, rest days included. */
        HOLIDAY,
        /** Days worked, but for the surprises that {@code more} counts. */
        UPPER,
        /** Days worked, but for the surprises that {@code fewer} counts. */
        LOWER
    }

    private final int last;
    private final int settled;
    private final Map<Reading, DayBits> bits;
    private final Surprises surprises;
    private final @Nullable DayBits early;
    private final @Nullable DayBits late;
    private final @Nullable Overlaid overlaid;

    /**
     * Days of one's own over another calendar: a stretch holds as many working days as the base has in it, but for these.
     *
     * @param opened days that are worked whatever the base has there
     * @param closed days that are off whatever the base has there
     */
    record Overlaid(DayBounds base, DayBits opened, DayBits closed) {}

    /**
     * Makes bounds.
     *
     * @param settled the last settled day
     * @param bits the days of each reading
     * @param surprises how many days of a year can turn out otherwise than UPPER and LOWER have them
     * @param early a calendar whose running count of working days is never below the true one, or null
     * @param late a calendar whose running count is never above the true one; null with {@code early}
     * @param overlaid the calendar below and what lies over it, or null if there is none
     */
    DayBounds(
            int last,
            int settled,
            Map<Reading, DayBits> bits,
            Surprises surprises,
            @Nullable DayBits early,
            @Nullable DayBits late,
            @Nullable Overlaid overlaid) {
        this.last = last;
        this.settled = settled;
        this.bits = bits;
        this.surprises = surprises;
        this.early = early;
        this.late = late;
        this.overlaid = overlaid;
    }

    boolean has(Reading reading, int day) {
        return bits(reading).has(day);
    }

    int settled() {
        return settled;
    }

    int surprised(int after, int through) {
        return surprises.most(after, through, settled) + surprises.least(after, through, settled);
    }

    Surprises surprises() {
        return surprises;
    }

    private DayBits bits(Reading reading) {
        return Objects.requireNonNull(bits.get(reading));
    }

    /** The most days in (after, through] that can be worked. */
    int most(int after, int through) {
        int most = Math.min(
                bits(Reading.POSSIBLE).count(after, through),
                bits(Reading.UPPER).count(after, through) + surprises.most(after, through, settled));
        if (early != null && late != null) {
            most = Math.min(most, early.upTo(through) - late.upTo(after));
        }
        return overlaid == null
                ? most
                : Math.min(most, overlaid.base.most(after, through) + overlaid.opened.count(after, through));
    }

    /** The least days in (after, through] that are worked whatever is published. */
    int least(int after, int through) {
        int least = Math.max(0, bits(Reading.SURE).count(after, through));
        if (early != null && late != null) {
            least = Math.max(least, late.upTo(through) - early.upTo(after));
        }
        if (overlaid != null) {
            least = Math.max(least, overlaid.base.least(after, through) - overlaid.closed.count(after, through));
        }
        // The surprises of a year may all fall on its first days, so the count up to the end of the year before may be
        // the higher one.
        int end = through;
        while (end > after) {
            int off = surprises.least(after, end, settled);
            least = Math.max(least, bits(Reading.LOWER).count(after, end) - off);
            if (off == 0) {
                return least;
            }
            end = (int) LocalDate.of(LocalDate.ofEpochDay(end).getYear() - 1, 12, 31)
                    .toEpochDay();
        }
        return least;
    }

    /** The first day that can be the n-th working day after a day, n &gt; 0; past the last day if none can. */
    int earliestAfter(int day, int n) {
        int low = day + 1;
        int high = last + 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (most(day, middle) >= n) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        while (low <= last && !has(Reading.POSSIBLE, low)) {
            low++;
        }
        return low;
    }

    /** The last day that can be the n-th working day after a day, n &gt; 0; past the last day if none is sure to be. */
    int latestAfter(int day, int n) {
        int low = day + 1;
        int high = last + 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (least(day, middle) >= n) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        while (low <= last && low > day + 1 && !has(Reading.POSSIBLE, low)) {
            low--;
        }
        return low;
    }

    /** The first day that can be the n-th working day before a day, n &gt; 0; before the first day if none is sure to be. */
    int earliestBefore(int day, int n, int first) {
        int low = first - 1;
        int high = day - 1;
        while (low < high) {
            int middle = (low + high + 1) >> 1;
            if (least(middle - 1, day - 1) >= n) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        while (low >= first && low < day - 1 && !has(Reading.POSSIBLE, low)) {
            low++;
        }
        return low;
    }

    /** The last day that can be the n-th working day before a day, n &gt; 0; before the first day if none can. */
    int latestBefore(int day, int n, int first) {
        int low = first - 1;
        int high = day - 1;
        while (low < high) {
            int middle = (low + high + 1) >> 1;
            if (most(middle - 1, day - 1) >= n) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        while (low >= first && !has(Reading.POSSIBLE, low)) {
            low--;
        }
        return low;
    }
}
