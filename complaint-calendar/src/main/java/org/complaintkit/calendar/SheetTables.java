package org.complaintkit.calendar;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** Turns a sheet into its three day tables. */
final class SheetTables {
    private SheetTables() {}

    static Map<Scenario, DayTable> of(CalendarSheet sheet) {
        Map<Scenario, DayTable> tables = new EnumMap<>(Scenario.class);
        if (sheet.forecast() == null) {
            DayTable one = table(sheet, Scenario.LIKELY);
            for (Scenario scenario : Scenario.values()) {
                tables.put(scenario, one);
            }
        } else {
            for (Scenario scenario : Scenario.values()) {
                tables.put(scenario, table(sheet, scenario));
            }
        }
        return tables;
    }

    private static DayTable table(CalendarSheet sheet, Scenario scenario) {
        return DayTable.of(sheet.id(), sheet.knownFrom(), AllDays.LAST, day -> isWorking(sheet, scenario, day));
    }

    private static boolean isWorking(CalendarSheet sheet, Scenario scenario, LocalDate day) {
        ListedDay listed = sheet.listed().get(day);
        if (listed != null) {
            return listed.kind().isWorking();
        }
        HolidayForecast forecast = sheet.forecast();
        if (forecast != null && day.isAfter(sheet.knownThrough())) {
            return forecast.isWorkingDay(day, scenario);
        }
        return !sheet.weekend().contains(day.getDayOfWeek());
    }
}
