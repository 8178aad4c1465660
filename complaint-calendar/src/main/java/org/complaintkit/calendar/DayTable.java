package org.complaintkit.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Predicate;

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

    static DayTable of(String id, LocalDate first, LocalDate last, Predicate<LocalDate> isWorking) {
        int firstYear = first.getYear();
        int months = (last.getYear() - firstYear + 1) * 12;
        int[] bits = new int[months];
        int[] before = new int[months];
        LocalDate[] working = new LocalDate[(int) (last.toEpochDay() - first.toEpochDay() + 1)];
        int count = 0;
        for (int month = 0; month < months; month++) {
            before[month] = count;
            LocalDate firstOfMonth = LocalDate.of(firstYear + month / 12, month % 12 + 1, 1);
            for (int day = 1; day <= firstOfMonth.lengthOfMonth(); day++) {
                LocalDate date = AllDays.get(firstOfMonth.getYear(), firstOfMonth.getMonthValue(), day);
                if (!date.isBefore(first) && !date.isAfter(last) && isWorking.test(date)) {
                    bits[month] |= 1 << day;
                    working[count++] = date;
                }
            }
        }
        return new DayTable(id, first, last, firstYear, bits, before, Arrays.copyOf(working, count));
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
