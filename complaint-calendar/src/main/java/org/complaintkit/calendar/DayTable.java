package org.complaintkit.calendar;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Working days as a bitmap and a running count per month, with the n-th working day ready as an object: every question
 * is one or two look-ups, whatever the distance. Entered by year, month and day, because turning a date into an epoch
 * day and back costs more than all the rest.
 */
final class DayTable {
    private final String id;
    private final int firstYear;
    private final int[] bits;
    private final int[] before;
    private final LocalDate[] working;
    private final LocalDate first;
    private final LocalDate last;

    private DayTable(
            String id, LocalDate first, LocalDate last, int firstYear, int[] bits, int[] before, LocalDate[] working) {
        this.id = id;
        this.first = first;
        this.last = last;
        this.firstYear = firstYear;
        this.bits = bits;
        this.before = before;
        this.working = working;
    }

    /**
     * Makes a table from the worked days of each month.
     *
     * @param months for month 0 (January of the first day's year) and on, bit d set if day d is worked
     */
    static DayTable of(String id, LocalDate first, LocalDate last, int[] months) {
        int[] bits = months.clone();
        int firstMonth = first.getMonthValue() - 1;
        Arrays.fill(bits, 0, firstMonth, 0);
        bits[firstMonth] &= -1 << first.getDayOfMonth();
        int[] before = new int[bits.length];
        int count = 0;
        for (int month = 0; month < bits.length; month++) {
            before[month] = count;
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
        return new DayTable(id, first, last, first.getYear(), bits, before, working);
    }

    LocalDate first() {
        return first;
    }

    LocalDate last() {
        return last;
    }

    boolean isWorking(LocalDate day) {
        return (bits[month(day)] >>> day.getDayOfMonth() & 1) != 0;
    }

    /** Working days in the table before the day. */
    private int rank(LocalDate day) {
        int month = month(day);
        return before[month] + Integer.bitCount(bits[month] & (1 << day.getDayOfMonth()) - 1);
    }

    LocalDate plus(LocalDate day, int n) {
        if (n == 0) {
            month(day);
            return day;
        }
        int month = month(day);
        int bit = 1 << day.getDayOfMonth();
        long index = n > 0
                ? (long) before[month] + Integer.bitCount(bits[month] & (bit | bit - 1)) + n - 1
                : (long) before[month] + Integer.bitCount(bits[month] & bit - 1) + n;
        if (index < 0 || index >= working.length) {
            throw beyond(day, n);
        }
        return working[(int) index];
    }

    /**
     * The bound of adding to a day that is itself unsettled: this table says how many days are worked by the end, the
     * other one how many were by the day, so the two readings are never mixed to the asker's disadvantage.
     */
    LocalDate plus(DayTable other, LocalDate day, int n) {
        long index = (long) other.rank(day) + (other.isWorking(day) ? 1 : 0) + n - 1;
        if (index >= working.length) {
            throw beyond(day, n);
        }
        LocalDate bound = working[(int) index];
        return bound.isAfter(day) ? bound : day.plusDays(1);
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

    private int month(LocalDate day) {
        int month = (day.getYear() - firstYear) * 12 + day.getMonthValue() - 1;
        if (month < 0 || month >= bits.length || (month == firstMonth() && day.isBefore(first))) {
            throw outside(day);
        }
        return month;
    }

    private int firstMonth() {
        return first.getMonthValue() - 1;
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
