package org.complaintkit.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** What the holiday law lets one expect of a year whose schedule is not published: fixed festivals and weekly rest. */
final class ChinaForecast implements HolidayForecast {

    @Override
    public String id() {
        return "cn-fixed-1";
    }

    @Override
    public String assumption() {
        return "The schedule is not published; statutory holidays of fixed date and weekends are taken as off,"
                + " no make-up working day is expected.";
    }

    @Override
    public boolean isWorkingDay(LocalDate day, Scenario scenario) {
        boolean statutory = !name(day).isEmpty();
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return switch (scenario) {
            case LIKELY -> !statutory && !weekend;
            case EARLIEST -> !statutory;
            case LATEST -> !statutory && !weekend && !springOrGoldenWeek(day);
        };
    }

    @Override
    public String name(LocalDate day) {
        int month = day.getMonthValue();
        int date = day.getDayOfMonth();
        if (month == 1 && date == 1) {
            return "元旦";
        }
        if (month == 5 && date <= 2) {
            return "劳动节";
        }
        return month == 10 && date <= 3 ? "国庆节" : "";
    }

    private static boolean springOrGoldenWeek(LocalDate day) {
        int monthDay = day.getMonthValue() * 100 + day.getDayOfMonth();
        return (monthDay >= 119 && monthDay <= 302) || (monthDay >= 930 && monthDay <= 1009) || monthDay >= 1229;
    }
}
