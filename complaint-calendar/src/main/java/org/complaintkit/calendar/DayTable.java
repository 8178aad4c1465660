package org.complaintkit.calendar;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Working days as a bitmap and a running count per month, with the n-th working day ready as an object: every question
 * is one or two look-ups, whatever the distance. Entered by year, month and day, because turning a date into an epoch
 * day and back costs more than all the rest.
 */
final class DayTable {
    private static final long MONTHS = 12;

    private final String id;
    /** What to take from twelve times the year and the month to get its place; in longs, so that no year wraps around. */
    private final long base;

    /**
     * A month in one word, so that one look-up gives all: working days before it (high half), a bit per day (low half).
     * The table begins with the month of the first day.
     */
    private final long[] months;

    private final LocalDate[] working;
    private final LocalDate first;
    private final LocalDate last;

    private DayTable(String id, LocalDate first, LocalDate last, long[] months, LocalDate[] working) {
        this.id = id;
        this.first = first;
        this.last = last;
        this.base = first.getYear() * MONTHS + first.getMonthValue();
        this.months = months;
        this.working = working;
    }

    /**
     * Makes a table from the worked days of each month.
     *
     * @param monthBits for month 0 (January of the first day's year) and on, bit d set if day d is worked
     */
    static DayTable of(String id, LocalDate first, LocalDate last, int[] monthBits) {
        int firstMonth = first.getMonthValue() - 1;
        int[] bits = Arrays.copyOfRange(monthBits, firstMonth, monthBits.length);
        bits[0] &= -1 << first.getDayOfMonth();
        long[] words = new long[bits.length];
        int count = 0;
        for (int month = 0; month < bits.length; month++) {
            words[month] = ((long) count << Integer.SIZE) | Integer.toUnsignedLong(bits[month]);
            count += Integer.bitCount(bits[month]);
        }
        LocalDate[] working = new LocalDate[count];
        int next = 0;
        for (int month = 0; month < bits.length; month++) {
            int base = AllDays.index(first.getYear(), firstMonth + month);
            for (int left = bits[month]; left != 0; left &= left - 1) {
                working[next++] = AllDays.at(base + Integer.numberOfTrailingZeros(left));
            }
        }
        return new DayTable(id, first, last, words, working);
    }

    LocalDate first() {
        return first;
    }

    LocalDate last() {
        return last;
    }

    boolean isWorking(LocalDate day) {
        return (word(day) >>> day.getDayOfMonth() & 1) != 0;
    }

    /** Working days in the table before the day. */
    private int rank(LocalDate day) {
        return count(word(day), (1 << day.getDayOfMonth()) - 1);
    }

    private static int count(long word, int mask) {
        return (int) (word >>> Integer.SIZE) + Integer.bitCount((int) word & mask);
    }

    LocalDate plus(LocalDate day, int n) {
        long word = word(day);
        if (n == 0) {
            return day;
        }
        int bit = 1 << day.getDayOfMonth();
        // No sum can wrap around into the table: a rank is far smaller than what is missing to the ends of the
        // integers.
        int index = n > 0 ? count(word, bit | bit - 1) + n - 1 : count(word, bit - 1) + n;
        if (index < 0 || index >= working.length) {
            throw beyond(day, n);
        }
        return working[index];
    }

    long between(LocalDate from, LocalDate to) {
        int count = rank(to) - rank(from);
        if (count < 0 || (count == 0 && to.isBefore(from))) {
            throw InvalidInputException.of("RANGE_REVERSED", "range of days in calendar " + id)
                    .value(from + ".." + to)
                    .rule("the first day must not be after the second")
                    .wayOut("swap the two days")
                    .build();
        }
        return count;
    }

    private long word(LocalDate day) {
        long month = day.getYear() * MONTHS + day.getMonthValue() - base;
        // One comparison for both ends. The first month may not be whole, so it is left to the slow way.
        if (Long.compareUnsigned(month - 1, months.length - 1) < 0) {
            return months[(int) month];
        }
        if (month != 0 || day.getDayOfMonth() < first.getDayOfMonth()) {
            throw outside(day);
        }
        return months[0];
    }

    private InvalidInputException outside(LocalDate day) {
        return InvalidInputException.of("DAY_OUTSIDE_CALENDAR", "day in calendar " + id)
                .value(day)
                .rule("the calendar covers " + first + " to " + last)
                .wayOut("load a calendar that covers the day")
                .build();
    }

    private InvalidInputException beyond(LocalDate day, int n) {
        if (working.length == 0) {
            return InvalidInputException.of("NO_WORKING_DAY", "calendar " + id)
                    .value(day)
                    .rule("the calendar has no working day at all")
                    .wayOut("check weekend and holidays of the calendar")
                    .build();
        }
        return InvalidInputException.of("DAY_OUTSIDE_CALENDAR", "working days from " + day + " in calendar " + id)
                .value(n)
                .rule("the answer must lie within " + first + " to " + last)
                .wayOut("ask for fewer days or load a calendar that covers them")
                .build();
    }
}
