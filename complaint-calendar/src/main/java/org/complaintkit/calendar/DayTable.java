package org.complaintkit.calendar;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Working days as a bitmap and a running count per month, with the n-th working day ready as an object: every question
 * is one or two look-ups, whatever the distance. Entered by year, month and day, because turning a date into an epoch
 * day and back costs more than all the rest.
 */
final class DayTable {
    /** Words a year takes in the table: twelve are used, sixteen make its place a shift. */
    private static final int YEAR_SHIFT = 4;

    private final String id;

    /**
     * A month in one word, so that one look-up gives all: working days before it (high half), a bit per day (low half).
     * A day in January of the first year has place 1; months that the table does not cover are empty.
     */
    private final long[] months;

    /** First of the years that are covered from end to end, and their number: one comparison tells that a day is in. */
    private final int wholeFrom;

    private final int wholeYears;
    /** Words before the first whole year. */
    private final int lead;

    private final LocalDate[] working;
    private final LocalDate first;
    private final LocalDate last;

    private DayTable(String id, LocalDate first, LocalDate last, long[] months, LocalDate[] working) {
        this.id = id;
        this.first = first;
        this.last = last;
        this.months = months;
        this.working = working;
        int wholeTo = last.getDayOfYear() == last.lengthOfYear() ? last.getYear() : last.getYear() - 1;
        this.wholeFrom = first.getDayOfYear() == 1 ? first.getYear() : first.getYear() + 1;
        this.wholeYears = Math.max(0, wholeTo - wholeFrom + 1);
        this.lead = (wholeFrom - first.getYear()) << YEAR_SHIFT;
    }

    /**
     * Makes a table from the worked days of each month.
     *
     * @param monthBits for month 0 (January of the first day's year) and on, bit d set if day d is worked
     */
    static DayTable of(String id, LocalDate first, LocalDate last, int[] monthBits) {
        int[] bits = monthBits.clone();
        int firstMonth = first.getMonthValue() - 1;
        Arrays.fill(bits, 0, firstMonth, 0);
        bits[firstMonth] &= -1 << first.getDayOfMonth();
        long[] words = new long[(last.getYear() - first.getYear() + 1) << YEAR_SHIFT];
        int count = 0;
        for (int month = 0; month < bits.length; month++) {
            int place = ((month / 12) << YEAR_SHIFT) + month % 12 + 1;
            words[place] = ((long) count << Integer.SIZE) | Integer.toUnsignedLong(bits[month]);
            count += Integer.bitCount(bits[month]);
        }
        LocalDate[] working = new LocalDate[count];
        int next = 0;
        for (int month = 0; month < bits.length; month++) {
            int base = AllDays.index(first.getYear(), month);
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
        return ((word(day) >>> day.getDayOfMonth()) & 1) != 0;
    }

    /** Working days in the table before the day, from the word of its month. */
    private static int rank(long word, LocalDate day) {
        // Shifted out are the day itself and all after it; a shift takes its distance modulo 32.
        return (int) (word >>> Integer.SIZE) + Integer.bitCount((int) word << -day.getDayOfMonth());
    }

    LocalDate plus(LocalDate day, int n) {
        long word = word(day);
        if (n == 0) {
            return day;
        }
        // No sum can wrap around into the table: a rank is far smaller than what is missing to the ends of the
        // integers.
        int index = rank(word, day) + n;
        if (n > 0 && ((word >>> day.getDayOfMonth()) & 1) == 0) {
            index--;
        }
        if (index < 0 || index >= working.length) {
            throw beyond(day, n);
        }
        return working[index];
    }

    long between(LocalDate from, LocalDate to) {
        // Both days are checked before either is looked up, so that the two look-ups can run side by side.
        if (!whole(from) || !whole(to)) {
            check(from);
            check(to);
        }
        int count = rank(entry(to), to) - rank(entry(from), from);
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
        if (!whole(day)) {
            check(day);
        }
        return entry(day);
    }

    private void check(LocalDate day) {
        if (day.isBefore(first) || day.isAfter(last)) {
            throw outside(day);
        }
    }

    /** Whether the day lies in a year that is covered from end to end: no other day needs more checks. */
    private boolean whole(LocalDate day) {
        return Integer.compareUnsigned(day.getYear() - wholeFrom, wholeYears) < 0;
    }

    private long entry(LocalDate day) {
        return months[((day.getYear() - wholeFrom) << YEAR_SHIFT) + day.getMonthValue() + lead];
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
