package org.complaintkit.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Turns a sheet into its day table; unsettled days as they are likely to be. */
final class SheetTable {
    private SheetTable() {}

    static DayTable of(CalendarSheet sheet) {
        LocalDate first = sheet.knownFrom();
        int year = first.getYear();
        int[] months = new int[(AllDays.LAST.getYear() - year + 1) * 12];
        int[] patterns = weekPatterns(sheet);
        for (int month = 0; month < months.length; month++) {
            LocalDate begin = LocalDate.of(year + month / 12, month % 12 + 1, 1);
            int all = (int) ((2L << begin.lengthOfMonth()) - 2);
            months[month] = patterns[begin.getDayOfWeek().getValue() - 1] & all;
        }
        HolidayForecast forecast = sheet.forecast();
        if (forecast != null) {
            LocalDate from = sheet.knownThrough().isBefore(first)
                    ? first
                    : sheet.knownThrough().plusDays(1);
            for (LocalDate day = from; !day.isAfter(AllDays.LAST); day = day.plusDays(1)) {
                set(months, year, day, forecast.isWorkingDay(day, Scenario.LIKELY));
            }
        }
        for (ListedDay day : sheet.listed().tailMap(first).values()) {
            set(months, year, day.date(), day.kind().isWorking());
        }
        return DayTable.of(sheet.id(), first, AllDays.LAST, months);
    }

    /** For a month that begins on each weekday, the days that the week makes working days. */
    private static int[] weekPatterns(CalendarSheet sheet) {
        int[] patterns = new int[7];
        for (int first = 0; first < 7; first++) {
            for (int day = 1; day <= 31; day++) {
                if (!sheet.weekend().contains(DayOfWeek.of((first + day - 1) % 7 + 1))) {
                    patterns[first] |= 1 << day;
                }
            }
        }
        return patterns;
    }

    private static void set(int[] months, int firstYear, LocalDate day, boolean working) {
        int month = (day.getYear() - firstYear) * 12 + day.getMonthValue() - 1;
        int bit = 1 << day.getDayOfMonth();
        months[month] = working ? months[month] | bit : months[month] & ~bit;
    }
}
